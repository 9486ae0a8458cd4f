import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fixesOfUnverified, reportUnverified } from "../unverified.ts";

export default dockerfileRule({
	id: "python-without-certificate-check",
	peers: { checkov: ["CKV2_DOCKER_5"] },
	category: "security",
	severity: "warning",
	title: "Python checks no certificates",
	why: [
		"`PYTHONHTTPSVERIFY=0` switches the check of certificates off for everything that Python downloads, so that anybody in between can answer for the server.",
	],
	fixes: fixesOfUnverified,
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13-slim
				ENV PYTHONHTTPSVERIFY=0
			`,
			good: dockerfile`
				FROM python:3.13-slim
			`,
		},
	],

	needs: ["pythonhttpsverify"],
	check: (file) => reportUnverified(file, "python", ({ text }) => say`\`${text}\` lets Python take anybody's answer for the server's`),
});
