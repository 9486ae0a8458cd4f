import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { fixesOfUpgrades, reportUpgrades, whyNoUpgrade } from "../upgrades.ts";

export default dockerfileRule({
	id: "apt-get-upgrade",
	formerIds: ["no-apt-upgrade"],
	peers: {
		kics: ["682fe378"],
		semgrep: ["avoid-apt-get-upgrade"],
		dockerfilelint: ["apt-get-upgrade"],
	},
	category: "reproducibility",
	severity: "off",
	title: "apt-get upgrades all packages of the base image",
	why: whyNoUpgrade,
	fixes: fixesOfUpgrades,
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN apt-get update && apt-get upgrade -y && apt-get install -y curl
			`,
			good: dockerfile`
				FROM debian:12
				RUN apt-get update && apt-get install -y curl
			`,
		},
	],

	needs: ["apt-get", "apt", "aptitude", "nala"],
	check: (file) => reportUpgrades(file, ["apt-get", "apt", "aptitude", "nala"], /^(?:safe-)?upgrade$/),
});
