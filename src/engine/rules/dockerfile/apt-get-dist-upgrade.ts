import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { fixesOfUpgrades, reportUpgrades, whyNoUpgrade } from "../upgrades.ts";

export default dockerfileRule({
	id: "apt-get-dist-upgrade",
	formerIds: ["no-apt-dist-upgrade"],
	peers: {
		trivy: ["DS-0024"],
		kics: ["682fe378"],
		dockerfilelint: ["apt-get-dist-upgrade"],
		dockle: ["DKL-DI-0003"],
	},
	category: "reproducibility",
	severity: "off",
	title: "apt-get upgrades the whole distribution",
	why: whyNoUpgrade,
	fixes: fixesOfUpgrades,
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN apt-get update && apt-get dist-upgrade -y && apt-get install -y curl
			`,
			good: dockerfile`
				FROM debian:12
				RUN apt-get update && apt-get install -y curl
			`,
		},
	],

	needs: ["apt-get", "apt", "aptitude"],
	check: (file) => reportUpgrades(file, ["apt-get", "apt", "aptitude"], /^(?:dist|full)-upgrade$/),
});
