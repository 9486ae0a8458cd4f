import { entryRangeIn } from "../../compose/linted.ts";
import { removal } from "../../compose/rewrite/remove.ts";
import { entryOf, itemsIn, textOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { isForSwarm } from "../swarm.ts";

export default composeRule({
	id: "secret-mode-ignored",
	category: "practice",
	severity: "info",
	title: "Owner and mode of a file that is mounted count for nothing",
	why: [
		"Compose mounts the `file` of a secret or configuration as it lies on the disk, warns that it ignores `uid`, `gid` and `mode`, and gives the program what the file's own mode allows.",
		"Only Swarm, and secrets that come from a variable, have an owner and a mode of their own.",
	],
	fixes: { onRequest: "The entry is removed.", never: "It has an anchor that something else takes it from." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    secrets:
				      - source: token
				        mode: 0400
				secrets:
				  token:
				    file: token.txt
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    secrets:
				      - source: token
				secrets:
				  token:
				    file: token.txt
			`,
		},
	],
	needs: ["uid", "gid", "mode"],

	*check(file) {
		for (const { value: service } of file.services) {
			for (const section of ["secrets", "configs"] as const) {
				for (const mount of itemsIn(entryOf(service, section))) {
					const source = entryOf(entryOf(file.project.model, section), textOf(entryOf(mount, "source")) ?? "");
					if (!entryOf(source, "file") || isForSwarm(file)) continue;
					for (const key of ["uid", "gid", "mode"]) {
						const at = entryRangeIn(file, mount, key);
						if (!at) continue;
						const edit = removal(file, at);
						yield {
							at,
							message: say`Compose ignores \`${key}\` of what comes from a file`,
							...(edit && { fix: { title: say`Remove \`${key}\``, edits: [edit], safe: false } }),
						};
					}
				}
			}
		}
	},
});
