import { fact } from "../../text/fact.ts";
import { say } from "../../text/message.ts";
import { keywords } from "../instruction.ts";
import { instructionsOf } from "../instructions.ts";
import type { Dockerfile, Instruction, Word } from "../syntax.ts";
import { isPlainCopy, plainPath, readCopy } from "./copy.ts";
import { plainPort, readExpose } from "./expose.ts";
import { isStageName, readFrom } from "./from.ts";
import { isBoolean } from "./go-values.ts";
import { readHealthcheck } from "./healthcheck.ts";
import { findFlagErrors } from "./known-flags.ts";
import type { Found, Kind, Reader, Refusal } from "./refusal.ts";
import { readRun } from "./run.ts";
import { findInheritedErrors, findStageErrors } from "./stage-graph.ts";
import { globalValues, isPlain } from "./values.ts";
import { readOne, readPairs, readShell, readStopSignal, readVolume } from "./words.ts";
import { notKnown } from "../lexer.ts";
import { stagesOf } from "../stages.ts";

export type { Kind, Refusal };

const readers: Readonly<Record<string, readonly [Reader, Kind]>> = {
	__proto__: null as never,
	ADD: [readCopy, "value"],
	ARG: [readPairs, "arguments"],
	COPY: [readCopy, "value"],
	ENV: [readPairs, "arguments"],
	EXPOSE: [readExpose, "port"],
	FROM: [readFrom, "name"],
	HEALTHCHECK: [readHealthcheck, "arguments"],
	LABEL: [readPairs, "arguments"],
	MAINTAINER: [readOne, "arguments"],
	RUN: [readRun, "flag"],
	SHELL: [readShell, "arguments"],
	STOPSIGNAL: [readStopSignal, "value"],
	USER: [readOne, "arguments"],
	VOLUME: [readVolume, "value"],
	WORKDIR: [readOne, "arguments"],
};

/**
 * For what Docker refuses a file whose lines it can read, in the file's order; lines that it cannot read, and unknown instructions, are not among it. BuildKit stops
 * at the first. Nothing is said where the base image decides, and where an argument of the build does only of FROM, apart from the others (`unlessGiven`).
 */
export const refusalsOf = fact((file: Dockerfile): readonly Refusal[] => {
	const refusals: Refusal[] = [];
	let putOff: Map<Instruction, Pick<Refusal, "what" | "said">> | undefined;
	let mayName = false;
	for (const instruction of file.instructions) {
		const { startLine, trigger, error, keyword } = instruction;
		if (instruction.flags.length > 0) mayName = true;
		if (error || isPlainly(instruction) || !keywords.has(keyword)) continue;
		readInstruction(file, instruction, startLine, false, refusals);
		if (keyword !== "ONBUILD") continue;
		for (const found of readOnbuild(instruction)) refusals.push(toRefusal(found, "trigger", startLine));
		if (!trigger || forbidden.has(trigger.keyword)) continue;
		const later: Refusal[] = [];
		readInstruction(file, trigger, startLine, true, later);
		const [first] = keywords.has(trigger.keyword) ? later : [unknownTrigger(trigger)];
		if (first) (putOff ??= new Map()).set(instruction, first);
		refusals.push(...later);
	}
	// Stages are named by flags.
	if (mayName) for (const { instruction, ...found } of findStageErrors(file)) refusals.push(toRefusal(found, "stage", instruction.startLine));
	if (putOff) for (const { instruction, ...found } of findInheritedErrors(file, putOff)) refusals.push(toRefusal(found, "trigger", instruction.startLine));
	if (!isPlainFile(file)) refusals.push(...findFileErrors(file));
	return refusals.length < 2 ? refusals : refusals.toSorted((one, other) => one.at.start - other.at.start);
});

/** Whether there is nothing to look at but the instructions: no parser directive, and no ARG that may stand before FROM or mean something to BuildKit. */
const isPlainFile = (file: Dockerfile): boolean =>
	file.directives.length === 0 && file.instructions[0]?.keyword === "FROM" && instructionsOf(file, "ARG").length === 0;

function readInstruction(file: Dockerfile, instruction: Instruction, line: number, isPutOff: boolean, refusals: Refusal[]): void {
	for (const found of findFlagErrors(file, instruction)) refusals.push(toRefusal(found, "flag", line, isPutOff));
	const [read, kind] = readers[instruction.keyword] ?? [];
	if (read && kind) for (const found of read(file, instruction)) refusals.push(toRefusal(found, kind, line, isPutOff));
}

/** Whether there is nothing to look at, as in most instructions: that is told faster than it is found. */
function isPlainly(instruction: Instruction): boolean {
	const { keyword, flags, args } = instruction;
	// Which stage is meant is looked at with all of them.
	if (flags.length > 0 && !(keyword === "COPY" && isPlainFrom(flags))) return false;
	if (keyword === "RUN" || keyword === "CMD" || keyword === "ENTRYPOINT") return true;
	const first = args[0];
	if (first === undefined) return false;
	switch (keyword) {
		case "COPY":
		case "ADD":
			return isPlainCopy(instruction);
		case "FROM":
			return plainImage.test(first.text) && (args.length === 1 || (args.length === 3 && isPlainName(args)));
		case "MAINTAINER":
			return true;
		case "WORKDIR":
		case "USER":
			return isPlain(first.text);
		case "EXPOSE":
			return areAll(args, plainPort);
		case "VOLUME":
			return areAll(args, plainPath);
		case "ARG":
		case "ENV":
		case "LABEL":
			return arePlainPairs(instruction);
		default:
			return false;
	}
}

function isPlainFrom([flag, second]: Instruction["flags"]): boolean {
	return flag?.name === "from" && second === undefined && flag.value !== undefined && (isStageName(flag.value.text) || /^\d+$/.test(flag.value.text));
}

function areAll(words: readonly Word[], plain: RegExp): boolean {
	for (const { text } of words) if (!plain.test(text)) return false;
	return true;
}

function isPlainName(args: readonly Word[]): boolean {
	const as = args[1]?.text;
	return (as === "AS" || as === "as") && isStageName(args[2]?.text ?? "");
}

/** Each word has a name, and what has to be expanded is plain: an ARG's name is not. */
function arePlainPairs({ keyword, args }: Instruction): boolean {
	for (let index = 0; index < args.length; index++) {
		const text = args[index]?.text ?? "";
		if (keyword === "ARG") {
			if (text.startsWith("=") || !isPlain(text.slice(text.indexOf("=") + 1))) return false;
		} else if ((text === "" && index % 2 === 0) || !isPlain(text)) return false;
	}
	return true;
}

/** Short enough to be no digest by itself, and without an underscore where a host may stand. */
const plainImage = /^(?=.{1,60}$)[a-z][a-z0-9]*(?:[-./][a-z0-9]+)*(?:_[a-z0-9]+)*(?::\w[\w.-]*)?$/;

const toRefusal = (found: Found, kind: Kind, line: number, isPutOff = false): Refusal => ({
	kind: found.kind ?? kind,
	at: found.at,
	line: found.line ?? line,
	what: found.what,
	said: found.said,
	meant: found.meant,
	isPutOff,
	unlessGiven: found.unlessGiven,
});

const forbidden = new Set(["ONBUILD", "FROM", "MAINTAINER"]);

function* readOnbuild({ keywordRange, trigger }: Instruction): Generator<Found> {
	if (!trigger || trigger.keyword === "")
		yield { at: keywordRange, kind: "arguments", what: say`an instruction is missing`, said: "ONBUILD requires at least one argument" };
	else if (trigger.keyword === "ONBUILD")
		yield { at: trigger.keywordRange, what: say`ONBUILD cannot be put off once more`, said: "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed" };
	else if (forbidden.has(trigger.keyword))
		yield { at: trigger.keywordRange, what: say`ONBUILD cannot put off ${trigger.keyword}`, said: `${trigger.keyword} isn't allowed as an ONBUILD trigger` };
}

const unknownTrigger = ({ keyword }: Instruction): Pick<Refusal, "what" | "said"> => ({
	what: say`\`${keyword}\` is no instruction`,
	said: `unknown instruction: ${keyword}`,
});

/** What belongs to no instruction by itself. */
function* findFileErrors(file: Dockerfile): Generator<Refusal> {
	const { instructions, directives } = file;
	const first = instructions.find(({ keyword }) => keyword !== "ARG");
	const only = instructions[0];
	if (first && first.keyword !== "FROM" && keywords.has(first.keyword) && !first.error) {
		const what = say`a Dockerfile begins with FROM; only ARG may stand before it`;
		yield toRefusal({ at: first.keywordRange, what, said: "no build stage in current context" }, "from", first.startLine);
	} else if (!first && only)
		yield toRefusal({ at: only.keywordRange, what: say`there is no FROM in the file`, said: "dockerfile contains no stages to build" }, "from", 0);
	for (const { name, value, range } of directives) {
		// BuildKit looks for this one at the beginning of a line.
		const isFirst = range.start === 0 || /[\n\uFEFF]/.test(file.text[range.start - 1] ?? "");
		const option =
			name === "check" && isFirst
				? value.text
						.trim()
						.split(";")
						.find((each) => !isCheckOption(each))
				: undefined;
		if (option !== undefined && value.text.trim()) {
			const said = `failed to parse check options: invalid check option ${JSON.stringify(option)}`;
			yield toRefusal({ at: value, what: say`\`${option}\` is none of \`skip=…\`, \`experimental=…\` and \`error=true\``, said }, "value", 0);
		}
	}
	yield* findEpochError(file);
}

/** Of all arguments this one means something to BuildKit. */
function* findEpochError(file: Dockerfile): Generator<Refusal> {
	const declared = instructionsOf(file, "ARG").find(({ args }) => args.some(({ text }) => text.startsWith("SOURCE_DATE_EPOCH=")));
	const epoch = declared && globalValues(file).known.get("SOURCE_DATE_EPOCH");
	if (!epoch || epoch === notKnown || epoch === "context" || /^[-+]?\d+$/.test(epoch)) return;
	if (stagesOf(file).some(({ name }) => name?.text.toLowerCase() === epoch.toLowerCase())) return;
	yield toRefusal({ at: declared.range, what: say`\`${epoch}\` is no time in seconds`, said: `invalid SOURCE_DATE_EPOCH: ${epoch}` }, "value", 0);
}

function isCheckOption(option: string): boolean {
	const equals = option.indexOf("=");
	const name = option.slice(0, Math.max(equals, 0)).trim();
	return name === "skip" || name === "experimental" || (name === "error" && isBoolean(option.slice(equals + 1).trim()));
}
