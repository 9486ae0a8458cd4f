import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { reportUnlimited } from "../compose-limits.ts";

export default composeRule({
	id: "pids-limit-missing",
	peers: { kics: ["221e0658"], cis: ["CIS-5.12", "CIS-5.29"] },
	category: "practice",
	severity: "off",
	title: "A service may start processes without end",
	why: ["A program that starts itself again and again fills the kernel's table of processes, and then nobody on the machine can start anything."],
	fixes: { onRequest: "`pids_limit: 200` is added, or `pids` to the limits under `deploy`.", never: "The service is not written out in the file." },
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
				    pids_limit: 200
			`,
		},
	],

	check: (file) =>
		reportUnlimited(
			file,
			{ key: "pids_limit", deployed: "pids", value: "200", deployedValue: "200" },
			(name) => say`\`${name}\` may start as many processes as it likes`,
			say`Limit it to 200 processes`,
		),
});
