import { findEntry } from "../../compose/rewrite/parts.ts";
import { removal } from "../../compose/rewrite/remove.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import type { ComposeNode } from "../../compose/syntax.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "env-duplicate",
	category: "correctness",
	severity: "warning",
	title: "A list gives a variable two values",
	why: ["The later one counts, and the first is never seen. Who changes that one wonders why nothing changes."],
	fixes: { safely: "The one that does not count is removed.", never: "An alias stands elsewhere for it." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    environment:
				      - MODE=debug
				      - MODE=fast
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    environment:
				      - MODE=fast
			`,
		},
	],
	needs: ["environment", "args", "labels"],

	check(file) {
		const problems: Problem[] = [];
		for (const { name: service } of file.services) {
			for (const path of lists) {
				const list = findEntry(file, "services", service, ...path)?.value;
				if (list?.kind !== "sequence") continue;
				const later = new Set<string>();
				for (const item of list.items.toReversed()) {
					const name = nameIn(item);
					if (name === undefined) continue;
					if (later.has(name)) {
						const edit = removal(file, item);
						problems.push({
							at: item,
							message: say`\`${name}\` is set again below, and that counts`,
							tag: "unnecessary",
							...(edit && { fix: { title: say`Remove the first \`${name}\``, edits: [edit], safe: true } }),
						});
					}
					later.add(name);
				}
			}
		}
		return problems.toReversed();
	},
});

const lists = [["environment"], ["labels"], ["build", "args"], ["build", "labels"]];

/** What stands before `=`, where no variable makes something else of it. */
function nameIn(item: ComposeNode): string | undefined {
	if (item.kind !== "scalar") return undefined;
	const equals = item.source.indexOf("=");
	const name = equals < 0 ? item.source : item.source.slice(0, equals);
	return name === "" || name.includes("$") ? undefined : name;
}
