import { type Stage, stageOf } from "../dockerfile/stages.ts";
import type { Dockerfile } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import { type Call, callsOf } from "./calls.ts";
import type { ShellWord } from "./shell-word.ts";

/** An account that a RUN makes. */
export type Account = {
	readonly name: string;
	readonly word: ShellWord;
	/** As written; undefined where the program chooses it, or a variable holds it. */
	readonly number: string | undefined;
	readonly call: Call;
	readonly stage: Stage | undefined;
};

/** In the order of the text; without those whose name a variable holds. */
export const accountsIn = (file: Dockerfile): readonly Account[] => accounts(file);

/** The accounts that the stage has from its own RUNs, and from the stages that it begins with. */
export function accountsOf(file: Dockerfile, stage: Stage): readonly Account[] {
	const all = accountsIn(file);
	if (all.length === 0) return all;
	const stages = new Set<Stage | undefined>();
	for (let each: Stage | undefined = stage; each; each = each.parent) stages.add(each);
	return all.filter((account) => stages.has(account.stage));
}

const accounts = fact((file: Dockerfile): readonly Account[] =>
	callsOf(file, "useradd", "adduser").flatMap((call) => {
		const { program, operands, operandWords, options, instruction, isOpen } = call;
		const [name] = operands;
		const [word] = operandWords;
		// `adduser NAME GROUP` makes nobody, nor does `useradd -D`.
		if (operands.length !== 1 || name === undefined || !word || isOpen || (program === "useradd" && options.some(([option]) => option === "-D"))) return [];
		const number = options.find(([option]) => option === "-u" || option === "--uid")?.[1];
		return { name, word, number: /^\d+$/.test(number ?? "") ? number : undefined, call, stage: stageOf(file, instruction) };
	}),
);
