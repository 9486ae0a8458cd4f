import type { YAMLParseError } from "yaml";
import { type Message, say } from "../text/message.ts";
import type { Edit, Range } from "../text/text.ts";

/**
 * `isRepeated`: a key that is set twice, which tells nothing against the rest of the text. `isLocal`: what stands there is wrong by itself, whatever the lines around it
 * are like.
 */
export type YamlProblem = {
	readonly at: Range;
	readonly message: Message;
	readonly isRepeated: boolean;
	readonly isLocal: boolean;
	/** A bracket is open, somewhere above. */
	readonly opensBracket?: boolean;
	/** Puts right what can only be meant in one way. */
	readonly edit?: Edit;
	/** Of a key that is repeated the first. */
	readonly first?: Range;
};

/** What is wrong, in order and in words that need no grammar. The parser tells what follows from a mistake as well, so only the first counts. */
export function yamlProblems(errors: readonly YAMLParseError[], repeated: readonly YamlProblem[]): readonly YamlProblem[] {
	const mistakes = errors.map((error): YamlProblem => {
		const [start, end] = error.pos;
		return { at: { start, end }, message: wordsFor(error), isRepeated: false, isLocal: locals.has(error.code), opensBracket: openBracket.test(error.message) };
	});
	const all = [...mistakes, ...repeated];
	all.sort((one, other) => one.at.start - other.at.start);
	const first = all.find(({ isRepeated }) => !isRepeated);
	return all.filter((problem) => problem === first || (problem.isRepeated && (!first || problem.at.start < first.at.start)));
}

/** Characters inside a value. */
const locals: ReadonlySet<string> = new Set(["BAD_DQ_ESCAPE", "BAD_SCALAR_START"]);

export const repeatedKey = (at: Range, first: Range): YamlProblem => ({
	at,
	message: say`this key is set a second time`,
	isRepeated: true,
	isLocal: true,
	first,
});

const openBracket = /\bend with (?:a )?([\]}])/;

function wordsFor({ code, message }: YAMLParseError): Message {
	const bracket = openBracket.exec(message)?.[1];
	if (bracket !== undefined) return say`a bracket is open, and \`${bracket}\` does not close it`;
	switch (code) {
		case "TAB_AS_INDENT":
			return say`a tab indents this line, where YAML takes spaces alone`;
		case "BAD_INDENT":
			return say`this line is not indented as those beside it`;
		case "BLOCK_AS_IMPLICIT_KEY":
			return say`the value that begins here holds a \`:\` or a \`-\`: put it in quotes, or indent the next line as this one`;
		case "MULTILINE_IMPLICIT_KEY":
			return say`a key cannot go over several lines; a \`:\` or a quotation mark may be missing`;
		case "BAD_SCALAR_START":
			return say`a value that begins with \`${message.at(-1) ?? ""}\` has to be in quotes`;
		case "BAD_DQ_ESCAPE":
			return say`\`${message.slice(message.lastIndexOf(" ") + 1)}\` means nothing between double quotes; a backslash is written twice there, or the quotes are single ones`;
		case "MISSING_CHAR":
			return missing(message);
		default:
			return say`YAML allows nothing here that looks like this`;
	}
}

function missing(message: string): Message {
	if (message.includes("quote")) return say`a quotation mark is open, and none closes it`;
	if (message.includes("map values")) return say`a \`:\` is missing after this key, or a value before it`;
	if (message.includes("without -")) return say`a \`-\` is missing before this item`;
	if (message.includes("Comments")) return say`a space is missing before the \`#\``;
	if (message.includes("Missing ,")) return say`a comma is missing between two items`;
	return say`a character is missing here`;
}
