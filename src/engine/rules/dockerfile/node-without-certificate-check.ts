import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fixesOfUnverified, reportUnverified } from "../unverified.ts";

export default dockerfileRule({
	id: "node-without-certificate-check",
	peers: { checkov: ["CKV2_DOCKER_6"] },
	category: "security",
	severity: "warning",
	title: "Node.js checks no certificates",
	why: [
		"`NODE_TLS_REJECT_UNAUTHORIZED=0` switches the check of certificates off for every connection of Node.js, so that anybody in between can answer for the server.",
		"A certificate of your own is added by `NODE_EXTRA_CA_CERTS`.",
	],
	fixes: fixesOfUnverified,
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				ENV NODE_TLS_REJECT_UNAUTHORIZED=0
			`,
			good: dockerfile`
				FROM node:22
			`,
		},
	],

	needs: ["reject_unauthorized"],
	check: (file) => reportUnverified(file, "node", ({ text }) => say`\`${text}\` lets Node.js take anybody's answer for the server's`),
});
