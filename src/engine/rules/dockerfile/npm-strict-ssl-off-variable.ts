import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fixesOfUnverified, reportUnverified } from "../unverified.ts";

export default dockerfileRule({
	id: "npm-strict-ssl-off-variable",
	peers: { checkov: ["CKV2_DOCKER_12"] },
	category: "security",
	severity: "warning",
	title: "A variable lets npm talk to any registry that answers",
	why: [
		"Without `strict-ssl` npm checks no certificate, so that whoever is between the build and the registry decides what is installed.",
		"A certificate of your own is named by `NPM_CONFIG_CAFILE`.",
	],
	fixes: fixesOfUnverified,
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				ENV NPM_CONFIG_STRICT_SSL=false
			`,
			good: dockerfile`
				FROM node:22
			`,
		},
	],

	needs: ["strict_ssl"],
	check: (file) => reportUnverified(file, "npm-variable", ({ text }) => say`\`${text}\` lets anybody answer for the registry`),
});
