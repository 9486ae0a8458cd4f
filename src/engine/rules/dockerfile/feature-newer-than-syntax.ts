import { type NewerSyntax, newerSyntax } from "../../dockerfile/newer-syntax.ts";
import type { Directive } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { type Range, replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "feature-newer-than-syntax",
	category: "correctness",
	severity: "error",
	title: "The front end that `# syntax=` names does not know what the file uses",
	why: [
		"`# syntax=docker/dockerfile:1.2` has the file read by that version, whatever the builder knows: what came later is an unknown flag to it, and the build fails.",
		"`docker/dockerfile:1` is the newest that reads everything from before.",
	],
	fixes: {
		safely: "The directive asks for the newest front end of version 1; with the old one nothing is built.",
		never: "The front end is pinned by its digest, or it takes one of the channel `labs`.",
	},
	examples: [
		{
			bad: dockerfile`
				# syntax=docker/dockerfile:1.2
				FROM debian:12
				COPY --link app /app
			`,
			good: dockerfile`
				# syntax=docker/dockerfile:1
				FROM debian:12
				COPY --link app /app
			`,
		},
	],

	needs: ["# syntax"],
	check(file) {
		const problems: Problem[] = [];
		const directive = file.directives.find(({ name }) => name === "syntax");
		if (!directive) return problems;
		const pin = pinOf(directive);
		if (!pin) return problems;
		for (const used of newerSyntax(file)) {
			if (isKnown(used, pin)) continue;
			const fix = used.labs || pin.isDigested ? undefined : raise(pin.tag);
			const needed = used.labs ? `1.${used.minor}-labs` : `1.${used.minor}`;
			problems.push({
				at: used.at,
				message: say`\`${used.what}\` needs version \`${needed}\` of the front end, and the file asks for \`${pin.version}\``,
				related: [{ at: directive.value, message: say`here` }],
				...(fix && { fix }),
			});
			return problems;
		}
		return problems;
	},
});

type Pin = { readonly minor: number; readonly labs: boolean; readonly version: string; readonly tag: Range; readonly isDigested: boolean };

/** The version where one with a minor number is asked for; `1` alone is the newest. */
function pinOf({ value }: Directive): Pin | undefined {
	const found = /^(?:docker\.io\/)?docker\/dockerfile:(1\.(\d+)(?:\.\d+)?(-labs|-experimental)?)(@.*)?$/.exec(value.text);
	const [, version = "", minor, channel, digest] = found ?? [];
	if (minor === undefined) return undefined;
	const start = value.start + value.text.indexOf(":") + 1;
	return { minor: Number(minor), labs: channel !== undefined, version, tag: { start, end: start + version.length }, isDigested: digest !== undefined };
}

/** Flags are tried out in the channel `labs` long before they are in the others. */
const isKnown = ({ minor, labs }: NewerSyntax, pin: Pin): boolean => (pin.labs ? labs === false || pin.minor >= minor : !labs && pin.minor >= minor);

const raise = (tag: Range): Fix => ({ title: say`Ask for version 1`, edits: [replace(tag, "1")], safe: true });
