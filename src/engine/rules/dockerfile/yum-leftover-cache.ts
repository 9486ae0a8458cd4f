import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { yumCache } from "../../shell/package-caches.ts";
import { everyStageAsHadolint as everyStage } from "../every-stage.ts";
import { firstCalls, fixesOfLeftovers, reportLeftovers, whyNoLeftovers } from "../leftover-caches.ts";

export default dockerfileRule({
	id: "yum-leftover-cache",
	formerIds: ["yum-clean-all"],
	peers: {
		hadolint: [{ id: "DL3032", severity: "warning" }],
		trivy: ["DS-0015"],
		kics: ["00481784"],
	},
	category: "size",
	severity: "info",
	title: "yum's cache stays in the image",
	why: ["yum stores the lists of all packages in `/var/cache/yum`, tens of megabytes that a finished image has no use for.", ...whyNoLeftovers],
	options: { everyStage, firstCalls },
	fixes: fixesOfLeftovers,
	examples: [
		{
			bad: dockerfile`
				FROM centos:7
				RUN yum install -y httpd
			`,
			good: dockerfile`
				FROM centos:7
				RUN yum install -y httpd && yum clean all
			`,
		},
	],

	needs: yumCache.programs,
	check: (file, { options }) => reportLeftovers(file, yumCache, { clean: "clean all" }, options),
});
