import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { asksLikeZypper } from "../../shell/answers.ts";
import { callsOf } from "../../shell/calls.ts";
import { fixesOfUnanswered, unanswered } from "../unanswered.ts";

export default dockerfileRule({
	id: "zypper-missing-yes",
	formerIds: ["zypper-non-interactive"],
	peers: {
		hadolint: ["DL3034"],
		tally: ["hadolint/DL3034"],
		kics: ["45e1fca5"],
	},
	category: "correctness",
	severity: "warning",
	title: "zypper asks a question that nobody can answer",
	why: [
		"Before it installs, updates or removes anything, zypper asks whether to go on.",
		"During a build nobody is there to answer: zypper gives up, and the build fails.",
	],
	fixes: fixesOfUnanswered,
	examples: [
		{
			bad: dockerfile`
				FROM opensuse/leap:15.6
				RUN zypper install httpd && zypper clean --all
			`,
			good: dockerfile`
				FROM opensuse/leap:15.6
				RUN zypper --non-interactive install httpd && zypper clean --all
			`,
		},
	],

	needs: ["zypper"],
	check(file) {
		const problems: Problem[] = [];
		for (const call of callsOf(file, "zypper")) {
			// Only the global option answers for every subcommand.
			if (call.command.program && asksLikeZypper(call)) problems.push(unanswered(call, "--non-interactive", call.command.program));
		}
		return problems;
	},
});
