import { folderOf } from "../compose/file-paths.ts";
import type { LintedCompose } from "../compose/linted.ts";
import { findEntry } from "../compose/rewrite/parts.ts";
import { removalOfUnused } from "../compose/rewrite/remove.ts";
import { nameOf } from "../compose/syntax.ts";
import { type UsedSection, usedBy } from "../compose/used.ts";
import { entryOf, heldIn, itemsIn, textOf, type Value } from "../compose/value.ts";
import type { Fix, Problem } from "../lint/rule.ts";
import type { Message } from "../text/message.ts";
import { fact } from "../text/fact.ts";

const used = fact(({ allServices }: LintedCompose) => usedBy(allServices));

/**
 * What this file defines in the section and no service of the project uses, whether it is enabled or not. A file without services is a part of others, and so may one
 * be beside which others lie that say the name.
 */
export function unusedResources(
	file: LintedCompose,
	section: UsedSection,
	say: { readonly message: (name: string) => Message; readonly title: (name: string) => Message },
): readonly Problem[] {
	const defined = findEntry(file, section)?.value;
	if (defined?.kind !== "mapping" || file.services.length === 0 || file.project.lacksParts || isNamedByVariable(file, section)) return none;
	const found: Problem[] = [];
	for (const entry of defined.entries) {
		const name = nameOf(entry);
		if (
			name === undefined ||
			name === "<<" ||
			used(file)[section].has(name) ||
			textsOfServices(file).has(name) ||
			textsBeside(file).some((text) => text.includes(name))
		)
			continue;
		const edit = removalOfUnused(file, entry);
		const fix: Fix | undefined = edit && { title: say.title(name), edits: [edit], safe: false };
		found.push({ at: entry.key, message: say.message(name), tag: "unnecessary", ...(fix && { fix }) });
	}
	return found;
}

const none: readonly Problem[] = [];

/** Whether a service takes one of the section by a variable: which it is, nobody knows. */
function isNamedByVariable({ project, paths, text }: LintedCompose, section: UsedSection): boolean {
	if (!text.includes("$") && paths.length < 2) return false;
	const isVariable = (value: Value | undefined): boolean => value?.kind === "string" && byVariable.test(value.value);
	return paths.some((path) =>
		(project.documents.get(path) ?? []).some(({ value }) =>
			heldIn(entryOf(value, "services")).some(([, service]) => {
				const held = entryOf(service, section);
				return heldIn(held).some(([name]) => byVariable.test(name)) || itemsIn(held).some((item) => isVariable(item) || isVariable(entryOf(item, "source")));
			}),
		),
	);
}

/** Not one whose default is a path. */
const byVariable = /^\$(?!\$)(?!\{\w+:?-[./~])/;

/** What one file's services use is used, also where another file of the project puts something else in its place. */
const textsOfServices = fact(({ project, paths }: LintedCompose): ReadonlySet<string> => {
	const texts = new Set<string>();
	if (paths.length < 2) return texts;
	const gather = (value: Value | undefined): void => {
		if (value?.kind === "sequence") value.items.forEach(gather);
		else if (value?.kind === "mapping")
			for (const [name, held] of heldIn(value)) {
				texts.add(name);
				gather(held);
			}
		else texts.add((textOf(value) ?? "").split(":", 1)[0] ?? "");
	};
	for (const path of paths) for (const { value } of project.documents.get(path) ?? []) gather(entryOf(value, "services"));
	return texts;
});

/** No folder of parts has more. */
const mostBeside = 50;

/** The files of the folder that are not of the project: they may be merged over it with `-f`, whatever they are called. */
const textsBeside = fact((file: LintedCompose): readonly string[] => {
	const folder = folderOf(file.path);
	const paths = (file.files.list(folder) ?? [])
		.filter((name) => /\.ya?ml$/i.test(name))
		.slice(0, mostBeside)
		.map((name) => `${folder}/${name}`);
	return paths.filter((path) => !file.project.documents.has(path)).flatMap((path) => file.files.text(path) ?? []);
});
