import { literalOf, rangeIn } from "../../compose/linted.ts";
import { partsAround, valueOfPart } from "../../compose/rewrite/parts.ts";
import { scalarReplacement } from "../../compose/rewrite/scalars.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "container-name-invalid",
	peers: { dclint: ["service-container-name-regex"] },
	category: "correctness",
	severity: "error",
	title: "A container cannot have that name",
	why: [
		"A name begins with a letter or digit, goes on with letters, digits, `_`, `.` and `-`, and is two characters long at least.",
		"`docker compose config` takes others as long as two such characters stand in them, and Docker refuses to make the container.",
	],
	fixes: { onRequest: "What cannot stand in a name becomes a hyphen, or goes where it begins the name." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    container_name: my web
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    container_name: my-web
			`,
		},
	],
	needs: ["container_name"],

	*check(file) {
		for (const { value: service } of file.services) {
			const value = entryOf(service, "container_name");
			const name = literalOf(value);
			const at = rangeIn(file, value);
			if (!name || !at || isName.test(name)) continue;
			const better = name
				.normalize("NFD")
				.replaceAll(/\p{M}/gu, "")
				.replaceAll(/[^\w.-]+/g, "-")
				.replace(/^[^a-zA-Z0-9]+/, "")
				.replace(/-+$/, "");
			const part = partsAround(file, at).at(-1);
			const scalar = part && valueOfPart(part);
			const edit = isName.test(better) && scalar?.kind === "scalar" ? scalarReplacement(file, scalar, better) : undefined;
			yield {
				at,
				message: say`a container cannot be called \`${name}\``,
				...(edit && { fix: { title: say`Call it \`${better}\``, edits: [edit], safe: false } }),
			};
		}
	},
});

/** https://github.com/moby/moby/blob/v28.5.2/daemon/names/names.go */
const isName = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;
