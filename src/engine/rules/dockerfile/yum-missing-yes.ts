import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { callsOf } from "../../shell/calls.ts";
import { everyInstall, fixesOfUnanswered, unansweredOfDnf } from "../unanswered.ts";

export default dockerfileRule({
	id: "yum-missing-yes",
	formerIds: ["yum-assume-yes"],
	peers: {
		hadolint: ["DL3030"],
		tally: ["hadolint/DL3030"],
		kics: ["6e19193a"],
		semgrep: ["missing-yum-assume-yes-switch"],
	},
	category: "correctness",
	severity: "warning",
	title: "yum asks a question that nobody can answer",
	why: [
		"Before it installs, updates or removes anything, yum asks whether to go on.",
		"During a build nobody is there to answer: yum takes that for a no, and the build fails.",
	],
	options: { everyInstall },
	fixes: fixesOfUnanswered,
	examples: [
		{
			bad: dockerfile`
				FROM centos:7
				RUN yum install httpd && yum clean all
			`,
			good: dockerfile`
				FROM centos:7
				RUN yum install -y httpd && yum clean all
			`,
		},
	],

	needs: ["yum"],
	check: (file, { options }) => unansweredOfDnf(file, callsOf(file, "yum"), options.everyInstall),
});
