import { mountsIn } from "../../compose/facts/mounts.ts";
import { inLongForm, type Named } from "../../compose/rewrite/long-form.ts";
import { writtenAt } from "../../compose/rewrite/written.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "volume-one-letter",
	category: "correctness",
	severity: "error",
	title: "A volume of one letter is read as a drive of Windows",
	why: [
		"In the short form Compose takes a single letter before a colon for a drive: `v:/v` is a volume without a name at the path `v:/v`, which an engine on Linux refuses.",
		"The long form says which part is which, and a name of two letters does, too.",
	],
	fixes: { onRequest: "The volume is written in the long form.", never: "The volume is not defined, or has an anchor." },
	examples: [
		{
			bad: compose`
				services:
				  db:
				    image: postgres:17
				    volumes:
				      - d:/var/lib/postgresql/data
				volumes:
				  d:
			`,
			good: compose`
				services:
				  db:
				    image: postgres:17
				    volumes:
				      - type: volume
				        source: d
				        target: /var/lib/postgresql/data
				volumes:
				  d:
			`,
		},
	],
	needs: ["volumes"],

	*check(file) {
		for (const { mount, at } of mountsIn(file)) {
			const written = mount.isShort ? writtenAt(file, at) : undefined;
			const [, letter = "", target = "", options = ""] = (written && /^(\p{L}):(\/[^:$]*)(?::(ro|rw|z|Z|nocopy))?$/u.exec(written.text)) ?? [];
			if (letter === "") continue;
			const isDefined = entryOf(entryOf(file.project.model, "volumes"), letter) !== undefined;
			// A container of Windows has a drive C, and what is mounted at it begins so, too.
			if (!isDefined && (/[cd]/i.test(letter) || options === "")) continue;
			const held: Named[] = [
				["type", "volume"],
				["source", letter],
				["target", target],
			];
			if (options === "ro") held.push(["read_only", "true"]);
			const edit = isDefined && /^(?:ro|rw|)$/.test(options) && /^[\w./-]+$/.test(target) ? inLongForm(file, at, held) : undefined;
			yield {
				at,
				message: say`Compose takes \`${letter}:\` for a drive of Windows, not for a volume`,
				...(edit && { fix: { title: say`Write the volume in the long form`, edits: [edit], safe: false } }),
			};
		}
	},
});
