import { splitCommand } from "../../../compose/print/command.ts";
import { nameOf } from "../../../compose/syntax.ts";
import { say } from "../../../text/message.ts";
import { type Edit, replace } from "../../../text/text.ts";
import { isOneLine } from "./layout.ts";
import { isAt, isOrdinary, type Place } from "./place.ts";
import { inFile, type Rewrites } from "./rewrites.ts";
import { canBePlain, doubleQuoted, isText, quoteOf } from "./spelling.ts";

/** Texts that Compose splits into words. */
const commands = ["services.*.command", "services.*.entrypoint"];
const checks = ["services.*.healthcheck.test"];
/** One item may stand without its list. */
const lone = ["services.*.env_file", "services.*.dns", "services.*.dns_search", "services.*.tmpfs"];

export const stringAndList: Rewrites = {
	there: inFile(({ entry }) => say`Write \`${nameOf(entry) ?? ""}\` as a list`, toList),
	back: inFile(({ entry }) => say`Write \`${nameOf(entry) ?? ""}\` as text`, toText),
};

const is = ({ path }: Place, patterns: readonly string[]): boolean => patterns.some((pattern) => isAt(path, pattern));

function toList(place: Place): readonly Edit[] | undefined {
	const { file, value } = place;
	if (value?.kind !== "scalar" || !isOrdinary(value) || value.source === "") return undefined;
	const quote = quoteOf(file.text, value);
	if (quote === undefined || (quote === "" && !isText(value.source))) return undefined;
	if (is(place, lone)) return [replace(value, `[${file.text.slice(value.start, value.end)}]`)];
	if (quote === "'") return undefined;
	if (is(place, checks)) return [replace(value, listed(["CMD-SHELL", value.source]))];
	// What a variable holds may be several words.
	if (!is(place, commands) || value.source.replaceAll("$$", "").includes("$")) return undefined;
	const words = splitCommand(value.source);
	return words && words.length > 0 ? [replace(value, listed(words))] : undefined;
}

const listed = (words: readonly string[]): string => `[${words.map(doubleQuoted).join(", ")}]`;

function toText(place: Place): readonly Edit[] | undefined {
	const { file, value } = place;
	if (value?.kind !== "sequence" || !value.isFlow || !isOrdinary(value) || !isOneLine(file.text, value)) return undefined;
	if (is(place, lone)) {
		const [item, another] = value.items;
		return item?.kind === "scalar" && isOrdinary(item) && !another ? [replace(value, file.text.slice(item.start, item.end))] : undefined;
	}
	const words = value.items.flatMap((item) => (item.kind === "scalar" && isOrdinary(item) ? [item.source] : []));
	if (words.length !== value.items.length || words.length === 0) return undefined;
	if (is(place, checks)) return words[0] === "CMD-SHELL" && words.length === 2 ? [replace(value, spelled(words[1] ?? ""))] : undefined;
	if (!is(place, commands) || words.join("").replaceAll("$$", "").includes("$")) return undefined;
	return [replace(value, spelled(words.map(asWord).join(" ")))];
}

const spelled = (text: string): string => (canBePlain(text, { isFlow: false }) && isText(text) ? text : doubleQuoted(text));

/** With quotes where it would be several words, or none. */
const asWord = (word: string): string =>
	/^[^\s"'\\`;&|<>()$]+$/.test(word) ? word : word.includes("'") || !/["\\]/.test(word) ? `"${word.replace(/["\\]/g, "\\$&")}"` : `'${word}'`;
