const longest = 200;

/** Text of a user's file as a code span that shows it as it is: nothing in it is taken for Markdown. Long text is cut, line ends become spaces. */
export function code(text: string): string {
	const oneLine = text.replace(/[\s\p{Cc}]+/gu, " ").replace(/[\p{Bidi_Control}\p{Cs}]/gu, "\uFFFD");
	const shown = oneLine.length > longest ? `${oneLine.slice(0, longest)}…` : oneLine;
	if (shown.trim() === "") return shown === "" ? "*empty*" : "*blank*";
	const runs: readonly string[] = shown.match(/`+/g) ?? [];
	let fence = "`";
	while (runs.includes(fence)) fence += "`";
	return shown.startsWith("`") || shown.endsWith("`") ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

/** "a, b and c" */
export function listed(items: readonly string[]): string {
	return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** "line 4", "lines 4, 7 and 9"; no more than eight are named. */
export function lineList(lines: readonly number[]): string {
	const unique = [...new Set(lines)];
	const named = unique.slice(0, 8).map(String);
	if (unique.length > named.length) named.push("others");
	return `${unique.length === 1 ? "line" : "lines"} ${listed(named)}`;
}

/** Paragraphs of a hover; absent ones are left out. */
export const paragraphs = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join("\n\n");

/** A list of facts; empty where there are none. */
export const bullets = (facts: readonly string[]): string => facts.map((fact) => `- ${fact}`).join("\n");
