import { type Catalogue, type Message, textOf } from "../text/message.ts";
import type { Edit, Range } from "../text/text.ts";
import { paragraphs } from "./markdown.ts";

/** Something that may be written at a place. */
export type Completion = Draft & {
	/** What is replaced: the word. Up to the offset it is what is typed already. */
	readonly range: Range;
};

/** A completion without its place. */
export type Draft = {
	readonly label: string;
	readonly kind: "keyword" | "form" | "flag" | "key" | "value" | "stage" | "image" | "variable" | "user" | "file" | "folder" | "command";
	/** What is put in place of the range, where it is not the label. */
	readonly text?: string;
	/** The same in the syntax of snippets, for editors that take them. A form or command is nothing without. */
	readonly snippet?: string;
	/** What is changed elsewhere in the document with it. */
	readonly also?: readonly Edit[];
	/** By what it is found, where it is not by its text. */
	readonly filter?: string;
	/** One line: plain text, or a message. */
	readonly detail?: Message | string;
	readonly about?: About;
	/** Those of lower rank come first; 0 where nothing is said. In a rank they stay in their order. */
	readonly rank?: number;
	readonly isDeprecated?: boolean;
	/** Whether something else has to be written behind it, which may be suggested at once. */
	readonly isBegun?: boolean;
	/** Typing one of these takes it. */
	readonly commit?: readonly string[];
};

/** A file or folder of the build context. */
export type ContextEntry = { readonly name: string; readonly isFolder: boolean; /** By the `.dockerignore`. */ readonly isIgnored: boolean };

/** An image that somebody has: in another file of the workspace, or in the local engine. */
export type KnownImage = { readonly name: string; readonly origin: Message };

/** What is to be read about a completion, as Markdown, made when somebody wants to. */
export type About = (catalogue: Catalogue | undefined) => string | undefined;

/** A paragraph each. */
export const saying =
	(...messages: readonly (Message | undefined)[]): About =>
	(catalogue) =>
		paragraphs(...messages.map((message) => message && textOf(message, catalogue)));

/** What a snippet puts there where nobody fills in its gaps. */
export const toText = (snippet: string): string =>
	snippet
		.replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1")
		.replace(/\$\{\d+:([^}]*)\}/g, "$1")
		.replace(/\$\d/g, "")
		.replace(/\\([$}\\])/g, "$1");

/** A text that means itself in a snippet. */
export const toSnippet = (text: string): string => text.replace(/[\\$}]/g, String.raw`\$&`);
