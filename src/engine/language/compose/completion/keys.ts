import type { ComposeFile } from "../../../compose/syntax.ts";
import { say } from "../../../text/message.ts";
import type { Schema } from "../../../compose/schema/schema.ts";
import type { Draft } from "../../completion.ts";
import { aboutKey } from "../documentation/about.ts";
import { namesIn, type NameKind } from "../names.ts";
import { hasType, itemKeysAt, keysAt, schemaPath } from "../schema-at.ts";
import type { ComposeCompletionContext } from "./completion.ts";
import type { ComposeCursor } from "./compose-cursor.ts";
import type { Line } from "./lines.ts";
import { definedIn, environmentNames } from "./known-names.ts";
import { valuesOfKeys } from "../known-values.ts";

/** What may be a key there: those of the schema, and names that are used and defined nowhere, or the other way round. */
export function keyDrafts(file: ComposeFile, cursor: ComposeCursor, context: ComposeCompletionContext, lines: readonly Line[]): readonly Draft[] {
	const path = cursor.meant;
	const place = schemaPath(path);
	if (place === undefined) return [];
	const unit = " ".repeat(stepIn(lines));
	const extra = " ".repeat(Math.max(0, cursor.column - (lineOf(lines, cursor)?.indent ?? cursor.column)));
	const drafts: Draft[] = [];
	const keys = cursor.kind === "item" ? itemKeysAt(path.slice(0, -1)) : keysAt(path);
	const written = (name: string, end: string): string =>
		cursor.hasColon ? name : `${cursor.kind === "item" && cursor.lacksBlank ? " " : ""}${name}${cursor.quote}${end}`;
	for (const [name, { ways, isDeprecated }] of context.hasKeys ? [] : keys) {
		if (cursor.siblings.has(name)) continue;
		const own = place === "" ? name : `${place}.${name}`;
		const about = aboutKey(own);
		const { end, isBegun } = endOfKey(own, ways, cursor, extra + unit);
		drafts.push({
			label: name,
			kind: "key",
			text: written(name, end),
			filter: name,
			...(about && { about }),
			...(isDeprecated && { isDeprecated }),
			...(isBegun && !cursor.hasColon && { isBegun }),
			rank: isDeprecated ? 3 : 1,
		});
	}
	for (const draft of cursor.kind === "item" ? [] : nameKeys(file, path, place, context))
		if (!cursor.siblings.has(draft.label))
			drafts.push({ ...draft, text: written(draft.label, `:${cursor.isFlow ? " " : endOfName(place)}`), filter: draft.label });
	return drafts;
}

/** Whether a part below `x-` that nothing uses yet has other entries than a service. */
export const isOfNothing = ({ path, meant, siblings }: ComposeCursor): boolean =>
	path[0] !== meant[0] && meant[1] === "*" && siblings.size > 0 && ![...siblings.keys()].some((name) => name === "<<" || keysAt(meant).has(name));

const lineOf = (lines: readonly Line[], { range }: ComposeCursor): Line | undefined => lines.findLast(({ start }) => start <= range.start);

/** What a level is indented by: as most people have it, unless the file says otherwise. */
export function stepIn(lines: readonly Line[]): number {
	const first = lines.find(({ kind, indent, marks }) => kind === "marks" && indent > 0 && marks[0]?.kind === "key");
	return first && first.indent <= 8 ? first.indent : 2;
}

/** In which a list is what most people write. */
const lists: ReadonlySet<string> = new Set(["services.*.depends_on", "services.*.networks", "services.*.models", "services.*.dns", "services.*.tmpfs"]);

function endOfKey(place: string, ways: readonly Schema[], { isFlow }: ComposeCursor, indent: string): { readonly end: string; readonly isBegun: boolean } {
	const isList = ways.some((way) => hasType(way, "array"));
	const isMapping = ways.some((way) => hasType(way, "object"));
	const isScalar = ways.some((way) => ["string", "number", "integer", "boolean"].some((type) => hasType(way, type)));
	const takesMany = isList && (!isMapping || lists.has(place));
	if (isFlow || (isScalar && !lists.has(place)))
		return {
			end: ": ",
			isBegun:
				place in valuesOfKeys ||
				/^services\.\*\.(?:image|build|env_file|extends)$|(?:file|target|source|path|context)$/.test(place) ||
				ways.some((way) => hasType(way, "boolean") || way.enum),
		};
	return { end: `:\n${indent}${takesMany ? "- " : ""}`, isBegun: true };
}

const endOfName = (place: string): string => (/^services\.\*\.(?:environment|build\.args|labels)$/.test(place) ? " " : "");

const sections: Readonly<Record<string, NameKind>> = {
	services: "service",
	networks: "network",
	volumes: "volume",
	secrets: "secret",
	configs: "config",
	models: "model",
};

const namedKeys: Readonly<Record<string, NameKind>> = {
	"services.*.depends_on": "service",
	"services.*.networks": "network",
	"services.*.models": "model",
};

function nameKeys(file: ComposeFile, path: readonly string[], place: string, context: ComposeCompletionContext): readonly Draft[] {
	const section = path.length === 1 ? sections[place] : undefined;
	if (section) return undefinedNames(context.project, section).map((label): Draft => ({ label, kind: "variable", detail: say`Used, and defined nowhere` }));
	const named = namedKeys[place];
	if (named)
		return definedIn(context.project, named)
			.filter((label) => named !== "service" || label !== path[1])
			.map((label): Draft => ({ label, kind: "stage", rank: 0 }));
	if (place === "services.*.build.args") return (context.dockerfile?.arguments ?? []).map((label): Draft => ({ label, kind: "variable" }));
	if (place === "services.*.environment") return environmentNames(file, path[1] ?? "").map((label): Draft => ({ label, kind: "variable" }));
	return [];
}

function undefinedNames(project: readonly ComposeFile[], kind: NameKind): readonly string[] {
	const defined = new Set(definedIn(project, kind));
	const used = project.flatMap((file) =>
		namesIn(file).flatMap((place) => (place.kind === kind && place.role === "reference" && place.file === undefined ? [place.name] : [])),
	);
	return [...new Set(used)].filter((name) => !defined.has(name));
}
