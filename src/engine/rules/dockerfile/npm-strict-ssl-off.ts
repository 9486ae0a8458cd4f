import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fixesOfUnverified, reportUnverified } from "../unverified.ts";

export default dockerfileRule({
	id: "npm-strict-ssl-off",
	peers: { checkov: ["CKV2_DOCKER_13"] },
	category: "security",
	severity: "warning",
	title: "npm talks to any registry that answers",
	why: [
		"Without `strict-ssl` npm, yarn and pnpm check no certificate, so that whoever is between the build and the registry decides what is installed.",
		"A certificate of your own is named by `npm config set cafile`.",
	],
	fixes: fixesOfUnverified,
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				RUN npm config set strict-ssl false && npm ci
			`,
			good: dockerfile`
				FROM node:22
				RUN npm ci
			`,
		},
	],

	needs: ["strict-ssl", "strictssl"],
	check: (file) => reportUnverified(file, "npm", ({ text }) => say`\`${text}\` lets anybody answer for the registry`),
});
