import { type Catalogue, type Message, say, textOf } from "../../../../text/message.ts";
import { code, paragraphs, sentences } from "../../../markdown.ts";
import { flagDocumentation } from "./flags.ts";
import { directiveDocumentation, instructionDocumentation, wordDocumentation } from "./instructions.ts";
import { mountDocumentation, mountKeyAliases, mountTypeKeyText } from "./mounts.ts";

/** What a hover and `hullwright explain` say alike, in Markdown. */

/** The forms of an instruction and what it does; `more` is what else is to be said before the link to Docker's reference. Undefined for what Docker does not know. */
export function aboutInstruction(keyword: string, catalogue: Catalogue | undefined, more?: string): string | undefined {
	const documentation = Object.hasOwn(instructionDocumentation, keyword) ? instructionDocumentation[keyword] : undefined;
	if (!documentation) return undefined;
	return paragraphs(codeBlock(...documentation.forms), textOf(documentation.text, catalogue), more, referenceLink(documentation.page, catalogue));
}

/** How a flag is written, what it does, what holds without it, and `more`. Undefined where the instruction has no such flag. */
export function aboutFlag(keyword: string, name: string, catalogue: Catalogue | undefined, more?: string): string | undefined {
	const flags = Object.hasOwn(flagDocumentation, keyword) ? flagDocumentation[keyword] : undefined;
	const documentation = flags && Object.hasOwn(flags, name) ? flags[name] : undefined;
	if (!documentation) return undefined;
	const { form, text, otherwise, since } = documentation;
	const without = otherwise && say`Without it: ${otherwise}.`;
	const from = since === undefined ? undefined : say`Since Dockerfile syntax ${since}.`;
	const facts = without ? sentences(without, from) : from;
	return paragraphs(codeBlock(`${keyword} ${form}`), textOf(text, catalogue), facts && textOf(facts, catalogue), more);
}

/** Undefined for a type that BuildKit does not know. */
export function aboutMountType(type: string): Message | undefined {
	const mount = mountOf(type);
	return mount && say`**${code(`type=${type}`)}** ${mount.text}`;
}

/** A key of `--mount`, by any of its names. Undefined where a mount of that type has none, or takes no notice of it. */
export function aboutMountKey(type: string, key: string): Message | undefined {
	if (key === "type") return mountTypeKeyText;
	const keys = mountOf(type)?.keys ?? {};
	const name = mountKeyAliases[key] ?? key;
	return keys[name] && Object.hasOwn(keys, name) ? say`**${code(key)}** of a ${code(type)} mount: ${keys[name]}` : undefined;
}

const mountOf = (type: string) => (Object.hasOwn(mountDocumentation, type) ? mountDocumentation[type] : undefined);

export const aboutDirective = (name: keyof typeof directiveDocumentation): Message => say`**${code(`# ${name}=`)}** ${directiveDocumentation[name]}`;

/** `AS` in FROM, `CMD` and `NONE` in HEALTHCHECK. */
export const aboutWord = (word: keyof typeof wordDocumentation): Message => say`**${code(word)}** ${wordDocumentation[word]}`;

export const codeBlock = (...lines: readonly string[]): string => `\`\`\`dockerfile\n${lines.join("\n")}\n\`\`\``;

/** `anchor` is one of the page's. */
export const referenceLink = (anchor: string, catalogue: Catalogue | undefined): string =>
	`[${textOf(say`Docker's reference`, catalogue)}](https://docs.docker.com/reference/dockerfile/#${anchor})`;
