import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fixesOfUnverified, reportUnverified } from "../unverified.ts";

export default dockerfileRule({
	id: "wget-without-certificate-check",
	peers: { checkov: ["CKV2_DOCKER_3"] },
	category: "security",
	severity: "warning",
	title: "wget does not check who it talks to",
	why: [
		"With `--no-check-certificate` wget takes the answer of anybody between the build and the server, and what it downloads runs in the image.",
		"Mostly the certificates of the authorities are missing: install `ca-certificates`.",
	],
	fixes: fixesOfUnverified,
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN wget --no-check-certificate https://example.com/app.tar.gz
			`,
			good: dockerfile`
				FROM debian:12
				RUN wget https://example.com/app.tar.gz
			`,
		},
	],

	needs: ["certificate"],
	check: (file) => reportUnverified(file, "wget", ({ text }) => say`\`${text}\` lets \`wget\` take anybody's answer for the server's`),
});
