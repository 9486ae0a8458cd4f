import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";
import { healthTest } from "../compose-health.ts";

export default composeRule({
	id: "healthcheck-localhost-ipv6",
	category: "correctness",
	severity: "off",
	title: "A health check asks `localhost`, which may be another address than the server's",
	why: [
		"BusyBox's `wget` takes the first address that `localhost` has, and where that is `::1`, a server that listens to IPv4 alone is not found: the container is unhealthy on some machines.",
		"`127.0.0.1` is the same everywhere.",
	],
	fixes: { onRequest: "`127.0.0.1` takes its place.", never: "The command is written over several lines." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27-alpine
				    healthcheck:
				      test: ["CMD", "wget", "-q", "--spider", "http://localhost:8080/health"]
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27-alpine
				    healthcheck:
				      test: ["CMD", "wget", "-q", "--spider", "http://127.0.0.1:8080/health"]
			`,
		},
	],
	needs: [["healthcheck", "test"]],

	check(file) {
		const problems: Problem[] = [];
		for (const { value: service } of file.services) {
			const test = healthTest(service, file);
			if (!test) continue;
			for (const { name, args } of test.commands) {
				if (name !== "wget") continue;
				for (const word of args) {
					const index = /^["']?(?:https?:\/\/)?(?=localhost(?:[:/"']|$))/.exec(word.text)?.[0].length;
					if (index === undefined) continue;
					const start = word.start + index;
					const at = test.isPlaced ? { start, end: start + "localhost".length } : test.at;
					const fix = test.isPlaced ? { title: say`Ask 127.0.0.1`, edits: [replace(at, "127.0.0.1")], safe: false } : undefined;
					problems.push({ at, message: say`\`localhost\` may be \`::1\` to \`wget\`, where the server need not listen`, ...(fix && { fix }) });
				}
			}
		}
		return problems;
	},
});
