import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { microdnfCache } from "../../shell/package-caches.ts";
import { everyStageAsHadolint as everyStage } from "../every-stage.ts";
import { firstCalls, fixesOfLeftovers, reportLeftovers, whyNoLeftovers } from "../leftover-caches.ts";

export default dockerfileRule({
	id: "microdnf-leftover-cache",
	formerIds: ["microdnf-clean-all"],
	peers: {
		hadolint: [{ id: "DL3040", severity: "warning" }],
		trivy: ["DS-0027"],
	},
	category: "size",
	severity: "info",
	title: "microdnf's cache stays in the image",
	why: ["microdnf stores the lists of all packages in `/var/cache`, tens of megabytes that a finished image has no use for.", ...whyNoLeftovers],
	options: { everyStage, firstCalls },
	fixes: fixesOfLeftovers,
	examples: [
		{
			bad: dockerfile`
				FROM registry.access.redhat.com/ubi9/ubi-minimal:9.5
				RUN microdnf install -y httpd
			`,
			good: dockerfile`
				FROM registry.access.redhat.com/ubi9/ubi-minimal:9.5
				RUN microdnf install -y httpd && microdnf clean all
			`,
		},
	],

	needs: microdnfCache.programs,
	check: (file, { options }) => reportLeftovers(file, microdnfCache, { clean: "clean all" }, options),
});
