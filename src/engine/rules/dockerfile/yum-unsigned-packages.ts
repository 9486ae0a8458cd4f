import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fixesOfUnverified, reportUnverified } from "../unverified.ts";

export default dockerfileRule({
	id: "yum-unsigned-packages",
	peers: { checkov: ["CKV2_DOCKER_9"] },
	category: "security",
	severity: "warning",
	title: "dnf installs packages that nobody has signed",
	why: [
		"Without the check of signatures yum and dnf install what anybody between the build and the mirror hands out, and its scripts run as root.",
		"`rpm --import` or `gpgkey=` of the repository tells them the key.",
	],
	fixes: fixesOfUnverified,
	examples: [
		{
			bad: dockerfile`
				FROM fedora:42
				RUN dnf install -y --nogpgcheck nginx
			`,
			good: dockerfile`
				FROM fedora:42
				RUN dnf install -y nginx
			`,
		},
	],

	needs: ["gpg"],
	check: (file) => reportUnverified(file, "yum", ({ text }) => say`\`${text}\` takes packages without looking for a signature`),
});
