import { literalOf, rangeIn } from "../../compose/linted.ts";
import { nanosecondsOf } from "../../compose/print/duration.ts";
import { entryOf, type Value } from "../../compose/value.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";
import { isDisabled } from "../compose-health.ts";

export default composeRule({
	id: "healthcheck-timing",
	category: "practice",
	severity: "info",
	title: "The times of a health check do not go together",
	why: ["Each check starts a process in the container: more than one a second keeps the machine busy with asking."],
	fixes: {
		onRequest: "The interval becomes five seconds.",
		never: "A timeout is longer than the time between two checks.",
	},
	options: {
		longTimeouts: {
			default: false,
			strict: true,
			description: "Report also a `timeout` that is longer than the `interval`, so that one check that hangs puts off the next.",
		},
	},
	examples: [
		{
			bad: compose`
				services:
				  cache:
				    image: redis:8
				    healthcheck:
				      test: ["CMD", "redis-cli", "ping"]
				      interval: 100ms
			`,
			good: compose`
				services:
				  cache:
				    image: redis:8
				    healthcheck:
				      test: ["CMD", "redis-cli", "ping"]
				      interval: 5s
			`,
		},
	],
	needs: ["interval", "timeout"],

	check(file, { options: { longTimeouts } }) {
		const problems: Problem[] = [];
		for (const { value: service } of file.services) {
			const check = entryOf(service, "healthcheck");
			if (!check || isDisabled(check)) continue;
			const [interval, timeout] = [entryOf(check, "interval"), entryOf(check, "timeout")];
			const between = secondsOf(interval);
			const at = rangeIn(file, interval);
			if (at && between !== undefined && between > 0 && between < 1)
				problems.push({
					at,
					message: say`more than one check a second keeps the machine busy`,
					fix: { title: say`Ask every five seconds`, edits: [replace(at, "5s")], safe: false },
				});
			const limit = secondsOf(timeout);
			const timeoutAt = rangeIn(file, timeout);
			if (longTimeouts && timeoutAt && limit !== undefined && limit > (interval ? (between ?? limit) : 30))
				problems.push({ at: timeoutAt, message: say`a check may take longer than the time until the next` });
		}
		return problems;
	},
});

function secondsOf(value: Value | undefined): number | undefined {
	const text = literalOf(value);
	const nanoseconds = text === undefined ? undefined : nanosecondsOf(text);
	return nanoseconds === undefined ? undefined : Number(nanoseconds) / 1e9;
}
