import { entryOf } from "../../compose/value.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "default-ulimit",
	peers: { cis: ["CIS-5.19"] },
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "A service has the limits that the engine happens to have",
	why: [
		"How many files a container may have open is the engine's default, and that is a million on one machine and a thousand on another: databases slow down with the first and fail with the second.",
		"`ulimits` says it for each machine alike.",
	],
	fixes: { never: "How much a program needs is for you to say." },
	examples: [
		{
			bad: compose`
				services:
				  db:
				    image: elasticsearch:9.1.2
			`,
			good: compose`
				services:
				  db:
				    image: elasticsearch:9.1.2
				    ulimits:
				      nofile: 65536
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		for (const { name, at, value } of file.services)
			if (!entryOf(value, "ulimits")) problems.push({ at, message: say`\`${name}\` has the engine's own limits for open files and processes` });
		return problems;
	},
});
