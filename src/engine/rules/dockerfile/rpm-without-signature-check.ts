import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fixesOfUnverified, reportUnverified } from "../unverified.ts";

export default dockerfileRule({
	id: "rpm-without-signature-check",
	peers: { checkov: ["CKV2_DOCKER_10"] },
	category: "security",
	severity: "warning",
	title: "rpm does not look whether a package is what it should be",
	why: [
		"Without digests and signatures a package may have been changed by anybody on its way, or broken, and its scripts run as root.",
		"`rpm --import` brings the packager's key.",
	],
	fixes: fixesOfUnverified,
	examples: [
		{
			bad: dockerfile`
				FROM fedora:42
				RUN rpm -i --nosignature nginx.rpm
			`,
			good: dockerfile`
				FROM fedora:42
				RUN rpm -i nginx.rpm
			`,
		},
	],

	needs: ["rpm"],
	check: (file) => reportUnverified(file, "rpm", ({ text }) => say`\`${text}\` leaves out the look at what the package should be`),
});
