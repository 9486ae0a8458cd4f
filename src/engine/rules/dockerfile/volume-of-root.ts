import { rootBaseOf, stagesOf } from "../../dockerfile/stages.ts";
import { stateAtEnd } from "../../dockerfile/state.ts";
import { userOf } from "../../dockerfile/users.ts";
import { isWindowsStage } from "../../dockerfile/windows.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { mayGiveUpRoot } from "../../shell/giving-up-root.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "volume-of-root",
	peers: { tally: ["tally/stateful-root-runtime"] },
	category: "security",
	severity: "off",
	title: "Data that outlives the container belongs to root",
	why: [
		"What a process that runs as root writes into a volume belongs to root on the host, too: others cannot read it, and a later image with a `USER` cannot write it.",
	],
	fixes: { never: "A user has to be chosen, and the directory given to it, before there are data." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				VOLUME /data
				CMD ["sleep", "infinity"]
			`,
			good: dockerfile`
				FROM debian:12
				RUN mkdir /data && chown 10001 /data
				VOLUME /data
				USER 10001
				CMD ["sleep", "infinity"]
			`,
		},
	],

	needs: ["VOLUME"],
	check(file) {
		const problems: Problem[] = [];
		const stage = stagesOf(file).at(-1);
		if (!stage || isWindowsStage(file, stage)) return problems;
		const { user } = stateAtEnd(file, stage);
		const isRoot = user ? userOf(file, user)?.isRoot : rootBaseOf(file, stage)?.user === "root";
		if (!isRoot || mayGiveUpRoot(file, stage)) return problems;
		for (const { keyword, argsRange, args } of stage.instructions) {
			const [first] = args;
			if (keyword === "VOLUME" && first)
				problems.push({ at: argsRange, message: say`the container runs as root, and so all that it keeps here belongs to root` });
		}
		return problems;
	},
});
