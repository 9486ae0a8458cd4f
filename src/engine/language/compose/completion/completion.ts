import { serviceAt, schemaPath } from "../schema-at.ts";
import type { ComposeFile } from "../../../compose/syntax.ts";
import type { Message } from "../../../text/message.ts";
import type { Range } from "../../../text/text.ts";
import type { Completion, Draft, KnownImage } from "../../completion.ts";
import type { ComposeCursor } from "./compose-cursor.ts";
import { composeCursorAt } from "./cursor.ts";
import { isOfNothing, keyDrafts, stepIn } from "./keys.ts";
import { linesIn } from "./lines.ts";
import { pathDrafts, pathWanted } from "./paths.ts";
import { valueDrafts } from "./values.ts";
import { fragmentDrafts } from "../fragments/fragment-drafts.ts";
import { serviceDrafts } from "../services/service-drafts.ts";
import { variableDrafts, variableWordAt } from "./variable-word.ts";

/** A Dockerfile that a service is built from. */
export type KnownDockerfile = { readonly stages: readonly string[]; readonly arguments: readonly string[]; readonly ports: readonly string[] };

/** What may be known besides the file. */
export type ComposeCompletionContext = {
	/** All files of the project, this one first. */
	readonly project: readonly ComposeFile[];
	/** Images that everybody may want. */
	readonly officials: readonly Draft[];
	/** What is in the folder that is wanted. */
	readonly entries: readonly { readonly name: string; readonly isFolder: boolean }[];
	readonly images: readonly KnownImage[];
	/** Variables that have a value, by their names, with what is told of it. */
	readonly variables: ReadonlyMap<string, Message | string>;
	readonly dockerfile: KnownDockerfile | undefined;
	/** Ports that the image exposes, as far as somebody knows. */
	readonly imagePorts: readonly string[];
	/** The file that a service is extended from. */
	readonly extended: ComposeFile | undefined;
	/** Whether something else completes the keys of the schema. */
	readonly hasKeys: boolean;
	/** Whether somebody wants the list. Otherwise a blank was typed, and only what has to follow may come up: Enter would take it. */
	readonly isAsked: boolean;
};

/** What has to be looked up for a list. */
export type ComposeWants = {
	/** A folder, from the file's own. */
	readonly folder: string | undefined;
	readonly images: boolean;
	/** Of the service, from the file's folder. */
	readonly dockerfile: string | undefined;
	readonly imagePorts: string | undefined;
	readonly extended: string | undefined;
	readonly variables: boolean;
};

export function composeWantsAt(file: ComposeFile, offset: number): ComposeWants {
	const variables = variableWordAt(file, offset) !== undefined;
	const cursor = variables ? undefined : composeCursorAt(file, offset);
	const place = cursor && schemaPath(cursor.meant);
	const service = cursor?.meant[0] === "services" ? cursor.meant[1] : undefined;
	const own = service === undefined ? undefined : serviceAt(file, service);
	const isPorts = place !== undefined && /^services\.\*\.(?:ports|expose)(?:\.\*|$)/.test(place);
	const isBuild = place !== undefined && /^services\.\*\.build\.(?:target|args)/.test(place);
	return {
		variables,
		folder: cursor && pathWanted(file, cursor)?.folder,
		images: place === "services.*.image" || place === "services.*.pre_start.*.image",
		dockerfile: isPorts || isBuild ? own?.dockerfile : undefined,
		imagePorts: isPorts ? own?.image : undefined,
		extended: place === "services.*.extends.service" ? cursor?.siblings.get("file") : undefined,
	};
}

/** What may stand at the offset, best first; undefined where nothing is known of the place. */
export function composeCompletionsAt(file: ComposeFile, offset: number, context: ComposeCompletionContext): readonly Completion[] | undefined {
	const variable = variableWordAt(file, offset);
	if (variable) return variableDrafts(file, variable, context.variables).map((draft) => ({ ...draft, range: variable.range }));
	const cursor = composeCursorAt(file, offset);
	if (!cursor) return undefined;
	if (!context.isAsked && (cursor.kind === "key" || cursor.typed !== "")) return undefined;
	const paths = pathWanted(file, cursor);
	const found: Completion[] = [];
	const add = (drafts: readonly Draft[], range: Range = cursor.range): void => {
		for (const draft of drafts) found.push({ ...draft, range });
	};
	const isPlain = !cursor.isFlow && !cursor.hasColon && cursor.quote === "";
	if (cursor.kind === "key") {
		const isMapping = (cursor.siblings.size > 0 || cursor.items.length === 0) && !isOfNothing(cursor);
		const { start, end } = cursor.range;
		if (isMapping) {
			const closed = cursor.quote !== "" && !cursor.hasColon && file.text[end] === cursor.quote ? 1 : 0;
			add(keyDrafts(file, cursor, context, linesIn(file)), { start, end: end + closed });
			if (isPlain && cursor.path.length === 1 && cursor.path[0] === "services") add(serviceDrafts(file, cursor.range));
			if (isPlain) add(fragmentDrafts(file, cursor, context.project, stepIn(linesIn(file))));
		}
		if (isPlain && cursor.siblings.size === 0) {
			const item: ComposeCursor = { ...cursor, kind: "item", path: [...cursor.path, "*"], meant: [...cursor.meant, "*"] };
			add(asItems(newOf(valueDrafts(file, item, context), cursor)));
		}
	} else {
		// An item that has entries below it is no word.
		const isWord = cursor.kind === "value" || cursor.siblings.size === 0;
		for (const draft of isWord ? newOf(valueDrafts(file, cursor, context), cursor) : []) found.push(upToSign(file, offset, written(draft, cursor), cursor));
		if (paths && isWord)
			add(
				pathDrafts(paths, context.entries).map((draft) => written(draft, cursor)),
				paths.range,
			);
		if (cursor.kind === "item" && !cursor.isFlow && cursor.quote === "" && context.isAsked && (!paths || /^\w*$/.test(cursor.typed)))
			add(keyDrafts(file, cursor, context, linesIn(file)));
	}
	return found.length > 0 ? found : undefined;
}

/** Without those that the list has already: Compose takes most of them once. */
const newOf = (drafts: readonly Draft[], { items }: ComposeCursor): readonly Draft[] =>
	drafts.filter(({ label, text = label }) => !items.some((item) => item === label || (text.endsWith("=") && item.startsWith(text))));

/** What ends with a `:` or `=` goes up to the one that is there already. */
function upToSign({ text }: ComposeFile, offset: number, draft: Draft, { range }: ComposeCursor): Completion {
	const sign = draft.text?.at(-1) ?? "";
	const at = sign === ":" || sign === "=" ? text.slice(offset, range.end).indexOf(sign) : -1;
	if (at < 0) return { ...draft, range };
	return { ...draft, text: draft.text?.slice(0, -1) ?? draft.label, range: { start: range.start, end: offset + at } };
}

/** Begins the list. */
const asItems = (drafts: readonly Draft[]): readonly Draft[] =>
	drafts.map((draft) => ({
		...draft,
		label: `- ${draft.label}`,
		text: `- ${quoted(draft.text ?? draft.label)}`,
		filter: draft.filter ?? draft.label,
		rank: (draft.rank ?? 0) + 1,
	}));

/** With the blank that a value needs before it, and in quotes where it would be something else without them. */
function written(draft: Draft, { quote, lacksBlank, isFlow }: ComposeCursor): Draft {
	const text = draft.text ?? draft.label;
	const safe = quote === "" && draft.snippet === undefined ? quoted(text, isFlow) : text;
	const whole = lacksBlank ? ` ${safe}` : safe;
	return whole === draft.label ? draft : { ...draft, text: whole, filter: draft.filter ?? draft.label };
}

/** A port of two numbers is one number to some readers of YAML, and `no` is false; others begin with what means something to all. */
const needsQuotes = /^(?:no|[\d:./-]+(?:\/\w+)?|[@`%{}[\]|>"'#!].*|.*: .*|.* #.*)$/;

const quoted = (text: string, isFlow = false): string =>
	(needsQuotes.test(text) && !/^[\d.]+$|^\.{0,2}\//.test(text)) || (isFlow && /[,[\]{}]/.test(text)) ? `"${text}"` : text;
