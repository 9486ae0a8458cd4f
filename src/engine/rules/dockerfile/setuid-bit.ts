import { isShipped } from "../../dockerfile/shipped-stages.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { isSetUser, modesIn } from "../../shell/modes.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "setuid-bit",
	peers: { dockle: ["CIS-DI-0008"] },
	category: "security",
	severity: "off",
	strictSeverity: "info",
	title: "A file runs as its owner, whoever starts it",
	why: [
		"A program with the set-user-ID bit runs as root for everybody in the container; a mistake in it makes root of any user.",
		"Mostly a capability (`setcap`) is enough, or nothing is needed at all.",
	],
	fixes: { never: "Whether the program needs it, the file does not tell." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN chmod u+s /usr/local/bin/probe
			`,
			good: dockerfile`
				FROM debian:12
				RUN setcap cap_net_raw+ep /usr/local/bin/probe
			`,
		},
	],

	needs: ["RUN", "COPY", "ADD"],
	check(file) {
		const problems: Problem[] = [];
		for (const { mode, at, instruction } of modesIn(file)) {
			if (isSetUser(mode) && isShipped(file, instruction))
				problems.push({ at: { start: at.start, end: at.end }, message: say`with \`${mode}\` the file runs as its owner, whoever starts it` });
		}
		return problems;
	},
});
