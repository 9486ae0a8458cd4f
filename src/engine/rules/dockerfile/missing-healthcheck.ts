import { outputStages } from "../../dockerfile/shipped-stages.ts";
import { rootBaseOf, type Stage, stagesOf } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { everyImageAsHadolint } from "../every-stage.ts";

export default dockerfileRule({
	id: "missing-healthcheck",
	peers: {
		hadolint: [{ id: "DL3057", severity: "off" }],
		tally: ["hadolint/DL3057"],
		trivy: ["DS-0026"],
		checkov: ["CKV_DOCKER_2"],
		kics: ["b03a748a"],
		dockle: ["CIS-DI-0006"],
	},
	category: "practice",
	severity: "off",
	title: "An image that serves has no `HEALTHCHECK`",
	why: [
		"Docker and Compose take a container for healthy as long as its first process runs, also where that does not answer any more.",
		"Kubernetes does not look at `HEALTHCHECK`, and a program that ends by itself needs none: `HEALTHCHECK NONE` says so.",
	],
	fixes: { never: "How the program tells that it is well is for you to say." },
	options: { everyStage: everyImageAsHadolint },
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				COPY server.js .
				EXPOSE 8080
			`,
			good: dockerfile`
				FROM node:22
				COPY server.js .
				EXPOSE 8080
				HEALTHCHECK CMD ["curl", "--fail", "http://localhost:8080/"]
			`,
		},
	],

	check(file, { options: { everyStage } }) {
		const problems: Problem[] = [];
		const checked = checkedStages(file);
		for (const stage of everyStage ? stagesOf(file) : outputStages(file)) {
			if (checked.has(stage) || (!everyStage && !isServer(file, stage))) continue;
			problems.push({ at: stage.image ?? stage.from.keywordRange, message: say`nothing checks whether the server in the image is well` });
		}
		return problems;
	},
});

/** Whether something in it is to be reached from without: a program that does its work and ends needs no check. */
function isServer(file: Dockerfile, stage: Stage): boolean {
	for (let each: Stage | undefined = stage; each; each = each.parent) if (each.instructions.some(({ keyword }) => keyword === "EXPOSE")) return true;
	return rootBaseOf(file, stage)?.runs ?? false;
}

/** Those with a HEALTHCHECK of their own or from below, and for hadolint's sake those that another adds one to. */
function checkedStages(file: Dockerfile): ReadonlySet<Stage> {
	const checked = new Set<Stage>();
	for (const stage of stagesOf(file)) {
		if (stage.parent && checked.has(stage.parent)) checked.add(stage);
		if (stage.instructions.some(({ keyword }) => keyword === "HEALTHCHECK"))
			for (let each: Stage | undefined = stage; each; each = each.parent) checked.add(each);
	}
	return checked;
}
