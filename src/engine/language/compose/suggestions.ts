import type { LintedCompose } from "../../compose/linted.ts";
import { rangeIn, relativeTo } from "../../compose/linted.ts";
import { folderOf } from "../../compose/file-paths.ts";
import { mountsIn } from "../../compose/facts/mounts.ts";
import { findEntry } from "../../compose/rewrite/parts.ts";
import { entryOf, itemsIn, textOf } from "../../compose/value.ts";
import { dependenciesOn, isWaitedToEnd } from "../../rules/compose-dependencies.ts";
import { waitUntilHealthy } from "../../rules/compose-waiting.ts";
import { environmentExampleOf, exampleBeside } from "../../rules/environment-examples.ts";
import { ownEnvironmentPath } from "../../rules/environment-files.ts";
import { variablesOf } from "../../rules/interpolated-variables.ts";
import { nameOf } from "../../compose/syntax.ts";
import { type Message, say } from "../../text/message.ts";
import { type Edit, type Range, touches } from "../../text/text.ts";

/** Something that can be done at a place, and need not: it changes what the project is. */
export type Suggestion = { readonly title: Message; readonly edits: readonly Edit[] };

/** A service waits until one that it depends on is healthy. */
export function waitingAt(file: LintedCompose, selection: Range): readonly Suggestion[] {
	const found: Suggestion[] = [];
	for (const [name, dependencies] of dependenciesOn(file)) {
		if (isWaitedToEnd(file, name)) continue;
		for (const { by } of dependencies) {
			const entry = findEntry(file, "services", by, "depends_on");
			const { value } = entry ?? {};
			const item = value?.kind === "sequence" ? value.items.find((each) => each.kind === "scalar" && each.source === name) : undefined;
			const own = value?.kind === "mapping" ? value.entries.find((each) => nameOf(each) === name) : undefined;
			if (!entry || ![entry.key, item, own].some((place) => place && touches(place, selection))) continue;
			const fix = waitUntilHealthy(file, by, name);
			if (fix) found.push({ title: fix.title, edits: fix.edits });
		}
	}
	return found;
}

/** A file of variables that is not there, and an example of it that is. Paths are absolute; `at` is where it is missed. */
export type MissingEnvironmentFile = { readonly title: Message; readonly path: string; readonly example: string; readonly text: string; readonly at: Range };

/** Those that the selection misses: by the name in `env_file`, by a mount, or by a variable that the example has and nothing else sets. */
export function missingEnvironmentFilesAt(file: LintedCompose, selection: Range): readonly MissingEnvironmentFile[] {
	const missed = new Map<string, Range>();
	for (const service of file.allServices.values())
		for (const named of itemsIn(entryOf(service, "env_file"))) {
			const path = entryOf(named, "path") ?? named;
			const at = rangeIn(file, path);
			if (at && touches(at, selection)) missed.set(textOf(path) ?? "", at);
		}
	for (const { mount, at } of mountsIn(file)) if (mount.type === "bind" && mount.source !== undefined && touches(at, selection)) missed.set(mount.source, at);
	const use = variablesOf(file).find((each) => touches(each, selection));
	const isSet = !use || /^:?[-+]/.test(use.operator) || file.environment(use.name) !== undefined;
	if (!isSet && environmentExampleOf(file)?.names.has(use.name)) missed.set(ownEnvironmentPath(file), use);
	return [...missed].flatMap(([path, at]): readonly MissingEnvironmentFile[] => {
		const example = isThere(file, path) ? undefined : exampleBeside(file, path);
		const text = example === undefined ? undefined : file.files.text(example);
		if (example === undefined || text === undefined) return [];
		const shown = (each: string): string => relativeTo(file, each) ?? each;
		return [{ title: say`Create \`${shown(path)}\` from \`${shown(example)}\``, path, example, text, at }];
	});
}

const isThere = ({ files }: LintedCompose, path: string): boolean => files.list(folderOf(path))?.includes(path.slice(folderOf(path).length + 1)) ?? false;
