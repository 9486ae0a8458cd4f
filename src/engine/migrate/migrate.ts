import { parseHadolintConfiguration } from "../lint/configuration-file.ts";
import { isHadolintName } from "../lint/hadolint-name.ts";
import type { Rule } from "../lint/rule.ts";
import { type Message, say } from "../text/message.ts";
import { Lines } from "../text/text.ts";
import { parseTally } from "./parse-tally.ts";
import { writeConfiguration } from "./write-configuration.ts";

/** Something that is not carried over, and why. Lines and columns count from 1; absent where the place is in the message. */
export type LeftOut = { readonly message: Message; readonly line?: number; readonly column?: number };

/** A `.hullwright.yaml` that says the same, as far as it can be said; undefined where the other linter's configuration cannot be read at all. */
export type Migration = { readonly text: string | undefined; readonly leftOut: readonly LeftOut[] };

/** Where other linters keep their configurations: looked for in this order. */
export const foreignNames = [".hadolint.yaml", ".hadolint.yml", ".tally.toml", "tally.toml"] as const;

/** Turns another linter's configuration into ours. The name of the file says whose it is: undefined where it is nobody's. Load it lazily: it brings parsers. */
export function migrate(name: string, text: string, rules: readonly Rule[]): Migration | undefined {
	if (isHadolintName(name)) return fromHadolint(name, text, rules);
	return /tally.*\.toml$/i.test(name) ? fromTally(name, text, rules) : undefined;
}

function fromHadolint(name: string, text: string, rules: readonly Rule[]): Migration {
	const { configuration, problems, useless } = parseHadolintConfiguration(text, rules);
	const lines = new Lines(text);
	const leftOut = [...problems, ...useless]
		.toSorted((one, other) => one.at.start - other.at.start)
		.map(({ message, at }) => ({ message, line: lines.lineAt(at.start) + 1, column: lines.positionAt(at.start).column + 1 }));
	return { text: writeConfiguration(configuration, { name, peers: ["hadolint", "shellcheck"] }, rules), leftOut };
}

function fromTally(name: string, text: string, rules: readonly Rule[]): Migration {
	const read = parseTally(text, rules);
	if ("problem" in read) return { text: undefined, leftOut: [{ ...read, message: say`Not valid TOML: ${read.problem}` }] };
	return {
		text: writeConfiguration(read.configuration, { name, peers: ["tally", "hadolint", "buildkit"] }, rules),
		leftOut: read.leftOut.map((message) => ({ message })),
	};
}
