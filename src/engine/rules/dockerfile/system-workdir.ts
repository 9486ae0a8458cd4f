import { instructionsOf } from "../../dockerfile/instructions.ts";
import { joinPaths, stateBefore } from "../../dockerfile/state.ts";
import { valueOf } from "../../dockerfile/variables.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "system-workdir",
	peers: { trivy: ["DS-0030"] },
	category: "security",
	severity: "warning",
	title: "The working directory is one that the kernel or the boot loader owns",
	why: [
		"What the build writes to `/proc`, `/sys` and `/dev` is gone in a container, for other file systems are mounted there.",
		"A process that works there reads and writes the state of the kernel by relative paths.",
	],
	fixes: { never: "Where the files are to go has to be decided." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				WORKDIR /proc/app
			`,
			good: dockerfile`
				FROM debian:12
				WORKDIR /app
			`,
		},
	],

	needs: ["WORKDIR"],
	check(file) {
		const problems: Problem[] = [];
		for (const instruction of instructionsOf(file, "WORKDIR")) {
			const [word] = instruction.args;
			const path = valueOf(file, instruction, word);
			const absolute = path === undefined ? undefined : joinPaths(stateBefore(file, instruction).workdir, path);
			const directory = systemDirectory.exec(absolute ?? "")?.[0];
			if (!word || directory === undefined) continue;
			problems.push({ at: word, message: say`the working directory lies in \`${directory}\`, which is not for files of an image` });
		}
		return problems;
	},
});

/** Of `/dev/shm` one knows that it is memory. */
const systemDirectory = /^\/(?:boot|dev(?!\/shm)|initrd|lost\+found|proc|sys)(?=\/|$)/;
