import { type Catalogue, type Message, textOf } from "../../../text/message.ts";
import { paragraphs } from "../../markdown.ts";
import { codeBlock } from "../hover/documentation/about.ts";

/** What is to be read about a completion, as Markdown, made when somebody wants to. */
export type About = (catalogue: Catalogue | undefined) => string | undefined;

/** A paragraph each. */
export const saying =
	(...messages: readonly (Message | undefined)[]): About =>
	(catalogue) =>
		paragraphs(...messages.map((message) => message && textOf(message, catalogue)));

/** The code that is put there, and what is said of it. */
export const showing =
	(code: string, about: About): About =>
	(catalogue) =>
		paragraphs(codeBlock(code), about(catalogue));
