import { absolute, folderOf } from "../../compose/file-paths.ts";
import { type LintedCompose, relativeTo } from "../../compose/linted.ts";
import { entryOf, heldIn, itemsIn, textOf, type Value } from "../../compose/value.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "include-conflict",
	category: "practice",
	severity: "info",
	title: "Something stands in an included file, too",
	why: [
		"Compose 5 merges both, and what this file says counts over what is included; older versions refuse the project: *conflicts with imported resource*.",
		"In `include`, `path` takes a list of files that are merged one over the other, in old versions, too.",
	],
	fixes: { never: "Which of both is meant, only their author knows." },
	examples: [
		{
			bad: compose`
				include:
				  - db.yaml
				services:
				  db:
				    image: postgres:18
			`,
			good: compose`
				include:
				  - path: [db.yaml, db.override.yaml]
			`,
			files: {
				"db.yaml": "services:\n  db:\n    image: postgres:17\n",
				"db.override.yaml": "services:\n  db:\n    image: postgres:18\n",
			},
		},
	],
	needs: ["include"],

	check(file) {
		const problems: Problem[] = [];
		const known = new Map<string, string>();
		for (const { value } of file.project.documents.get(file.path) ?? []) {
			for (const item of itemsIn(entryOf(value, "include"))) {
				// What variables name is not looked at.
				const paths = pathsOf(item, file);
				for (const [named, path] of namesIn(file, paths)) {
					const other = known.get(named);
					if (other !== undefined && other !== path && item.origin?.file === file.path)
						problems.push({
							at: item.origin.at,
							message: say`\`${named}\` is in \`${relativeTo(file, other) ?? other}\`, too, which counts over this`,
						});
					else known.set(named, path);
				}
			}
			for (const section of sections) {
				const held = entryOf(value, section);
				if (held?.kind !== "mapping") continue;
				for (const [name, { key }] of held.entries) {
					const path = known.get(`${section}.${name}`);
					if (path !== undefined && key?.file === file.path)
						problems.push({ at: key.at, message: say`\`${name}\` is in \`${relativeTo(file, path) ?? path}\`, too, and both are merged` });
				}
			}
		}
		return problems;
	},
});

const sections = ["services", "volumes", "networks", "secrets", "configs", "models"];

function pathsOf(item: Value, file: LintedCompose): readonly string[] {
	const said = item.kind === "mapping" ? entryOf(item, "path") : item;
	const texts = said?.kind === "sequence" ? said.items.flatMap((each) => textOf(each) ?? []) : [textOf(said) ?? ""];
	return texts.filter((text) => text !== "" && !text.includes("$")).map((text) => absolute(folderOf(file.paths[0] ?? file.path), text));
}

/** What the files define, each with the file. */
function namesIn({ project: { documents } }: LintedCompose, paths: readonly string[]): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	for (const path of paths)
		for (const { value } of documents.get(path) ?? [])
			for (const section of sections) for (const [name] of heldIn(entryOf(value, section))) found.set(`${section}.${name}`, path);
	return found;
}
