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
		const known = new Map<string, Included>();
		for (const { value } of file.project.documents.get(file.path) ?? []) {
			for (const item of itemsIn(entryOf(value, "include"))) {
				// What variables name is not looked at.
				const paths = pathsOf(item, file);
				for (const [named, included] of namesIn(file, paths)) {
					const other = known.get(named)?.path;
					if (other !== undefined && other !== included.path && item.origin?.file === file.path && !isShared(named, known.get(named), included.value))
						problems.push({
							at: item.origin.at,
							message: say`\`${named}\` is in \`${relativeTo(file, other) ?? other}\`, too, which counts over this`,
						});
					else known.set(named, included);
				}
			}
			for (const section of sections) {
				const held = entryOf(value, section);
				if (held?.kind !== "mapping") continue;
				for (const [name, { key, value: own }] of held.entries) {
					const included = known.get(`${section}.${name}`);
					const path = included?.path;
					if (path !== undefined && key?.file === file.path && !isShared(section, included, own))
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

type Included = { readonly path: string; readonly value: Value };

/** A network or volume that is the same in both files conflicts with nothing. */
const isShared = (section: string, included: Included | undefined, value: Value): boolean =>
	/^(?:networks|volumes)/.test(section) && included !== undefined && isSame(included.value, value);

function isSame(one: Value, other: Value): boolean {
	if (one.kind === "mapping") {
		if (other.kind !== "mapping" || one.entries.size !== other.entries.size) return false;
		return [...one.entries].every(([name, { value }]) => isSameOrNone(value, entryOf(other, name)));
	}
	if (one.kind === "sequence")
		return other.kind === "sequence" && one.items.length === other.items.length && one.items.every((item, index) => isSameOrNone(item, other.items[index]));
	return one.kind === other.kind && (one.kind === "null" || ("value" in other && "value" in one && one.value === other.value));
}

const isSameOrNone = (one: Value, other: Value | undefined): boolean => other !== undefined && isSame(one, other);

/** What the files define, each with the file. */
function namesIn({ project: { documents } }: LintedCompose, paths: readonly string[]): ReadonlyMap<string, Included> {
	const found = new Map<string, Included>();
	for (const path of paths)
		for (const { value } of documents.get(path) ?? [])
			for (const section of sections) for (const [name, held] of heldIn(entryOf(value, section))) found.set(`${section}.${name}`, { path, value: held });
	return found;
}
