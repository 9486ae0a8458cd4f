import type { Dockerfile } from "../../../dockerfile/syntax.ts";
import type { Cursor } from "../cursor.ts";
import { aboutFlag } from "../hover/documentation/about.ts";
import type { About, Draft } from "../../completion.ts";
import { flagDocumentation } from "../hover/documentation/flags.ts";
import type { CompletionContext } from "./completion.ts";
import { imageCompletions } from "./images.ts";
import { mountKeys } from "./mounts.ts";
import { sourceCompletions } from "./paths.ts";
import { platformCompletions } from "./platforms.ts";
import { stageSources } from "./stages.ts";
import { ownerCompletions } from "./users.ts";

/** These may be given more than once. */
const repeatable: ReadonlySet<string> = new Set(["mount", "device", "exclude"]);

/** Those that stand for themselves. */
const switches: ReadonlySet<string> = new Set(["link", "parents", "keep-git-dir", "unpack"]);

/** The flags that the instruction has and that are not given yet. */
export function flagCompletions(
	file: Dockerfile,
	cursor: Pick<Extract<Cursor, { readonly kind: "flag" | "word" | "string" | "shell" }>, "instruction" | "offset" | "range">,
): readonly Draft[] {
	const { instruction, offset, range } = cursor;
	const { keyword, flags } = instruction;
	const given = new Set(flags.filter(({ start, end }) => offset < start || offset > end).map(({ name }) => name));
	const hasValue = file.text[range.end] === "=";
	return Object.keys(flagDocumentation[keyword] ?? {})
		.filter((name) => repeatable.has(name) || !given.has(name))
		.map((name): Draft => {
			const isSwitch = switches.has(name);
			const text = `--${name}${isSwitch || hasValue ? "" : "="}`;
			return { label: text, kind: "flag", about: (catalogue) => aboutFlag(keyword, name, catalogue), isBegun: !isSwitch && !hasValue };
		});
}

/** What may be given to the flag. */
export function flagValues(
	file: Dockerfile,
	cursor: Extract<Cursor, { readonly kind: "flag-value" }>,
	context: CompletionContext,
): readonly Draft[] | undefined {
	const { name, instruction } = cursor;
	const { keyword } = instruction;
	if (!flagDocumentation[keyword]?.[name]) return undefined;
	const about: About = (catalogue) => aboutFlag(keyword, name, catalogue);
	const values = (...labels: readonly string[]): readonly Draft[] => labels.map((label) => ({ label, kind: "value", about }));
	switch (name) {
		case "platform":
			return platformCompletions(file);
		case "from":
			return [...stageSources(file, cursor), ...imageCompletions(file, context)];
		case "chown":
			return ownerCompletions(file, cursor);
		case "chmod":
			return values("755", "644", "0755", "0644", "600", "u=rwX,go=rX", "+x");
		case "network":
			return values("default", "none", "host");
		case "security":
			return values("sandbox", "insecure");
		case "mount":
			return mountKeys({ type: undefined, given: [], isFollowedByValue: false });
		case "interval":
			return values("30s", "10s", "1m", "5m");
		case "timeout":
			return values("30s", "3s", "5s", "10s");
		case "start-period":
			return values("0s", "5s", "10s", "30s", "1m");
		case "start-interval":
			return values("5s", "1s", "2s");
		case "retries":
			return values("3", "1", "5");
		case "checksum":
			return values("sha256:");
		case "exclude":
			return sourceCompletions(cursor, context);
		default:
			return switches.has(name) ? values("true", "false") : undefined;
	}
}
