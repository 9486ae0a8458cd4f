import { instructionsOf } from "../../../dockerfile/instructions.ts";
import type { Dockerfile } from "../../../dockerfile/syntax.ts";
import type { Cursor } from "../cursor.ts";
import { usualPorts } from "../hover/documentation/ports.ts";
import type { Draft } from "../../completion.ts";

/** Usual ports; of a number that is written, its protocols. */
export function portCompletions(
	file: Dockerfile,
	{ typed, words }: Pick<Extract<Cursor, { readonly kind: "word" | "string" }>, "typed" | "words">,
): readonly Draft[] {
	const number = /^\d+(?:-\d+)?/.exec(typed)?.[0];
	const protocols = number === undefined ? [] : ["tcp", "udp"].map((protocol): Draft => ({ label: `${number}/${protocol}`, kind: "value" }));
	const taken = new Set([...words, ...instructionsOf(file, "EXPOSE").flatMap(({ args }) => args.map(({ text }) => text))]);
	const ports = usualPorts.filter(([port]) => port === typed || !taken.has(port));
	return [...protocols, ...ports.map(([label, detail]): Draft => ({ label, kind: "value", detail, rank: 1 }))];
}
