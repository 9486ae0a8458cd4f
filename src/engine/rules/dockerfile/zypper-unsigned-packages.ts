import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fixesOfUnverified, reportUnverified } from "../unverified.ts";

export default dockerfileRule({
	id: "zypper-unsigned-packages",
	category: "security",
	severity: "warning",
	title: "zypper installs packages that nobody has signed",
	why: [
		"Without the check of signatures zypper installs what anybody between the build and the mirror hands out, and its scripts run as root.",
		"`rpm --import` brings the repository's key, and `--gpg-auto-import-keys` takes the one that it brings itself.",
	],
	fixes: fixesOfUnverified,
	examples: [
		{
			bad: dockerfile`
				FROM opensuse/leap:15.6
				RUN zypper --no-gpg-checks install -y nginx
			`,
			good: dockerfile`
				FROM opensuse/leap:15.6
				RUN zypper install -y nginx
			`,
		},
	],

	needs: ["zypper"],
	check: (file) => reportUnverified(file, "zypper", ({ text }) => say`\`${text}\` takes packages without looking for a signature`),
});
