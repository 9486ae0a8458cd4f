import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { fixesOfUpgrades, reportUpgrades, whyNoUpgrade } from "../upgrades.ts";

export default dockerfileRule({
	id: "zypper-dist-upgrade",
	formerIds: ["no-zypper-dist-upgrade"],
	peers: {
		hadolint: ["DL3035"],
	},
	category: "reproducibility",
	severity: "off",
	title: "zypper upgrades the whole distribution",
	why: whyNoUpgrade,
	fixes: fixesOfUpgrades,
	examples: [
		{
			bad: dockerfile`
				FROM opensuse/leap:15.6
				RUN zypper -n dup && zypper -n install httpd && zypper clean -a
			`,
			good: dockerfile`
				FROM opensuse/leap:15.6
				RUN zypper -n install httpd && zypper clean -a
			`,
		},
	],

	needs: ["zypper"],
	check: (file) => reportUpgrades(file, ["zypper"], /^(?:dup|dist-upgrade)$/),
});
