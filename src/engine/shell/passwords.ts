import { scopeBefore } from "../dockerfile/variables.ts";
import { mountsOf } from "../dockerfile/mounts.ts";
import type { Dockerfile } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import type { Range } from "../text/text.ts";
import { type Call, callsOf } from "./calls.ts";
import { commandsOf } from "./commands.ts";

/** An account's password that a RUN sets. */
export type SetPassword = { readonly kind: "empty" | "known"; readonly at: Range };

/** Programs that set passwords. */
export const passwordPrograms = ["chpasswd", "passwd", "useradd", "usermod"] as const;

/** Those of which the file tells that they are empty, or known to who has the image. */
export const passwordsIn = (file: Dockerfile): readonly SetPassword[] => passwords(file);

const passwords = fact((file: Dockerfile): readonly SetPassword[] =>
	callsOf(file, ...passwordPrograms).flatMap((call) => {
		// What a secret mount brings is for one command alone.
		if (mountsOf(file, call.instruction).some(({ type }) => type === "secret")) return [];
		if (call.program === "chpasswd") return fedTo(file, call, (line) => line.slice(line.indexOf(":") + 1), /^[\w$.{}-]+:/);
		if (call.program === "passwd") return ofPasswd(file, call);
		return call.options.flatMap(([name, value, word]): SetPassword | [] => {
			if ((name !== "-p" && name !== "--password") || !word) return [];
			const next = call.command.args[call.command.args.indexOf(word) + 1];
			const isApart = next !== undefined && (word.value === name || /^-[a-zA-Z]*p$/.test(word.value ?? ""));
			const text = isApart ? next.text : word.text;
			const at = isApart ? { start: word.start, end: next.end } : { start: word.start, end: word.end };
			if (value === "" && (!isApart || next.value === "")) return isApart ? { kind: "empty", at } : [];
			// These lock the account.
			return /^[!*x]+$/.test(value) || !isKnown(file, call, text) ? [] : { kind: "known", at };
		});
	}),
);

function ofPasswd(file: Dockerfile, call: Call): readonly SetPassword[] {
	const { options, command } = call;
	const deletion = options.find(([name]) => name === "-d" || name === "--delete");
	if (deletion?.[2]) return [{ kind: "empty", at: { start: deletion[2].start, end: deletion[2].end } }];
	return options.some(([name]) => name !== "--stdin") && command.joint !== "|" ? [] : fedTo(file, call, (line) => line, /./);
}

/** What stands in the text that a program reads, or in the command that prints it into a pipe. */
function fedTo(file: Dockerfile, call: Call, passwordIn: (line: string) => string, shape: RegExp): readonly SetPassword[] {
	const { command, instruction, index, options } = call;
	if (options.some(([name]) => name === "-e" || name === "--encrypted")) return [];
	const before = command.joint === "|" ? commandsOf(file, instruction)[index - 1] : undefined;
	const printed = before && (before.name === "echo" || before.name === "printf") ? before.args.filter(({ text }) => !/^-[neE]+$/.test(text)) : [];
	const words = [...printed, ...command.redirects.flatMap(({ operator, target }) => (operator === "<<<" ? [target] : []))];
	const found: SetPassword[] = [];
	for (const word of words) {
		const text = word.value ?? word.text.replace(/^["']|["']$/g, "");
		const lines = text.split(/\\n|\n/).filter((line) => shape.test(line));
		const at = { start: word.start, end: word.end };
		if (lines.some((line) => passwordIn(line) !== "" && isKnown(file, call, passwordIn(line)))) found.push({ kind: "known", at });
		else if (lines.some((line) => /^[\w.-]+:$/.test(line)) && words.length === 1) found.push({ kind: "empty", at });
	}
	return found;
}

/** Whether what stands there says the password, or an argument or variable of the image does. A format is none, nor is what a program makes up. */
function isKnown(file: Dockerfile, { instruction }: Call, text: string): boolean {
	if (/\$\(|`/.test(text) || text.includes("%s")) return false;
	const variables = [...text.matchAll(/\$\{?(\w+)/g)];
	return variables.every(([, name = ""]) => scopeBefore(file, instruction).get(name) !== undefined);
}
