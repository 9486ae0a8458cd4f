import type { Word } from "unbash";
import type { Dockerfile } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import { runsWith } from "./named-commands.ts";
import { nodesOf } from "./nodes.ts";
import { ShellWord } from "./shell-word.ts";

type Loop = { readonly words: readonly ShellWord[] };

/** The `for` loops over words in all RUNs, triggers among them, in the order of the text. */
export const loopsOf = fact((file: Dockerfile): readonly Loop[] =>
	runsWith(file, "for ").flatMap((run) =>
		nodesOf(file, run, "For").flatMap(({ node, source }) =>
			node.wordlist ? [{ words: node.wordlist.map((word) => new ShellWord(source, word.text, word.pos, word)) }] : [],
		),
	),
);

/** The only command of a substitution that is all of a word, as in `for x in $(ls)`; undefined where there are several, or other things. */
export function onlyCommandIn({ parts }: ShellWord): { readonly name: string; readonly args: readonly Word[] } | undefined {
	const [part] = parts ?? [];
	if (parts?.length !== 1 || part?.type !== "CommandExpansion") return undefined;
	const [statement, ...others] = part.script?.commands ?? [];
	const command = statement?.command;
	if (others.length > 0 || command?.type !== "Command" || command.name === undefined) return undefined;
	return { name: command.name.value, args: command.suffix.filter((each) => each.type === "Word") };
}
