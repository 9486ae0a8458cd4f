import { entryRangeIn } from "../../compose/linted.ts";
import { entryInsertion } from "../../compose/rewrite/insert.ts";
import { findEntry } from "../../compose/rewrite/parts.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "start-interval-without-period",
	category: "correctness",
	severity: "warning",
	title: "A health check is to ask more often in a time that there is none of",
	why: [
		"`start_interval` is how often is asked within `start_period`: where that is not set, there is no such time.",
		"`docker compose config` takes such a file, and from 2.36 on `up` fails: `healthcheck.start_interval requires healthcheck.start_period to be set`.",
	],
	fixes: { onRequest: "`start_period: 30s` is added.", never: "The check stands elsewhere." },
	examples: [
		{
			bad: compose`
				services:
				  db:
				    image: postgres:17
				    healthcheck:
				      test: ["CMD", "pg_isready"]
				      start_interval: 1s
			`,
			good: compose`
				services:
				  db:
				    image: postgres:17
				    healthcheck:
				      test: ["CMD", "pg_isready"]
				      start_interval: 1s
				      start_period: 30s
			`,
		},
	],
	needs: ["start_interval"],

	*check(file) {
		for (const { name, value: service } of file.services) {
			const check = entryOf(service, "healthcheck");
			// Compose asks before it looks whether the check is switched off.
			const isAlone = entryOf(check, "start_interval") && !entryOf(check, "start_period");
			const at = isAlone ? entryRangeIn(file, check, "start_interval") : undefined;
			if (!at) continue;
			const mapping = findEntry(file, "services", name, "healthcheck")?.value;
			const edit = mapping?.kind === "mapping" ? entryInsertion(file, mapping, "start_period", "30s", "start_interval") : undefined;
			yield {
				at,
				message: say`without \`start_period\` this has no effect, and newer versions of Compose refuse it at \`up\``,
				...(edit && { fix: { title: say`Add \`start_period: 30s\``, edits: [edit], safe: false } }),
			};
		}
	},
});
