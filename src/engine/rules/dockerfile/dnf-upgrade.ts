import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { fixesOfUpgrades, reportUpgrades, whyNoUpgrade } from "../upgrades.ts";

export default dockerfileRule({
	id: "dnf-upgrade",
	formerIds: ["no-dnf-update"],
	peers: {
		kics: ["09fda05e"],
		semgrep: ["avoid-dnf-update"],
	},
	category: "reproducibility",
	severity: "off",
	title: "dnf upgrades all packages of the base image",
	why: whyNoUpgrade,
	fixes: fixesOfUpgrades,
	examples: [
		{
			bad: dockerfile`
				FROM fedora:41
				RUN dnf update -y && dnf install -y httpd && dnf clean all
			`,
			good: dockerfile`
				FROM fedora:41
				RUN dnf install -y httpd && dnf clean all
			`,
		},
	],

	needs: ["dnf", "microdnf", "tdnf"],
	check: (file) => reportUpgrades(file, ["dnf", "microdnf", "tdnf"], /^(?:update|upgrade|up|dist(?:ro)?-?sync)$/),
});
