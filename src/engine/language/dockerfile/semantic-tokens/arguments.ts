import { stageOf } from "../../../dockerfile/stages.ts";
import { stateBefore } from "../../../dockerfile/state.ts";
import type { Instruction } from "../../../dockerfile/syntax.ts";
import { isPosixShell } from "../../../shell/effective-shell.ts";
import type { OpenedHeredoc } from "../../../shell/highlight/scan.ts";
import { scanShell } from "../../../shell/highlight/script.ts";
import type { Range } from "../../../text/text.ts";
import type { Sink } from "./semantic-tokens.ts";
import { addWord, wordsOf } from "./words.ts";

const noHeredocs: readonly OpenedHeredoc[] = [];

/** What stands behind the flags. Gives the here documents that commands of a script read. */
export function addArguments(sink: Sink, instruction: Instruction): readonly OpenedHeredoc[] {
	const { keyword, json, logical, logicalArgs } = instruction;
	if (json || beginsArray.test(logical.text.slice(logicalArgs.start, logicalArgs.end))) {
		addStrings(sink, instruction);
		return noHeredocs;
	}
	switch (keyword) {
		case "RUN":
		case "CMD":
		case "ENTRYPOINT":
			return addScript(sink, instruction, logicalArgs);
		case "HEALTHCHECK":
			return addHealthcheck(sink, instruction);
		case "FROM":
			addFrom(sink, instruction);
			break;
		case "ARG":
		case "ENV":
		case "LABEL":
			addPairs(sink, instruction);
			break;
		case "EXPOSE":
			for (const word of wordsOf(sink, instruction)) addPort(sink, instruction, word);
			break;
		default:
			for (const word of wordsOf(sink, instruction)) addPlain(sink, instruction, word);
	}
	return noHeredocs;
}

/** An array that is not closed yet: its first string is followed by another, or by nothing. */
const beginsArray = /^\[\s*"(?:[^"\\]|\\.)*(?:"\s*(?:,|\]?$)|$)/;
const string = /"(?:[^"\\]|\\.)*(?:"|$)/g;

/** Only what Docker expands holds variables; the strings of a command are handed over as they are. */
function addStrings(sink: Sink, instruction: Instruction): void {
	const { keyword, logical, logicalArgs } = instruction;
	const isExpanded = keyword === "COPY" || keyword === "ADD" || keyword === "VOLUME";
	for (const { 0: found, index } of logical.text.slice(logicalArgs.start, logicalArgs.end).matchAll(string)) {
		const start = logicalArgs.start + index;
		if (isExpanded) addWord(sink, instruction, "string", start, start + found.length);
		else sink.addLogical(instruction, "string", start, start + found.length);
	}
}

function addScript(sink: Sink, instruction: Instruction, range: Range): readonly OpenedHeredoc[] {
	const { file } = sink;
	if (!isPosixShell(file, instruction, stateBefore(file, instruction))) {
		// Quotes and variables look the same in the shells of Windows, and no more is known of those.
		addWord(sink, instruction, undefined, range.start, range.end);
		return noHeredocs;
	}
	return scanShell(instruction.logical.text, range, (kind, start, end, isDeclaration) => sink.addLogical(instruction, kind, start, end, isDeclaration));
}

function addHealthcheck(sink: Sink, instruction: Instruction): readonly OpenedHeredoc[] {
	const { logical, logicalArgs } = instruction;
	const type = /^(?:cmd|none)(?=\s|$)/i.exec(logical.text.slice(logicalArgs.start, logicalArgs.end))?.[0];
	if (!type) return noHeredocs;
	const typeEnd = logicalArgs.start + type.length;
	sink.addLogical(instruction, "keyword", logicalArgs.start, typeEnd);
	return type.length === 3 ? addScript(sink, instruction, { start: typeEnd, end: logicalArgs.end }) : noHeredocs;
}

function addFrom(sink: Sink, instruction: Instruction): void {
	const { text } = instruction.logical;
	const [image, as, name] = wordsOf(sink, instruction);
	if (image && stageOf(sink.file, instruction)?.parent) addWord(sink, instruction, "namespace", image.start, image.end);
	else if (image) addImage(sink, instruction, image);
	if (!as || !/^as$/i.test(text.slice(as.start, as.end))) return;
	sink.addLogical(instruction, "keyword", as.start, as.end);
	if (name) sink.addLogical(instruction, "namespace", name.start, name.end, true);
}

/** The name, and apart from it the tag and the digest. */
function addImage(sink: Sink, instruction: Instruction, { start, end }: Range): void {
	const { text } = instruction.logical;
	let depth = 0;
	let [tag, digest] = [end, end];
	for (let at = start; at < end; at++) {
		const character = text[at];
		if (character === "{") depth++;
		else if (character === "}") depth--;
		else if (depth > 0) continue;
		else if (character === "/" && digest === end) tag = end;
		else if (character === ":" && digest === end) tag = at;
		else if (character === "@") digest = at;
	}
	const nameEnd = Math.min(tag, digest);
	addWord(sink, instruction, "class", start, nameEnd);
	if (tag < end) addWord(sink, instruction, "property", tag + 1, digest);
	if (digest < end) addWord(sink, instruction, "property", digest + 1, end);
}

/** The names and values of ARG, ENV and LABEL; in the old form all behind the first name is its value. */
function addPairs(sink: Sink, instruction: Instruction): void {
	const { keyword, logical, logicalArgs } = instruction;
	const { text } = logical;
	const addName = (start: number, end: number): void =>
		keyword === "LABEL" ? sink.addLogical(instruction, "property", start, end) : sink.addLogical(instruction, "variable", start, end, true);
	for (const [index, { start, end }] of wordsOf(sink, instruction).entries()) {
		const equals = text.indexOf("=", start);
		if (equals >= 0 && equals < end) {
			addName(start, equals);
			sink.addLogical(instruction, "operator", equals, equals + 1);
			addWord(sink, instruction, "string", equals + 1, end);
		} else {
			addName(start, end);
			if (index > 0 || keyword === "ARG") continue;
			const valueStart = endOfBlanks(text, end, logicalArgs.end);
			addWord(sink, instruction, "string", valueStart, logicalArgs.end);
			return;
		}
	}
}

function endOfBlanks(text: string, start: number, end: number): number {
	let at = start;
	while (at < end && /\s/.test(text[at] ?? "")) at++;
	return at;
}

function addPort(sink: Sink, instruction: Instruction, { start, end }: Range): void {
	const slash = instruction.logical.text.lastIndexOf("/", end - 1);
	const portEnd = slash > start ? slash : end;
	addWord(sink, instruction, "number", start, portEnd);
	if (portEnd < end) addWord(sink, instruction, "enumMember", portEnd + 1, end);
}

/** Paths, users, signals. */
function addPlain(sink: Sink, instruction: Instruction, { start, end }: Range): void {
	const opener = /^\d*<<-?/.exec(instruction.logical.text.slice(start, end))?.[0];
	if (opener && (instruction.keyword === "COPY" || instruction.keyword === "ADD")) {
		sink.addLogical(instruction, "operator", start, start + opener.length);
		sink.addLogical(instruction, "label", start + opener.length, end);
	} else addWord(sink, instruction, instruction.keyword === "STOPSIGNAL" ? "enumMember" : "string", start, end);
}
