import { say } from "../../text/message.ts";
import { pairsOf } from "../instructions.ts";
import { expandExactly, findExpansionError, isPlain, valuesAt } from "./values.ts";
import { parseInteger } from "./go-values.ts";
import type { Reader } from "./refusal.ts";

/** ENV, LABEL and ARG. */
export const readPairs: Reader = function* (file, instruction) {
	const { keyword, keywordRange, args } = instruction;
	if (args.length === 0) yield { at: keywordRange, what: say`a name is missing`, kind: "arguments", said: `${keyword} requires at least one argument` };
	for (const { name, value } of pairsOf(instruction)) {
		if (name.text === "") {
			const at = value ? { start: name.start, end: value.end } : name;
			yield { at, what: say`the name before \`=\` is missing`, said: `${keyword} names can not be blank` };
		}
		if (keyword !== "ARG" && !isPlain(name.text)) yield* findExpansionError(file, valuesAt(file, instruction), name.text, name);
		if (value && !isPlain(value.text)) yield* findExpansionError(file, valuesAt(file, instruction), value.text, value);
	}
};

/** WORKDIR, USER and MAINTAINER. */
export const readOne: Reader = function* (file, instruction) {
	const { keyword, keywordRange, args } = instruction;
	const [word] = args;
	if (!word) yield { at: keywordRange, what: say`what is to be set is missing`, kind: "arguments", said: `${keyword} requires exactly one argument` };
	else if (keyword !== "MAINTAINER" && !isPlain(word.text)) yield* findExpansionError(file, valuesAt(file, instruction), word.text, word);
};

export const readVolume: Reader = function* (file, instruction) {
	const { keywordRange, args } = instruction;
	if (args.length === 0) yield { at: keywordRange, what: say`a folder is missing`, kind: "arguments", said: "VOLUME requires at least one argument" };
	for (const word of args) {
		const written = word.text.trim();
		const { text, error } = /["'$\\`]/.test(written) ? expandExactly(written, valuesAt(file, instruction), file.escape) : { text: written, error: undefined };
		if (error !== undefined) yield* findExpansionError(file, valuesAt(file, instruction), written, word);
		if (text === "") yield { at: word, what: say`the folder's name is empty`, said: "VOLUME specified can not be an empty string" };
	}
};

export const readShell: Reader = function* (file, { keywordRange, argsRange, args, json }) {
	if (args.length === 0)
		yield { at: json ? argsRange : keywordRange, what: say`a shell is missing`, kind: "arguments", said: "SHELL requires at least one argument" };
	else if (!json)
		yield {
			at: argsRange,
			what: say`a shell is a JSON array, such as \`["/bin/sh", "-c"]\``,
			// One that is meant as an array is not right yet.
			kind: /^\[(?!\[)/.test(file.text.slice(argsRange.start, argsRange.end)) ? "array" : "arguments",
			said: "SHELL requires the arguments to be in JSON form",
		};
};

const signals = new Set(
	`ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ
	RTMIN RTMAX`.split(/\s+/),
);

export const readStopSignal: Reader = function* (file, instruction) {
	const [word] = instruction.args;
	if (!word) {
		yield { at: instruction.keywordRange, what: say`a signal is missing`, kind: "arguments", said: "STOPSIGNAL requires exactly one argument" };
		return;
	}
	const values = valuesAt(file, instruction);
	yield* findExpansionError(file, values, word.text, word);
	const { text } = expandExactly(word.text, values, file.escape);
	if (text === undefined || isSignal(text)) return;
	yield { at: word, what: say`\`${text}\` is no signal, such as \`SIGTERM\` or \`15\``, said: `invalid signal: ${text}` };
};

function isSignal(text: string): boolean {
	const number = parseInteger(text, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
	if (number !== undefined) return number !== 0;
	const name = text.toUpperCase().replace(/^SIG/, "");
	const offset = /^(?:RTMIN\+(\d+)|RTMAX-(\d+))$/.exec(name);
	if (!offset) return signals.has(name);
	const [count, most] = offset[1] === undefined ? [offset[2], 14] : [offset[1], 15];
	return count !== undefined && !count.startsWith("0") && Number(count) <= most;
}
