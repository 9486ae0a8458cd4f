import type { Amount, Effect } from "../../dockerignore/effect.ts";
import type { Dockerignore, Pattern } from "../../dockerignore/patterns.ts";
import { type Catalogue, type Message, say, textOf } from "../../text/message.ts";
import { sizeText } from "../../text/size.ts";
import { Lines } from "../../text/text.ts";
import type { Hover } from "../hover.ts";
import { bullets, code, paragraphs } from "../markdown.ts";

/** The pattern that the offset is in. */
export const patternAt = ({ patterns }: Dockerignore, offset: number): Pattern | undefined => patterns.find(({ at }) => at.start <= offset && offset <= at.end);

/** What is known of a pattern besides itself; without an effect what lies in the folder is not known. `isWhole`: whether all of it was looked at. */
export type Looked = { readonly effect: Effect | undefined; readonly isWhole: boolean };

/** What a pattern fits, and what comes of it. */
export function patternHover(file: Dockerignore, pattern: Pattern, { effect, isWhole }: Looked, catalogue: Catalogue | undefined): Hover {
	const translate = (message: Message): string => textOf(message, catalogue);
	const meaning = translate(meaningOf(pattern));
	if (!effect) return { range: pattern.at, markdown: meaning };
	const lines = new Lines(file.text);
	const named = (other: Pattern): Message => say`line ${lines.lineAt(other.at.start) + 1}, ${code(file.text.slice(other.at.start, other.at.end))}`;
	const { own, undone, covered, sent, all } = effect;
	const facts: Message[] = [];
	if (own.files > 0) facts.push(pattern.isException ? say`keeps ${amountOf(own)}` : say`leaves out ${amountOf(own)}`);
	for (const [other, amount] of undone) {
		facts.push(pattern.isException ? say`left out again by ${named(other)}: ${amountOf(amount)}` : say`taken back by ${named(other)}: ${amountOf(amount)}`);
	}
	for (const [other, amount] of covered) facts.push(say`left out already by ${named(other)}: ${amountOf(amount)}`);
	if (facts.length === 0) facts.push(pattern.isException ? say`keeps nothing that is there` : say`fits nothing that is there`);
	facts.push(say`sent to the builder in all: ${amountOf(sent)} of ${amountOf(all)}`);
	const examples = own.examples.map((path) => code(path)).join(", ");
	const more = own.files > own.examples.length ? "…" : "";
	return {
		range: pattern.at,
		markdown: paragraphs(
			meaning,
			bullets(facts.map(translate)),
			examples && `${translate(say`For example:`)} ${examples}${more && `, ${more}`}`,
			isWhole ? undefined : translate(say`The folder is large, so only a part of it was looked at.`),
		),
	};
}

function meaningOf({ text, isException }: Pattern): Message {
	const shown = code(text);
	const rest = text.startsWith("**/") ? text.slice(3) : undefined;
	const what =
		text === "*" || text === "**" || text === "**/*"
			? say`everything`
			: rest !== undefined && !rest.includes("*")
				? say`${code(rest)} at any depth, and all that is in it`
				: /[*?[]/.test(text)
					? say`what fits ${shown}, seen from the build's folder, and all that is in it`
					: say`${shown} in the build's folder, and all that is in it`;
	return isException ? say`Keeps what lines above leave out: ${what}.` : say`Leaves out of the build: ${what}.`;
}

function amountOf({ files, bytes }: Amount): Message {
	const size = sizeText(bytes);
	return files === 1 ? say`1 file (${size})` : say`${files} files (${size})`;
}
