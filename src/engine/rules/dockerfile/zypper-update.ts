import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { fixesOfUpgrades, reportUpgrades, whyNoUpgrade } from "../upgrades.ts";

export default dockerfileRule({
	id: "zypper-update",
	formerIds: ["no-zypper-update"],
	peers: {
		kics: ["d4895357"],
		semgrep: ["avoid-zypper-update"],
	},
	category: "reproducibility",
	severity: "off",
	title: "zypper updates all packages of the base image",
	why: whyNoUpgrade,
	fixes: fixesOfUpgrades,
	examples: [
		{
			bad: dockerfile`
				FROM opensuse/leap:15.6
				RUN zypper -n update && zypper -n install httpd && zypper clean -a
			`,
			good: dockerfile`
				FROM opensuse/leap:15.6
				RUN zypper -n install httpd && zypper clean -a
			`,
		},
	],

	needs: ["zypper"],
	check: (file) => reportUpgrades(file, ["zypper"], /^(?:up|update|patch)$/),
});
