import { rangeIn } from "../../compose/linted.ts";
import { volumeAt } from "../../compose/rewrite/written.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";
import { datastoreMounts } from "../datastore-mounts.ts";

export default composeRule({
	id: "datastore-wrong-volume",
	category: "correctness",
	severity: "warning",
	title: "A database has a volume where it keeps no data",
	why: [
		"Data that lies beside the volume is lost with the container.",
		"PostgreSQL from version 18 on does not even start with something mounted at `/var/lib/postgresql/data`; `postgres:latest` is such a version.",
	],
	fixes: {
		onRequest: "It is mounted where the data is. Data that is in it already has to be moved or upgraded.",
		never: "The place comes of a variable, or is written over several lines.",
	},
	examples: [
		{
			bad: compose`
				services:
				  db:
				    image: postgres:18
				    volumes:
				      - data:/var/lib/postgresql/data
				volumes:
				  data:
			`,
			good: compose`
				services:
				  db:
				    image: postgres:18
				    volumes:
				      - data:/var/lib/postgresql
				volumes:
				  data:
			`,
		},
	],
	needs: [["image", "volumes"]],

	*check(file) {
		for (const { name, value } of file.services) {
			const found = datastoreMounts(value, file);
			if (!found || found.isHeld) continue;
			for (const { item, isShort, target } of found.misplaced) {
				const whole = rangeIn(file, item);
				const place = whole && (isShort ? volumeAt(file, whole)?.target : rangeIn(file, entryOf(item, "target")));
				const at = place ?? whole;
				if (!at) continue;
				const isLiteral = place && !file.text.slice(place.start, place.end).includes("$");
				yield {
					at,
					message: say`\`${name}\` keeps its data in \`${found.data}\`, not in \`${target}\``,
					...(isLiteral && { fix: { title: say`Mount it at \`${found.data}\``, edits: [replace(place, found.data)], safe: false } }),
				};
			}
		}
	},
});
