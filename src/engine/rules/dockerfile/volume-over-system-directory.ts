import { argumentWords } from "../../dockerfile/argument-words.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "volume-over-system-directory",
	peers: { dockle: ["DKL-DI-0002"] },
	category: "security",
	severity: "warning",
	title: "A volume takes the place of a directory of the kernel",
	why: [
		"`/dev`, `/proc` and `/sys` are mounted by the container runtime, and much of what runs in a container needs them as they are.",
		"A volume over one of them hides devices and processes, or keeps what should be gone with the container.",
	],
	fixes: { never: "Where the data is to go has to be decided." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				VOLUME /dev
			`,
			good: dockerfile`
				FROM debian:12
				VOLUME /data
			`,
		},
	],

	needs: ["VOLUME"],
	check(file) {
		const problems: Problem[] = [];
		for (const { word, value: path = "" } of argumentWords(file, "VOLUME")) {
			if (systemDirectory.test(path)) problems.push({ at: word, message: say`a volume at \`${path}\` takes the place of what the kernel shows there` });
		}
		return problems;
	},
});

const systemDirectory = /^\/+(?:dev|proc|sys)\/*$/;
