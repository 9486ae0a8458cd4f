import { attributeOf, targetsOf } from "../../bake/targets.ts";
import { bake, bakeRule, type Files, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import type { Range } from "../../text/text.ts";
import { buildsOf } from "../../bake/builds.ts";

export default bakeRule({
	id: "missing-bake-dockerfile",
	category: "correctness",
	severity: "warning",
	title: "A target's Dockerfile is not there",
	why: ["The build of the target ends with an error before it begins. Paths begin at the target's context, and not at the bake file."],
	fixes: { never: "Only its author knows where the file is to be." },
	examples: [
		{
			bad: bake`
				target "app" {
				  dockerfile = "docker/app.Dockerfile"
				}
			`,
			good: bake`
				target "app" {
				  dockerfile = "docker/Dockerfile"
				}
			`,
			files: { Dockerfile: "FROM alpine:3.22\n", "docker/Dockerfile": "FROM alpine:3.22\n" },
		},
	],

	check(file, { files }) {
		const builds = buildsOf(file);
		// Bake may be started from another folder, and then paths begin there.
		if (!builds.some(({ path }) => path !== undefined && isThere(files, path)) && files.list(".")?.includes("Dockerfile") !== true) return [];
		const told = new Set<Range>();
		return builds.flatMap(({ path, isSure, isTemplate, resolved: { values } }): readonly Problem[] => {
			// What is not said at all is seldom meant, as in a target that others add to.
			const source = values.get("dockerfile") ?? values.get("context");
			if (path === undefined || !isSure || !source || isTemplate || isThere(files, path) !== false) return [];
			const target = targetsOf(file).get(source.from);
			const at = target && (attributeOf(target, values.has("dockerfile") ? "dockerfile" : "context")?.value ?? target.blocks[0]?.name);
			if (!at || told.has(at)) return [];
			told.add(at);
			return [{ at: { start: at.start, end: at.end }, message: say`there is no \`${path}\`` }];
		});
	},
});

/** Undefined where a folder on the way cannot be read, or is above this one. */
function isThere(files: Files, path: string): boolean | undefined {
	if (/^(?:\/|\.\.)/.test(path)) return undefined;
	let folder = ".";
	for (const part of path.split("/")) {
		const names = files.list(folder);
		if (!names) return folder === "." ? undefined : false;
		if (!names.includes(part)) return false;
		folder = folder === "." ? part : `${folder}/${part}`;
	}
	return true;
}
