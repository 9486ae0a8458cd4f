import { stateBefore } from "../../dockerfile/state.ts";
import { isRunByRoot } from "../../dockerfile/users.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsOf } from "../../shell/commands.ts";
import { runsWith } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "sudo-redirect",
	peers: { shellcheck: [{ id: "SC2024", severity: "warning" }] },
	category: "correctness",
	severity: "warning",
	title: "`sudo` does not write the file",
	why: ["The shell opens the file before it starts `sudo`, as the user who runs the build, and so without `sudo`'s rights."],
	options: { everyUser: { default: false, hadolint: true, description: "Report also where nothing says who runs the build." } },
	fixes: { never: "A pipe to `sudo tee` says it, and prints the text besides." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				USER app
				RUN sudo echo "a" > /etc/app.conf
			`,
			good: dockerfile`
				FROM debian:12
				USER app
				RUN echo "a" | sudo tee /etc/app.conf
			`,
		},
	],
	needs: ["sudo"],

	check(file, { options: { everyUser } }) {
		const problems: Problem[] = [];
		for (const run of runsWith(file, "sudo")) {
			if (isRunByRoot(file, run) || (!everyUser && !stateBefore(file, run).user)) continue;
			for (const { place, redirects, wrappers } of commandsOf(file, run)) {
				if (place.runBy !== "sudo" || wrappers.length !== 1) continue;
				for (const { operator, target } of redirects) {
					if (/^>>?$/.test(operator) && !/^(?:\/dev\/|&|\d+$|\/tmp\/)/.test(target.text))
						problems.push({ at: target, message: say`the shell opens this file, and has not the rights of \`sudo\`` });
				}
			}
		}
		return problems;
	},
});
