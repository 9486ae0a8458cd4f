import { placesOf } from "../../bake/names.ts";
import { parseBake } from "../../bake/parse.ts";
import type { BakeFile } from "../../bake/syntax.ts";
import { isUsualBakeFile } from "../../bake/usual-files.ts";
import { groupsOf, matrixNameOf, targetsOf } from "../../bake/targets.ts";
import { constantOf } from "../../hcl/syntax.ts";
import { bake, bakeRule, type Files, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { findSimilar, mostAsked } from "../../text/similar.ts";
import { replace } from "../../text/text.ts";

export default bakeRule({
	id: "unknown-bake-target",
	category: "correctness",
	severity: "error",
	title: "A target is named that is not there",
	why: ["Bake ends with an error once it comes to build what inherits from the target, lists it or uses what it makes."],
	fixes: {
		onRequest: "The name is changed to that of a target which is spelt much the same.",
		never: "No target has a name that is spelt much the same.",
	},
	examples: [
		{
			bad: bake`
				group "default" {
				  targets = ["app"]
				}
				target "ap" {}
			`,
			good: bake`
				group "default" {
				  targets = ["ap"]
				}
				target "ap" {}
			`,
		},
	],

	check(file, { files }) {
		const named = placesOf(file).filter(({ kind, role }) => kind === "target" && role === "reference");
		if (named.length === 0) return [];
		const [targets, groups] = [targetsOf(file), groupsOf(file)];
		const missing = named.filter(({ name }) => !targets.has(name) && !groups.has(name) && !isMade.test(name));
		if (missing.length === 0 || hasComputedNames(file)) return [];
		const elsewhere = namesBeside(files);
		if (!elsewhere) return [];
		return missing
			.filter(({ name }) => !elsewhere.has(name))
			.map(({ name, start, end }, index): Problem => {
				const at = { start, end };
				const similar = index < mostAsked ? findSimilar(name, [...targets.keys(), ...groups.keys(), ...elsewhere]) : undefined;
				const message = say`there is no target \`${name}\``;
				return similar === undefined
					? { at, message }
					: { at, message, fix: { title: say`Change it to \`${similar}\``, edits: [replace(at, similar)], safe: false } };
			});
	},
});

/** Patterns, and the target that an action on GitHub puts in another file: https://github.com/docker/metadata-action#bake-definition */
const isMade = /[*?[]|^docker-metadata-action$/;

/** A matrix makes names that only bake knows. */
const hasComputedNames = (file: BakeFile): boolean =>
	[...targetsOf(file).values()].some((target) => {
		const name = matrixNameOf(target);
		return name !== undefined && constantOf(name) === undefined;
	});

/** Targets and services of files that are read along with this one; undefined where nobody can say, for it is one of several that are named by hand. */
function namesBeside(files: Files): ReadonlySet<string> | undefined {
	const names = files.list(".") ?? [];
	const isUsual = files.name === undefined || files.name === "Dockerfile" || isUsualBakeFile(files.name);
	const others = names.filter((name) => name !== files.name && (isUsual ? isUsualBakeFile(name) : /\.(?:hcl|json)$/.test(name)));
	if (names.some((name) => /^(?:docker-)?compose.*\.ya?ml$/.test(name)) || (!isUsual && others.length > 0)) return undefined;
	const known = new Set<string>();
	for (const name of others) {
		const other = parseBake(files.text(name) ?? "");
		if (other.problems.length > 0 || hasComputedNames(other)) return undefined;
		for (const each of [...targetsOf(other).keys(), ...groupsOf(other).keys()]) known.add(each);
	}
	return known;
}
