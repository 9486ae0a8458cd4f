import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fixesOfUnverified, reportUnverified } from "../unverified.ts";

export default dockerfileRule({
	id: "git-without-certificate-check",
	peers: { checkov: ["CKV2_DOCKER_14"] },
	category: "security",
	severity: "warning",
	title: "git does not check who it talks to",
	why: [
		"Without the check anybody between the build and the server can hand out other sources than those that were asked for.",
		"A certificate of your own is named by `http.sslCAInfo`.",
	],
	fixes: fixesOfUnverified,
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				ENV GIT_SSL_NO_VERIFY=1
			`,
			good: dockerfile`
				FROM debian:12
			`,
		},
	],

	needs: ["sslverify", "no_verify"],
	check: (file) => reportUnverified(file, "git", ({ text }) => say`\`${text}\` lets git take anybody's answer for the server's`),
});
