import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { callsOf } from "../../shell/calls.ts";
import { everyInstall, fixesOfUnanswered, unansweredOfDnf } from "../unanswered.ts";

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
	options: {
		everyInstall,
		microdnf: { default: false, hadolint: true, description: "Report also microdnf, which asks nothing." },
	},
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
	check: (file, { options: { everyInstall, microdnf } }) =>
		unansweredOfDnf(file, callsOf(file, "dnf", "tdnf", ...(microdnf ? (["microdnf"] as const) : [])), everyInstall),
});
