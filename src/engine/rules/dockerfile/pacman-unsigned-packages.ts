import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { reportUnverified } from "../unverified.ts";

export default dockerfileRule({
	id: "pacman-unsigned-packages",
	category: "security",
	severity: "warning",
	title: "pacman installs packages that nobody has signed",
	why: [
		"With that level pacman installs what anybody between the build and the mirror hands out, and its scripts run as root.",
		"`pacman-key --init` and `--populate` bring the keys.",
	],
	fixes: { never: "The right level is for you to choose." },
	examples: [
		{
			bad: dockerfile`
				FROM archlinux:base
				RUN sed -i 's/^SigLevel.*/SigLevel = Never/' /etc/pacman.conf
			`,
			good: dockerfile`
				FROM archlinux:base
				RUN pacman-key --init && pacman-key --populate
			`,
		},
	],

	needs: ["siglevel"],
	check: (file) => reportUnverified(file, "pacman", ({ text }) => say`\`${text}\` takes packages without looking for a signature`),
});
