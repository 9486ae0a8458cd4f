import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fixesOfUnverified, reportUnverified } from "../unverified.ts";

export default dockerfileRule({
	id: "yum-sslverify-off",
	peers: { checkov: ["CKV2_DOCKER_15"] },
	category: "security",
	severity: "warning",
	title: "dnf talks to any mirror that answers",
	why: [
		"With `sslverify` switched off yum and dnf check no certificate: anybody between the build and the mirror can answer for it.",
		"A certificate of your own is named by `sslcacert`.",
	],
	fixes: fixesOfUnverified,
	examples: [
		{
			bad: dockerfile`
				FROM fedora:42
				RUN dnf install -y --setopt=sslverify=0 nginx
			`,
			good: dockerfile`
				FROM fedora:42
				RUN dnf install -y nginx
			`,
		},
	],

	needs: ["sslverify"],
	check: (file) => reportUnverified(file, "yum-ssl", ({ text }) => say`\`${text}\` lets anybody answer for the mirror`),
});
