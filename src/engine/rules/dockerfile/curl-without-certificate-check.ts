import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fixesOfUnverified, reportUnverified } from "../unverified.ts";

export default dockerfileRule({
	id: "curl-without-certificate-check",
	peers: { checkov: ["CKV2_DOCKER_2"] },
	category: "security",
	severity: "warning",
	title: "curl does not check who it talks to",
	why: [
		"With `-k` curl takes the answer of anybody between the build and the server, and what it downloads runs in the image.",
		"Where a company's own authority has signed the certificate, put that into the image (`update-ca-certificates`) or name it with `--cacert`.",
	],
	fixes: fixesOfUnverified,
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN curl -kfsSLO https://example.com/app.tar.gz
			`,
			good: dockerfile`
				FROM debian:12
				RUN curl -fsSLO https://example.com/app.tar.gz
			`,
		},
	],

	needs: ["curl", "curlrc"],
	check: (file) => reportUnverified(file, "curl", ({ text }) => say`\`${text}\` lets \`curl\` take anybody's answer for the server's`),
});
