import type { Message } from "../../../text/message.ts";
import type { Section } from "../services/add-sections.ts";

/** A part of a Compose file that somebody may want whole. */
export type Fragment = {
	/** The key that it begins with, and what it is. */
	readonly label: string;
	readonly detail: Message;
	/** In the syntax of snippets, two blanks a level. */
	readonly lines: readonly string[];
	/** What comes with it at the top of the file. */
	readonly sections?: readonly Section[];
};
