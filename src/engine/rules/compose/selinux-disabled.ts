import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { reportOption } from "../compose-security-options.ts";

export default composeRule({
	id: "selinux-disabled",
	peers: { semgrep: ["selinux-separation-disabled"], cis: ["CIS-5.2", "CIS-5.3", "CIS-5.22"], owasp: ["OWASP-RULE-6"] },
	category: "security",
	severity: "warning",
	title: "A service is not confined by SELinux",
	why: [
		"On Fedora and Red Hat, SELinux labels keep a container away from the host's files and from other containers: without them, a mistake in a program reaches further.",
		"Where it is a mounted folder that cannot be read, `:z` or `:Z` behind the mount labels that folder alone.",
	],
	fixes: { onRequest: "The option is removed.", never: "It is used elsewhere by an anchor." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    security_opt:
				      - label:disable
				      - no-new-privileges:true
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    security_opt:
				      - no-new-privileges:true
			`,
		},
	],
	needs: ["security_opt"],

	check: (file) => reportOption(file, /^label[:=]disable$/, (text) => say`with \`${text}\` SELinux does not confine the container`),
});
