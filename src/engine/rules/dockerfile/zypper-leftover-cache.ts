import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { zypperCache } from "../../shell/package-caches.ts";
import { everyStageAsHadolint as everyStage } from "../every-stage.ts";
import { firstCalls, fixesOfLeftovers, reportLeftovers, whyNoLeftovers } from "../leftover-caches.ts";

export default dockerfileRule({
	id: "zypper-leftover-cache",
	formerIds: ["zypper-clean"],
	peers: {
		hadolint: [{ id: "DL3036", severity: "warning" }],
		trivy: ["DS-0020"],
		kics: ["38300d1a"],
		semgrep: ["missing-zypper-clean"],
	},
	category: "size",
	severity: "info",
	title: "zypper's cache stays in the image",
	why: [
		"zypper stores packages and the lists of all packages in `/var/cache/zypp`, tens of megabytes that a finished image has no use for.",
		...whyNoLeftovers,
	],
	options: { everyStage, firstCalls },
	fixes: fixesOfLeftovers,
	examples: [
		{
			bad: dockerfile`
				FROM opensuse/leap:15.6
				RUN zypper -n install httpd
			`,
			good: dockerfile`
				FROM opensuse/leap:15.6
				RUN zypper -n install httpd && zypper clean --all
			`,
		},
	],

	needs: zypperCache.programs,
	check: (file, { options }) => reportLeftovers(file, zypperCache, { clean: "clean --all" }, options),
});
