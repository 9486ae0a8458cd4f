import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { reportUnlimited } from "../compose-limits.ts";

export default composeRule({
	id: "cpu-limit-missing",
	peers: { kics: ["6b610c50"], cis: ["CIS-5.12", "CIS-5.29"] },
	category: "practice",
	severity: "off",
	title: "A service may take all processors of the machine",
	why: ["A container without a limit that computes without end leaves little to all others, those included by which somebody would find out."],
	fixes: { onRequest: "`cpus: 1.0` is added, or to the limits under `deploy`.", never: "The service is not written out in the file." },
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
				    cpus: 1.0
			`,
		},
	],

	check: (file) =>
		reportUnlimited(
			file,
			{ key: "cpus", deployed: "cpus", value: "1.0", deployedValue: '"1.0"', others: ["cpu_quota", "cpu_shares", "cpuset", "cpu_count", "cpu_percent"] },
			(name) => say`\`${name}\` may take all processors of the machine`,
			say`Limit it to one processor`,
		),
});
