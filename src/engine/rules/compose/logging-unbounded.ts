import { literalOf } from "../../compose/linted.ts";
import { serviceInsertion } from "../../compose/rewrite/insert.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule, type Fix } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "logging-unbounded",
	peers: { cis: ["CIS-2.13"] },
	category: "practice",
	severity: "off",
	title: "What a service writes fills the disk",
	why: [
		"Docker keeps what a container writes in a file that has no end, unless the engine is set up otherwise, until the disk is full and everything on it fails.",
		"With `max-size` and `max-file` the oldest goes first.",
	],
	fixes: { onRequest: "Three files of ten megabytes are kept.", never: "The service has `logging` already, or is not written out in the file." },
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
				    logging:
				      driver: json-file
				      options:
				        max-size: 10m
				        max-file: "3"
			`,
		},
	],

	*check(file) {
		for (const { name, at, value: service } of file.services) {
			const logging = entryOf(service, "logging");
			const driver = entryOf(logging, "driver");
			if ((driver && literalOf(driver) !== "json-file") || entryOf(entryOf(logging, "options"), "max-size")) continue;
			const fix = (): Fix | undefined => {
				const edit = logging ? undefined : serviceInsertion(file, name, "logging", rotated);
				return edit && { title: say`Keep 30 MB of it`, edits: [edit], safe: false };
			};
			yield { at, message: say`what \`${name}\` writes is kept without end`, fix };
		}
	},
});

const rotated = ["driver: json-file", "options:", "  max-size: 10m", '  max-file: "3"'];
