import type { ComposeFile } from "../../../compose/syntax.ts";
import { pairsIn } from "../../../compose/pairs.ts";
import { variablesOf } from "../../../compose/template.ts";
import { entryOf, type Value } from "../../../compose/value.ts";
import { type Message, say } from "../../../text/message.ts";
import { isSecretName } from "../../../text/secrets.ts";
import type { Range } from "../../../text/text.ts";
import { code, listed } from "../../markdown.ts";
import { pathOf, type Place, scalarText } from "../tree.ts";
import type { ComposeHoverContext } from "./hover.ts";
import { masked } from "./variable.ts";

/** What a key of a service comes to in the project, where that is not what stands there: another file, what it extends, or an anchor says more. */
export function mergedFacts(_file: ComposeFile, place: Place, { model, path, shown }: ComposeHoverContext): readonly Message[] {
	const names = pathOf(place);
	if (!model || names.length < 3 || names[0] !== "services" || names.length > 4) return [];
	const [, , key] = names;
	// What is written in several forms is another in the project though nobody says so.
	if (names.length === 4 && !/^(?:environment|labels|healthcheck|deploy|logging|build)$/.test(String(key))) return [];
	const value = valueAt(model, names);
	if (!value || !place.value) return [];
	const own = place.value;
	if (value.kind === "mapping" || value.kind === "sequence") {
		const parts =
			value.kind === "mapping"
				? [...value.entries].map(([name, entry]) => [name, entry.value, undefined] as const)
				: value.items.map((item, index) => [undefined, item, value.items[index - 1]] as const);
		const others = parts.filter(([, each]) => isElsewhere(each, path, own));
		return others.length === 0
			? []
			: [say`Other places say of it: ${listed(others.slice(0, mostNamed).map(([part, each, before]) => said(part, each, before, shown, path)))}.`];
	}
	const text = textOfScalar(value);
	if (text === undefined || !isElsewhere(value, path, own)) return [];
	const written = scalarText(own);
	if (written === text) return [];
	return [say`In the project it is ${code(masked(String(place.name), shownText(value) ?? text))}, by ${whereOf(value, shown, path)}.`];
}

/** Whether something else than what is written there says the value. */
export const isElsewhere = ({ origin }: Value, path: string, own: Range): boolean =>
	origin !== undefined && (origin.file !== path || origin.at.end <= own.start || origin.at.start >= own.end);

const mostNamed = 8;

function valueAt(model: Value, names: readonly (string | number)[]): Value | undefined {
	let value: Value | undefined = model;
	for (const name of names) value = typeof name === "number" ? undefined : partOf(value, name);
	return value;
}

/** The value of an entry, or of the last `NAME=value` in a list, which is what merged mappings of such become. */
export function partOf(value: Value | undefined, name: string): Value | undefined {
	if (value?.kind !== "sequence") return entryOf(value, name);
	const pair = pairsIn(value).findLast((each) => each.name === name);
	return pair?.text === undefined ? undefined : { kind: "string", value: pair.text, origin: pair.origin };
}

export function textOfScalar(value: Value): string | undefined {
	if (value.kind === "mapping" || value.kind === "sequence") return undefined;
	return value.kind === "null" ? "null" : String(value.value);
}

/** The text that may be shown: as it is written where a variable in it is a secret. */
export const shownText = (value: Value): string | undefined =>
	value.kind === "string" && value.template !== undefined && variablesOf(value.template).some(({ name }) => isSecretName(name))
		? value.template
		: textOfScalar(value);

/** A part with where it is from; of one that has parts itself there is its name alone. */
function said(name: string | undefined, value: Value, before: Value | undefined, shown: (path: string) => string, path: string): Message {
	const text = shownText(value);
	const option = (before && textOfScalar(before)) ?? "";
	const where = whereOf(value, shown, path);
	const variable = name ?? /^[^=]*(?==)/.exec(text ?? "")?.[0] ?? "";
	const own = text === undefined ? textOfScalar(entryOf(value, "source") ?? entryOf(value, "target") ?? value) : undefined;
	if (text === undefined) return say`${code(name ?? own ?? "…")} (${where})`;
	const safe =
		name === undefined && variable !== ""
			? `${variable}=${masked(variable, text.slice(variable.length + 1))}`
			: masked(/^-+[\w.-]+$/.test(option) && !text.startsWith("-") ? option : variable, text);
	return say`${code(name === undefined ? safe : `${name}: ${safe}`)} (${where})`;
}

export const whereOf = ({ origin }: Value, shown: (path: string) => string, path: string): Message =>
	origin === undefined || origin.file === path ? say`another place of this file` : say`${code(shown(origin.file))}`;
