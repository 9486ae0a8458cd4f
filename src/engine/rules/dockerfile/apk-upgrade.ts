import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { fixesOfUpgrades, reportUpgrades, whyNoUpgrade } from "../upgrades.ts";

export default dockerfileRule({
	id: "apk-upgrade",
	formerIds: ["no-apk-upgrade"],
	peers: {
		kics: ["989ab888"],
		semgrep: ["avoid-apk-upgrade"],
	},
	category: "reproducibility",
	severity: "off",
	title: "apk upgrades all packages of the base image",
	why: whyNoUpgrade,
	fixes: fixesOfUpgrades,
	examples: [
		{
			bad: dockerfile`
				FROM alpine:3.22
				RUN apk upgrade --no-cache && apk add --no-cache curl
			`,
			good: dockerfile`
				FROM alpine:3.22
				RUN apk add --no-cache curl
			`,
		},
	],

	needs: ["apk"],
	check: (file) => reportUpgrades(file, ["apk"], /^upgrade$/),
});
