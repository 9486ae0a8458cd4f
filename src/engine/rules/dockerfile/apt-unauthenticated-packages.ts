import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fixesOfUnverified, reportUnverified } from "../unverified.ts";

export default dockerfileRule({
	id: "apt-unauthenticated-packages",
	peers: { checkov: ["CKV2_DOCKER_8"] },
	category: "security",
	severity: "warning",
	title: "apt installs packages that nobody has signed",
	why: [
		"Packages whose archive is not authenticated may come from anybody, and their scripts run as root.",
		"The archive's key goes into `/etc/apt/keyrings`, and its source names it by `signed-by`.",
	],
	fixes: fixesOfUnverified,
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN apt-get update && apt-get install -y --allow-unauthenticated nginx
			`,
			good: dockerfile`
				FROM debian:12
				RUN apt-get update && apt-get install -y nginx
			`,
		},
	],

	needs: ["unauthenticated", "insecure", "trusted", "weakrepositories", "verify-"],
	check: (file) => reportUnverified(file, "apt", ({ text }) => say`\`${text}\` takes packages without looking for a signature`),
});
