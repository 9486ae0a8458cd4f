import { type ComposeEntry, type ComposeNode, nameOf } from "../../../compose/syntax.ts";
import { lineBreakIn } from "../../../text/line-break.ts";
import { say } from "../../../text/message.ts";
import { type Edit, insert, remove, replace } from "../../../text/text.ts";
import { areListsFlush, columnOf, dashOf, hasComment, isOneLine, lineEnd, lineStart, nextLine, stepOf } from "./layout.ts";
import { isAt, isEmpty, isOrdinary, type Place } from "./place.ts";
import { inFile, type Rewrites } from "./rewrites.ts";
import { canBePlain, doubleQuoted, quoteOf, rawOf, type ScalarNode, singleQuoted, staysText } from "./spelling.ts";

/** Lists of `NAME=value` that may be mappings. */
const pairs = [
	...["environment", "labels", "annotations", "sysctls", "build.args", "build.labels", "build.additional_contexts", "deploy.labels"].map(
		(key) => `services.*.${key}`,
	),
	...["networks", "volumes", "secrets", "configs"].map((section) => `${section}.*.labels`),
];
const hosts = ["services.*.extra_hosts", "services.*.build.extra_hosts"];
/** Lists of names, whose mappings hold nothing. */
const names = ["services.*.networks"];
const dependencies = ["services.*.depends_on"];
const condition = "condition: service_started";

type Form = "=" | ":" | "names" | "dependencies";

function formAt({ path }: Place): Form | undefined {
	const is = (patterns: readonly string[]): boolean => patterns.some((pattern) => isAt(path, pattern));
	return is(pairs) ? "=" : is(hosts) ? ":" : is(names) ? "names" : is(dependencies) ? "dependencies" : undefined;
}

export const listAndMapping: Rewrites = {
	there: inFile(({ entry }) => say`Write \`${nameOf(entry) ?? ""}\` as a mapping`, toMapping),
	back: inFile(({ entry }) => say`Write \`${nameOf(entry) ?? ""}\` as a list`, toList),
};

function toMapping(place: Place): readonly Edit[] | undefined {
	const { file, value, entry } = place;
	const form = formAt(place);
	if (!form || value?.kind !== "sequence" || value.tag !== undefined || value.items.length === 0) return undefined;
	const edits: Edit[] = [];
	const keyColumn = columnOf(file.text, entry.key.start);
	const isFlush = !value.isFlow && columnOf(file.text, value.start) === keyColumn;
	for (const item of value.items) {
		const pair = item.kind === "scalar" && isOrdinary(item) ? pairOf(file.text, item, form, value.isFlow) : undefined;
		const start = value.isFlow ? item.start : dashOf(file.text, item);
		if (pair === undefined || start === undefined) return undefined;
		edits.push(replace({ start, end: item.end }, value.isFlow && form === "dependencies" ? pair.replace(/:$/, `: { ${condition} }`) : pair));
		if (form !== "dependencies" || value.isFlow) continue;
		const indent = " ".repeat(columnOf(file.text, start) + stepOf(file) * (isFlush ? 2 : 1));
		edits.push(insert(lineEnd(file.text, item.end), `${lineBreakIn(file.text)}${indent}${condition}`));
	}
	if (value.isFlow) return [...edits, ...brackets(value, "{", "}", file.text)];
	return isFlush ? [...edits, ...shifted(file.text, value, stepOf(file))] : edits;
}

function toList(place: Place): readonly Edit[] | undefined {
	const { file, value, entry } = place;
	const form = formAt(place);
	if (!form || value?.kind !== "mapping" || value.tag !== undefined || value.entries.length === 0) return undefined;
	const edits: Edit[] = [];
	for (const each of value.entries) {
		const item = isOrdinary(each.value) && isOrdinary(each.key) ? itemOf(place, each, form, value.isFlow) : undefined;
		if (!item) return undefined;
		edits.push(...item);
	}
	if (value.isFlow) return [...edits, ...brackets(value, "[", "]", file.text)];
	const by = columnOf(file.text, value.start) - columnOf(file.text, entry.key.start);
	return areListsFlush(file, value) ? [...edits, ...shifted(file.text, value, -by)] : edits;
}

/** `[ ]` or `{ }` at the ends. */
const brackets = ({ start, end }: ComposeNode, open: string, close: string, text: string): readonly Edit[] => [
	replace({ start, end: start + 1 }, open),
	replace({ start: end - 1, end }, text[end - 1] === (open === "{" ? "]" : "}") ? close : (text[end - 1] ?? "")),
];

/** All lines of the node moved to the right, or to the left. */
function shifted(text: string, node: ComposeNode, by: number): readonly Edit[] {
	const edits: Edit[] = [];
	for (let at = lineStart(text, node.start); at < node.end; at = nextLine(text, at)) {
		const isBlank = lineEnd(text, at) === at;
		if (by > 0 && !isBlank) edits.push(insert(at, " ".repeat(by)));
		if (by < 0 && text.slice(at, at - by).trim() === "" && !isBlank) edits.push(remove({ start: at, end: at - by }));
		if (nextLine(text, at) === text.length) break;
	}
	return edits;
}

const name = /^[A-Za-z_][\w.\-/]*$/;

/** `NAME: value` for an item; what is quoted stays so, and `"` becomes `'` where only the mapping needs quotes. */
function pairOf(text: string, item: ScalarNode, form: Form, isFlow: boolean): string | undefined {
	const quote = quoteOf(text, item);
	if (quote === undefined) return undefined;
	const { source } = item;
	// Without the blank Compose takes the colon for part of the name.
	const alone = isFlow && form !== "dependencies" ? `${source}: ` : `${source}:`;
	if (form === "names" || form === "dependencies") return quote === "" && name.test(source) && staysText(source) ? alone : undefined;
	const at = source.indexOf(form);
	if (at < 0) return form === "=" && quote === "" && name.test(source) ? alone : undefined;
	const [key, value] = [source.slice(0, at), source.slice(at + 1)];
	const raw = rawOf(text, item);
	if (!name.test(key) || !staysText(key) || !raw.startsWith(key + form)) return undefined;
	if (quote === "") return `${key}: ${inMapping(value, isFlow) ? value : doubleQuoted(value)}`;
	const rest = raw.slice(key.length + 1);
	if (inMapping(value, isFlow) || !canBePlain(source, { isFlow })) return `${key}: ${quote}${rest}${quote}`;
	return quote === '"' ? `${key}: ${singleQuoted(value)}` : undefined;
}

/** Whether the value needs no quotes behind `NAME:`. */
const inMapping = (value: string, isFlow: boolean): boolean => canBePlain(value, { isFlow }) && staysText(value);

function itemOf({ file }: Place, { start, end, key, value }: ComposeEntry, form: Form, isFlow: boolean): readonly Edit[] | undefined {
	const { text } = file;
	if (key.kind !== "scalar" || !key.isPlain || key.source === "<<") return undefined;
	const dash = isFlow ? "" : "- ";
	if (form === "dependencies") return dependency({ start, end, key, value }, text, dash, (range) => hasComment(file, range));
	if (isEmpty(value))
		return text[key.end] === ":" && form !== ":"
			? [replace({ start, end: key.end + (isFlow && text[key.end + 1] === " " ? 2 : 1) }, `${dash}${key.source}`)]
			: undefined;
	if (form === "names" || value?.kind !== "scalar" || text.slice(key.end, value.start) !== ": " || key.source.includes(form)) return undefined;
	const quote = quoteOf(text, value);
	if (quote === undefined) return undefined;
	const [raw, item] = [rawOf(text, value), `${key.source}${form}${value.source}`];
	const isPlain = canBePlain(item, { isFlow });
	if (quote === "") return [replace({ start, end }, dash + (isPlain ? item : doubleQuoted(item)))];
	if (inMapping(value.source, isFlow) || !isPlain) return [replace({ start, end }, `${dash}${quote}${key.source}${form}${raw}${quote}`)];
	return [replace({ start, end }, dash + (quote === '"' ? item : doubleQuoted(item)))];
}

/** Only where nothing is said but what a list says, too. */
function dependency({ start, end, key, value }: ComposeEntry, text: string, dash: string, hasCommentIn: (range: { start: number; end: number }) => boolean) {
	const [only, another] = value?.kind === "mapping" ? value.entries : [];
	if (!only || another || text.slice(only.start, only.end) !== condition || text[key.end] !== ":") return undefined;
	if (dash === "") return isOneLine(text, { start, end }) ? [replace({ start, end }, text.slice(key.start, key.end))] : undefined;
	const [own, first] = [lineStart(text, only.start), lineEnd(text, key.end)];
	if (nextLine(text, first) !== own || hasCommentIn({ start: own, end: lineEnd(text, only.end) })) return undefined;
	return [replace({ start, end: key.end + 1 }, dash + text.slice(key.start, key.end)), remove({ start: first, end: only.end })];
}
