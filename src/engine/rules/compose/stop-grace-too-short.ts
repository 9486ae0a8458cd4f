import { literalOf, rangeIn } from "../../compose/linted.ts";
import { nanosecondsOf } from "../../compose/print/duration.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default composeRule({
	id: "stop-grace-too-short",
	category: "practice",
	severity: "info",
	title: "A service has no time to end what it does",
	why: [
		"When a container is stopped, its program is told, and killed when `stop_grace_period` is over: in less than a second hardly any answer is finished and no file is closed.",
		"Docker's own ten seconds cost nothing where the program ends sooner.",
	],
	fixes: { onRequest: "It becomes ten seconds." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    stop_grace_period: 0s
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    stop_grace_period: 10s
			`,
		},
	],
	needs: ["stop_grace_period"],

	*check(file) {
		for (const { value: service } of file.services) {
			const period = entryOf(service, "stop_grace_period");
			const text = literalOf(period);
			const at = rangeIn(file, period);
			const nanoseconds = text === undefined ? undefined : nanosecondsOf(text);
			if (!at || text === undefined || nanoseconds === undefined || nanoseconds >= 1_000_000_000n) continue;
			yield {
				at,
				message: say`the program is killed \`${text}\` after it was told to end`,
				fix: { title: say`Give it ten seconds`, edits: [replace(at, "10s")], safe: false },
			};
		}
	},
});
