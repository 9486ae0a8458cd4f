import { type Message, type MessageValue, say } from "../text/message.ts";

const longest = 200;

/** Text of a user's file as a code span that shows it as it is: nothing in it is taken for Markdown. Long text is cut, line ends become spaces. */
export function code(text: string): string {
	const oneLine = text.replace(/[\s\p{Cc}]+/gu, " ").replace(/[\p{Bidi_Control}\p{Cs}]/gu, "\uFFFD");
	const shown = oneLine.length > longest ? `${oneLine.slice(0, longest)}…` : oneLine;
	if (shown.trim() === "") return `\`"${shown}"\``;
	const runs: readonly string[] = shown.match(/`+/g) ?? [];
	let fence = "`";
	while (runs.includes(fence)) fence += "`";
	return shown.startsWith("`") || shown.endsWith("`") ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

/** "a, b and c" */
export function listed([first = "", ...others]: readonly MessageValue[]): MessageValue {
	const last = others.pop();
	return last === undefined ? first : say`${others.reduce<MessageValue>((one, other) => say`${one}, ${other}`, first)} and ${last}`;
}

/** "line 4", "lines 4, 7 and 9"; no more than eight are named. */
export function lineList(lines: readonly number[]): Message {
	const unique = [...new Set(lines)];
	if (unique.length === 1) return say`line ${unique[0] ?? 0}`;
	const named = unique.slice(0, 8).map(String);
	return unique.length > named.length
		? say`lines ${named.reduce<MessageValue>((one, other) => say`${one}, ${other}`, named.shift() ?? "")} and others`
		: say`lines ${listed(named)}`;
}

/** Sentences, one after the other; absent ones are left out. */
export const sentences = (first: Message, ...others: readonly (Message | undefined)[]): Message =>
	others.reduce<Message>((one, other) => (other ? say`${one} ${other}` : one), first);

/** Paragraphs of a hover; absent ones are left out. */
export const paragraphs = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join("\n\n");

/** A list of facts; empty where there are none. */
export const bullets = (facts: readonly string[]): string => facts.map((fact) => `- ${fact}`).join("\n");
