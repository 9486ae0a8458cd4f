import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { dnfCache } from "../../shell/package-caches.ts";
import { everyStageAsHadolint as everyStage } from "../every-stage.ts";
import { firstCalls, fixesOfLeftovers, reportLeftovers, whyNoLeftovers } from "../leftover-caches.ts";

export default dockerfileRule({
	id: "dnf-leftover-cache",
	formerIds: ["dnf-clean-all"],
	peers: {
		hadolint: [{ id: "DL3040", severity: "warning" }],
		trivy: ["DS-0019"],
		kics: ["295acb63"],
		semgrep: ["missing-dnf-clean-all"],
	},
	category: "size",
	severity: "info",
	title: "dnf's cache stays in the image",
	why: [
		"dnf stores the lists of all packages in `/var/cache/dnf`, often more than a hundred megabytes that a finished image has no use for.",
		...whyNoLeftovers,
	],
	options: { everyStage, firstCalls },
	fixes: fixesOfLeftovers,
	examples: [
		{
			bad: dockerfile`
				FROM fedora:41
				RUN dnf install -y httpd
			`,
			good: dockerfile`
				FROM fedora:41
				RUN dnf install -y httpd && dnf clean all
			`,
		},
	],

	needs: dnfCache.programs,
	check: (file, { options }) => reportLeftovers(file, dnfCache, { clean: "clean all" }, options),
});
