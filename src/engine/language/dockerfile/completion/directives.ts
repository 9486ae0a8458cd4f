import { type Draft, saying } from "../../completion.ts";
import type { Dockerfile } from "../../../dockerfile/syntax.ts";
import { say } from "../../../text/message.ts";
import type { Cursor } from "../cursor.ts";
import { aboutDirective } from "../hover/documentation/about.ts";

/** The parser directives that the file does not have yet, and the one that is being written; what is behind its name stays. */
export function directiveCompletions({ directives, text }: Dockerfile, { range }: Pick<Cursor, "range">): readonly Draft[] {
	const names = ["syntax", "escape", "check"] as const;
	const isFollowedByValue = /^[ \t]*=/.test(text.slice(range.end, range.end + 80));
	const sign = isFollowedByValue ? "" : "=";
	return names
		.filter((name) => !directives.some((directive) => directive.name === name && directive.range.start !== range.start))
		.map((name): Draft => ({
			label: `# ${name}${sign}`,
			kind: "key",
			filter: `# ${name}= #${name}=`,
			rank: 3,
			isBegun: !isFollowedByValue,
			about: saying(aboutDirective(name)),
		}));
}

/** What a directive may say. The names of checks are completed where rules are. */
export function directiveValues({ name, typed }: Extract<Cursor, { readonly kind: "directive-value" }>): readonly Draft[] | undefined {
	const about = saying(aboutDirective(name));
	switch (name) {
		case "syntax":
			return [
				{ label: "docker/dockerfile:1", kind: "value", about, detail: say`The newest stable version` },
				{ label: "docker/dockerfile:1-labs", kind: "value", about, detail: say`With what is still being tried out` },
				{ label: "docker/dockerfile:latest", kind: "value", about },
			];
		case "escape":
			return [
				{ label: "`", kind: "value", about, detail: say`For Windows paths` },
				{ label: "\\", kind: "value", about, detail: say`As it is without the directive` },
			];
		case "check":
			// In a list of checks their names are wanted.
			if (/[=,]/.test(typed)) return undefined;
			return [
				{ label: "skip=", kind: "key", about, isBegun: true },
				{ label: "skip=all", kind: "value", about },
				{ label: "error=true", kind: "value", about },
			];
	}
}
