import { stagesOf } from "../../dockerfile/stages.ts";
import type { Word } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { notHadolints } from "../as-hadolint.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "duplicate-stage-name",
	peers: {
		hadolint: ["DL3024"],
		buildkit: [{ id: "DuplicateStageName", severity: "warning" }],
		tally: ["buildkit/DuplicateStageName"],
		trivy: ["DS-0012"],
		checkov: ["CKV_DOCKER_11"],
		kics: ["f2daed12"],
		"dockerfile-utils": ["DUPLICATE_BUILD_STAGE_NAME"],
	},
	category: "correctness",
	severity: "error",
	title: "Two stages have the same name",
	why: [
		"`FROM`, `COPY --from` and `--target` mean one stage each: of two that have the name, the first cannot be reached any more below the second.",
		"Letter case makes no difference.",
	],
	fixes: { never: "Which of them is meant where is for you to say." },
	examples: [
		{
			bad: dockerfile`
				FROM golang:1.24 AS build
				RUN go build -o /server ./server
				FROM golang:1.24 AS build
				RUN go build -o /client ./client
				FROM debian:12
				COPY --from=build /client /client
			`,
			good: dockerfile`
				FROM golang:1.24 AS server
				RUN go build -o /server ./server
				FROM golang:1.24 AS client
				RUN go build -o /client ./client
				FROM debian:12
				COPY --from=client /client /client
			`,
		},
	],

	needs: ["FROM FROM"],
	check(file) {
		const problems: Problem[] = [];
		const stages = stagesOf(file);
		if (stages.length < 2) return problems;
		const first = new Map<string, Word>();
		for (const { name } of stages) {
			if (!name) continue;
			const key = name.text.toLowerCase();
			const before = first.get(key);
			if (!before) first.set(key, name);
			else {
				const related = [{ at: before, message: say`the first one` }];
				// Capitals make another name to hadolint.
				problems.push({ at: name, message: say`there is a stage \`${key}\` already`, related, ...(name.text !== before.text && notHadolints) });
			}
		}
		return problems;
	},
});
