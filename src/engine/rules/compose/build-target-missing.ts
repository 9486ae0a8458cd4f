import { rangeIn, valueAt } from "../../compose/linted.ts";
import { partsAround, valueOfPart } from "../../compose/rewrite/parts.ts";
import { scalarReplacement } from "../../compose/rewrite/scalars.ts";
import { mayBeAnotherLanguage } from "../../dockerfile/another-language.ts";
import { stagesOf } from "../../dockerfile/stages.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { findSimilar, mostAsked } from "../../text/similar.ts";
import { buildOf } from "../compose-builds.ts";

export default composeRule({
	id: "build-target-missing",
	category: "correctness",
	severity: "error",
	title: "The stage that is to be built is not in the Dockerfile",
	why: ["`docker compose config` takes such a file, and the build fails: *target stage … could not be found*."],
	fixes: { onRequest: "The name of a stage is written that is spelt much the same.", never: "No stage has nearly that name." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    build:
				      context: .
				      target: runtme
			`,
			good: compose`
				services:
				  web:
				    build:
				      context: .
				      target: runtime
			`,
			files: { Dockerfile: "FROM node:24 AS build\nFROM node:24-slim AS runtime\n" },
		},
	],
	needs: ["target"],

	*check(file) {
		let asked = 0;
		for (const { value: service } of file.services) {
			const target = valueAt(service, "build", "target");
			const at = rangeIn(file, target);
			if (!at || target?.kind !== "string" || target.value === "" || target.template !== undefined) continue;
			const build = buildOf(service, file);
			if (!build?.dockerfile || build.stage || mayBeAnotherLanguage(build.dockerfile)) continue;
			const stages = stagesOf(build.dockerfile);
			// A file that cannot be read has none.
			if (stages.length === 0) continue;
			const names = stages.flatMap(({ name }) => name?.text ?? []);
			const similar = asked++ < mostAsked ? findSimilar(target.value, names) : undefined;
			const part = partsAround(file, at).at(-1);
			const scalar = part && valueOfPart(part);
			const edit = similar !== undefined && scalar?.kind === "scalar" ? scalarReplacement(file, scalar, similar) : undefined;
			yield {
				at,
				message: say`no stage of the Dockerfile is called \`${target.value}\``,
				...(edit && { fix: { title: say`Change it to \`${similar ?? ""}\``, edits: [edit], safe: false } }),
			};
		}
	},
});
