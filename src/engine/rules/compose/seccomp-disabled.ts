import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { reportOption } from "../compose-security-options.ts";

export default composeRule({
	id: "seccomp-disabled",
	peers: {
		kics: ["404fde2c"],
		semgrep: ["seccomp-confinement-disabled"],
		cis: ["CIS-5.2", "CIS-5.3", "CIS-5.22"],
		owasp: ["OWASP-RULE-6"],
	},
	category: "security",
	severity: "warning",
	title: "A service may make every system call",
	why: [
		"Docker's seccomp profile blocks some fifty system calls that hardly a program needs, and through which holes in the kernel have been used again and again.",
		"Where one of them is needed, a profile of your own that allows it keeps the others out.",
	],
	fixes: { onRequest: "The option is removed, and Docker's own profile holds.", never: "It is used elsewhere by an anchor." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    security_opt:
				      - seccomp:unconfined
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],
	needs: ["security_opt"],

	check: (file) => reportOption(file, /^seccomp[:=]unconfined$/, (text) => say`with \`${text}\` no system call is blocked`),
});
