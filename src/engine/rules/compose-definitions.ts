import type { LintedCompose } from "../compose/linted.ts";
import { type Held, sectionInsertion } from "../compose/rewrite/insert.ts";
import type { Fix } from "../lint/rule.ts";
import { say } from "../text/message.ts";
import type { Range } from "../text/text.ts";
import { similarIn, wordInstead } from "./compose-refusals.ts";

/** For a name that a section does not define: the name that is spelt much the same, or else its definition. */
export function defined(file: LintedCompose, section: string, at: Range, name: string, held: Held | undefined): Fix | undefined {
	const similar = similarIn(file, section, name);
	if (similar !== undefined) return wordInstead(file, at, similar);
	const edit = held !== undefined && /^[\w.-]+$/.test(name) ? sectionInsertion(file, section, name, held) : undefined;
	return edit && { title: say`Define \`${name}\` under \`${section}\``, edits: [edit], safe: false };
}
