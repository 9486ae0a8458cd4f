import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { asksLikeDnf } from "../../shell/answers.ts";
import { callsOf } from "../../shell/calls.ts";
import { fixesOfUnanswered, unanswered } from "../unanswered.ts";

export default dockerfileRule({
	id: "dnf-missing-yes",
	formerIds: ["dnf-assume-yes"],
	peers: {
		hadolint: ["DL3038"],
		tally: ["hadolint/DL3038"],
		kics: ["7ebd323c"],
		semgrep: ["missing-dnf-assume-yes-switch"],
	},
	category: "correctness",
	severity: "warning",
	title: "dnf asks a question that nobody can answer",
	why: [
		"Before they install, update or remove anything, dnf and tdnf ask whether to go on.",
		"During a build nobody is there to answer: they take that for a no, and the build fails.",
	],
	options: { microdnf: { default: false, hadolint: true, description: "Report also microdnf, which asks nothing." } },
	fixes: fixesOfUnanswered,
	examples: [
		{
			bad: dockerfile`
				FROM fedora:41
				RUN dnf install httpd && dnf clean all
			`,
			good: dockerfile`
				FROM fedora:41
				RUN dnf install -y httpd && dnf clean all
			`,
		},
	],

	needs: ["dnf", "tdnf", "microdnf"],
	*check(file, { options: { microdnf } }) {
		for (const call of callsOf(file, "dnf", "tdnf", ...(microdnf ? (["microdnf"] as const) : [])))
			if (asksLikeDnf(file, call)) yield unanswered(call, "-y", call.word);
	},
});
