import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fixesOfUnverified, reportUnverified } from "../unverified.ts";

export default dockerfileRule({
	id: "apk-untrusted-packages",
	peers: { checkov: ["CKV2_DOCKER_7"] },
	category: "security",
	severity: "warning",
	title: "apk installs packages that nobody has signed",
	why: [
		"With `--allow-untrusted` apk installs whatever it is given, from whoever made it, and the package's scripts run as root.",
		"The key of a packager goes into `/etc/apk/keys`, and then the option is not needed.",
	],
	fixes: fixesOfUnverified,
	examples: [
		{
			bad: dockerfile`
				FROM alpine:3.20
				RUN apk add --no-cache --allow-untrusted glibc.apk
			`,
			good: dockerfile`
				FROM alpine:3.20
				RUN apk add --no-cache glibc.apk
			`,
		},
	],

	needs: ["trusted"],
	check: (file) => reportUnverified(file, "apk", ({ text }) => say`\`${text}\` installs packages without looking for a signature`),
});
