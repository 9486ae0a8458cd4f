import { type LintedCompose, rangeIn, valueAt } from "../../compose/linted.ts";
import { pairsIn } from "../../compose/pairs.ts";
import { partsAround } from "../../compose/rewrite/parts.ts";
import { mayBeAnotherLanguage } from "../../dockerfile/another-language.ts";
import { argumentsOf } from "../../dockerfile/declared-arguments.ts";
import { platformArguments, proxyArguments } from "../../dockerfile/global-scope.ts";
import { stagesOf } from "../../dockerfile/stages.ts";
import { compose, composeRule, type Fix } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { findSimilar, mostAsked } from "../../text/similar.ts";
import { type Range, replace } from "../../text/text.ts";
import { buildOf } from "../compose-builds.ts";

export default composeRule({
	id: "build-arg-unknown",
	category: "correctness",
	severity: "warning",
	title: "An argument of a build is set that the Dockerfile does not have",
	why: ["Docker leaves out what no `ARG` of the Dockerfile names, so that the image is built with the default, or with nothing, and nobody is told."],
	fixes: {
		onRequest: "The name is changed to that of an `ARG` which is spelt much the same.",
		never: "No `ARG` has a name that is spelt much the same.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    build:
				      context: .
				      args:
				        VERSON: "1"
			`,
			good: compose`
				services:
				  web:
				    build:
				      context: .
				      args:
				        VERSION: "1"
			`,
			files: { Dockerfile: "FROM alpine:3.22\nARG VERSION\n" },
		},
	],
	needs: ["args"],

	*check(file) {
		let asked = 0;
		for (const { value: service } of file.services) {
			const args = pairsIn(valueAt(service, "build", "args"));
			if (args.length === 0) continue;
			const dockerfile = buildOf(service, file)?.dockerfile;
			if (!dockerfile || stagesOf(dockerfile).length === 0 || mayBeAnotherLanguage(dockerfile)) continue;
			const known = argumentsOf(dockerfile);
			for (const { name, origin } of args) {
				const at = rangeIn(file, origin);
				if (!at || name === "" || known.has(name) || isForBuilder(name)) continue;
				const free = asked++ < mostAsked ? [...known].filter((each) => !args.some((arg) => arg.name === each)) : [];
				const similar = findSimilar(name, free);
				const fix = similar === undefined ? undefined : renaming(file, at, name, similar);
				yield { at, message: say`the Dockerfile has no \`ARG ${name}\``, ...(fix && { fix }) };
			}
		}
	},
});

/** What BuildKit takes without an `ARG`. */
const isForBuilder = (name: string): boolean => builders.has(name) || name.startsWith("BUILDKIT_");
const builders = new Set([...platformArguments, ...proxyArguments, "SOURCE_DATE_EPOCH"]);

/** The name is a key, or stands before the `=` of an item. */
function renaming(file: LintedCompose, at: Range, name: string, other: string): Fix | undefined {
	const part = partsAround(file, at).at(-1);
	const node = part?.kind === "entry" ? part.entry.key : part?.item;
	const start = node ? file.text.indexOf(name, node.start) : -1;
	if (!node || start < 0 || start > node.start + 1) return undefined;
	return { title: say`Change it to \`${other}\``, edits: [replace({ start, end: start + name.length }, other)], safe: false };
}
