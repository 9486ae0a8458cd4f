import { placesOf } from "../../bake/names.ts";
import { findStage, stagesOf } from "../../dockerfile/stages.ts";
import { bake, bakeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { findSimilar, mostAsked } from "../../text/similar.ts";
import { replace } from "../../text/text.ts";
import { dockerfilesBeside, dockerfilesWith } from "../bake-builds.ts";

export default bakeRule({
	id: "unknown-bake-stage",
	category: "correctness",
	severity: "error",
	title: "A stage is named that the Dockerfile does not have",
	why: ["The build ends with an error, for there is nothing of that name to build."],
	fixes: {
		onRequest: "The name is changed to that of a stage which is spelt much the same.",
		never: "No stage has a name that is spelt much the same.",
	},
	examples: [
		{
			bad: bake`
				target "app" {
				  target = "prd"
				}
			`,
			good: bake`
				target "app" {
				  target = "prod"
				}
			`,
			files: { Dockerfile: "FROM alpine:3.22 AS prod\n" },
		},
	],

	check(file, { files }) {
		const places = placesOf(file).filter(({ kind }) => kind === "stage");
		if (places.length === 0) return [];
		const read = dockerfilesBeside(files);
		return places.flatMap(({ name, block, start, end }, index): readonly Problem[] => {
			const dockerfiles = block ? dockerfilesWith(file, block, read) : new Map<string, never>();
			const all = [...dockerfiles.values()];
			const [path] = dockerfiles.keys();
			if (path === undefined || all.some((each) => findStage(each, name))) return [];
			const known = all.flatMap((each) => stagesOf(each).flatMap((stage) => stage.name?.text ?? []));
			const at = { start, end };
			const similar = index < mostAsked ? findSimilar(name, known) : undefined;
			const message = say`\`${path}\` has no stage \`${name}\``;
			return [
				similar === undefined ? { at, message } : { at, message, fix: { title: say`Change it to \`${similar}\``, edits: [replace(at, similar)], safe: false } },
			];
		});
	},
});
