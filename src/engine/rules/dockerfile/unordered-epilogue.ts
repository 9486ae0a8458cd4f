import { outputStages } from "../../dockerfile/shipped-stages.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "unordered-epilogue",
	peers: { tally: ["tally/epilogue-order"] },
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "What a container starts does not stand at the stage's end, in the usual order",
	why: ["Who wants to know how an image is started, checked and stopped looks at the end of its file: `STOPSIGNAL`, `HEALTHCHECK`, `ENTRYPOINT`, `CMD`."],
	fixes: { never: "What may stand between them is for you to judge." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				CMD ["serve"]
				ENTRYPOINT ["/app"]
				RUN make
			`,
			good: dockerfile`
				FROM debian:12
				RUN make
				ENTRYPOINT ["/app"]
				CMD ["serve"]
			`,
		},
	],

	needs: ["CMD", "ENTRYPOINT", "HEALTHCHECK", "STOPSIGNAL"],
	check(file) {
		const problems: Problem[] = [];
		for (const stage of outputStages(file)) {
			// Of several of a kind the last counts.
			const own = order.flatMap((keyword) => stage.instructions.findLast((each) => each.keyword === keyword) ?? []);
			const places = stage.instructions.slice(stage.instructions.length - own.length);
			const first = own.find((each) => places[own.indexOf(each)] !== each);
			if (!first) continue;
			problems.push({
				at: first.keywordRange,
				message: say`\`${first.keyword}\` does not stand where it is looked for: at the end of the stage, in the order \`STOPSIGNAL\`, \`HEALTHCHECK\`, \`ENTRYPOINT\`, \`CMD\``,
			});
		}
		return problems;
	},
});

const order = ["STOPSIGNAL", "HEALTHCHECK", "ENTRYPOINT", "CMD"];
