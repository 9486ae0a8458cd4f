import { paragraphs } from "../../markdown.ts";
import { codeBlock } from "../hover/documentation/about.ts";
import type { About } from "../../completion.ts";

/** The code that is put there, and what is said of it. */
export const showing =
	(code: string, about: About): About =>
	(catalogue) =>
		paragraphs(codeBlock(code), about(catalogue));
