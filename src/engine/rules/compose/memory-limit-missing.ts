import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { reportUnlimited } from "../compose-limits.ts";

export default composeRule({
	id: "memory-limit-missing",
	peers: { kics: ["bb9ac4f7"], cis: ["CIS-5.11"], owasp: ["OWASP-RULE-7"] },
	category: "practice",
	severity: "off",
	title: "A service may take all memory of the machine",
	why: [
		"A container without a limit takes memory until the kernel ends some process of the machine, and that need not be one of the container that took too much.",
	],
	fixes: { onRequest: "`mem_limit: 512m` is added, or `memory` to the limits under `deploy`.", never: "The service is not written out in the file." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    mem_limit: 512m
			`,
		},
	],

	check: (file) =>
		reportUnlimited(
			file,
			{ key: "mem_limit", deployed: "memory", value: "512m", deployedValue: "512m" },
			(name) => say`\`${name}\` may take all memory of the machine`,
			say`Limit it to 512 MB`,
		),
});
