import { renameStage } from "../../dockerfile/rename-stage.ts";
import { stagesOf } from "../../dockerfile/stages.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "stage-name-in-capitals",
	peers: {
		buildkit: ["StageNameCasing"],
		tally: ["buildkit/StageNameCasing"],
	},
	category: "style",
	severity: "off",
	title: "A stage's name has capitals",
	why: [
		"Docker keeps names of stages in small letters: `COPY --from` finds the stage in any case, `FROM` finds it in small letters alone.",
		"Written in small letters the name is the same everywhere.",
	],
	fixes: {
		safely: "Small letters are written wherever the stage is meant; Docker makes them of the name anyway.",
		never: "A variable brings the name somewhere.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM golang:1.24 AS Build
				RUN go build -o /web .
				FROM debian:12
				COPY --from=Build /web /web
			`,
			good: dockerfile`
				FROM golang:1.24 AS build
				RUN go build -o /web .
				FROM debian:12
				COPY --from=build /web /web
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		for (const stage of stagesOf(file)) {
			const { name } = stage;
			const lower = name?.text.toLowerCase();
			if (!name || lower === undefined || name.text === lower) continue;
			const edits = renameStage(file, stage, lower);
			problems.push({
				at: name,
				message: say`Docker knows the stage \`${name.text}\` as \`${lower}\``,
				...(edits && { fix: { title: say`Write ${lower}`, edits, safe: true } }),
			});
		}
		return problems;
	},
});
