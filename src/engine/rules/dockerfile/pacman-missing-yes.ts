import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { asksLikePacman } from "../../shell/answers.ts";
import { callsOf } from "../../shell/calls.ts";
import { fixesOfUnanswered, unanswered } from "../unanswered.ts";

export default dockerfileRule({
	id: "pacman-missing-yes",
	category: "correctness",
	severity: "warning",
	title: "pacman asks a question that nobody can answer",
	why: [
		"Before it installs, updates or removes anything, pacman asks whether to go on.",
		"During a build nobody is there to answer: pacman takes that for a no, and the build fails.",
	],
	fixes: fixesOfUnanswered,
	examples: [
		{
			bad: dockerfile`
				FROM archlinux:base
				RUN pacman -Syu git
			`,
			good: dockerfile`
				FROM archlinux:base
				RUN pacman -Syu --noconfirm git
			`,
		},
	],

	needs: ["pacman"],
	check(file) {
		const problems: Problem[] = [];
		for (const call of callsOf(file, "pacman")) {
			const action = call.command.args.find(({ value = "" }) => /^(?:-[a-zA-Z]*[SRU]|--(?:sync|remove|upgrade)$)/.test(value));
			if (action && asksLikePacman(call)) problems.push(unanswered(call, "--noconfirm", action));
		}
		return problems;
	},
});
