import { flagOf, instructionsAndTriggersOf } from "../dockerfile/instructions.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import { type Edit, type Range, replace } from "../text/text.ts";
import { callsOf } from "./calls.ts";
import { commandsNamed } from "./named-commands.ts";

/** A place where files get their rights. */
export type Mode = {
	/** `0755`, `a+rwx`. */
	readonly mode: string;
	readonly at: Range;
	readonly instruction: Instruction;
	/** Undefined where a variable holds it. */
	readonly paths: readonly (string | undefined)[];
	/** Undefined where the mode is not simply written there. */
	readonly change: ((to: string) => Edit) | undefined;
};

/** What `chmod`, `mkdir -m`, `install -m` and the `--chmod` of COPY and ADD give, in no particular order; without what variables hold. */
export const modesIn = (file: Dockerfile): readonly Mode[] => modes(file);

const modes = fact((file: Dockerfile): readonly Mode[] => {
	const found: Mode[] = [];
	for (const { operands, operandWords, instruction, options } of callsOf(file, "chmod")) {
		const [mode] = operands;
		const [word, ...targets] = operandWords;
		const paths = targets.map((target, index) => (target && /^["']?\$/.test(target.text) ? undefined : operands[index + 1]));
		if (mode !== undefined && word && !options.some(([name]) => name === "--reference"))
			found.push({ mode, at: word, instruction, paths, change: changing(word, mode, word.text) });
	}
	for (const { run: instruction, command } of commandsNamed(file, "mkdir", "install")) {
		const { args } = command;
		for (const [index, { text }] of args.entries()) {
			if (!text.startsWith("-")) continue;
			const [option, attached] = /^(?:-[a-zA-Z]*m|--mode)(=?[\w+=,-]*)$/.exec(text) ?? [];
			if (option === undefined || attached === undefined) continue;
			const word = attached ? args[index] : args[index + 1];
			const mode = attached ? attached.replace(/^=/, "") : word?.value;
			if (word && mode !== undefined)
				found.push({
					mode,
					at: word,
					instruction,
					paths: args.slice(index + (attached ? 1 : 2)).flatMap(({ text, value }) => (text.startsWith("-") ? [] : [value])),
					change: attached ? undefined : changing(word, mode, word.text),
				});
		}
	}
	for (const keyword of ["COPY", "ADD"]) {
		for (const instruction of instructionsAndTriggersOf(file, keyword)) {
			const value = instruction.flags.length > 0 ? flagOf(instruction, "chmod")?.value : undefined;
			if (value)
				found.push({
					mode: value.text,
					at: value,
					instruction,
					paths: instruction.args.slice(-1).map(({ text }) => text),
					change: changing(value, value.text, file.text.slice(value.start, value.end)),
				});
		}
	}
	return found;
});

const changing = (at: Range, mode: string, written: string): Mode["change"] => (written === mode ? (to) => replace(at, to) : undefined);

/** Whether everybody may write then. A directory with the sticky bit, as `/tmp` is, is made for that. */
export function isForAllToWrite(mode: string): boolean {
	const [, special = "0", others] = /^0*?([0-7]?)[0-7]{2}([0-7])$/.exec(mode) ?? [];
	if (others !== undefined) return (Number(others) & 2) > 0 && (Number(special) & 1) === 0;
	if (!mode.includes("w")) return false;
	const clauses = clausesOf(mode);
	return clauses.some(({ who, gives }) => /[oa]/.test(who) && gives.includes("w")) && !clauses.some(({ gives }) => gives.includes("t"));
}

/** Whether the file's owner runs it then, whoever starts it. */
export function isSetUser(mode: string): boolean {
	const special = /^0*([0-7])[0-7]{3}$/.exec(mode)?.[1];
	if (special !== undefined) return (Number(special) & 4) > 0;
	return clausesOf(mode).some(({ who, gives }) => (who === "" || /[ua]/.test(who)) && gives.includes("s"));
}

type Clause = { readonly who: string; readonly gives: string };

/** What symbolic modes add, such as `a+rwx,u+s`. */
function clausesOf(mode: string): readonly Clause[] {
	if (!/^[ugoa]*[-+=]/.test(mode)) return [];
	return mode.split(",").flatMap((clause) => {
		const who = /^[ugoa]*/.exec(clause)?.[0] ?? "";
		return Array.from(clause.matchAll(/[+=]([rwxXst]+)/g), ([, gives = ""]) => ({ who, gives }));
	});
}

/** The same mode, without that others may write; undefined where that is not simply said. */
export function withoutWritingOthers(mode: string): string | undefined {
	if (/^[0-7]{3,4}$/.test(mode)) return mode.slice(0, -1) + (Number(mode.at(-1)) & 5);
	const gives = /^(?:a|ugo)([+=])(r?)w(x?)$/i.exec(mode);
	if (!gives) return undefined;
	const [, operator = "", read = "", run = ""] = gives;
	const rest = read + run;
	return `ug${operator}${read}w${run}${rest ? `,o${operator}${rest}` : ""}`;
}
