import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { reportOption } from "../compose-security-options.ts";

export default composeRule({
	id: "apparmor-disabled",
	peers: { cis: ["CIS-5.2", "CIS-5.3", "CIS-5.22"], owasp: ["OWASP-RULE-6"] },
	category: "security",
	severity: "warning",
	title: "A service is not confined by AppArmor",
	why: [
		"Docker's profile for AppArmor keeps containers from writing to the kernel's files and from mounting: without it, a mistake in a program reaches further.",
	],
	fixes: { onRequest: "The option is removed, and Docker's own profile holds.", never: "It is used elsewhere by an anchor." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    security_opt:
				      - apparmor:unconfined
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

	check: (file) => reportOption(file, /^apparmor[:=]unconfined$/, (text) => say`with \`${text}\` AppArmor does not confine the container`),
});
