import type { Range } from "../text/text.ts";
import { type ComposeEntry, type ComposeFile, type ComposeNode, nameOf, nodesOf } from "./syntax.ts";

/** The file that `docker compose` names in its words; undefined where it names none, and means one of those that it was given. */
export const fileInWords = (words: string): string | undefined =>
	/(?:failed to (?:read|parse)|validating|parsing) "?([^\s":]+)/.exec(words)?.[1] ?? /service "[^"]+" in (\S+):/.exec(words)?.[1];

/**
 * Where in a file that is, about which `docker compose config` complains. It names a line in some messages, in others the path of a key or a service,
 * and often nothing: undefined then.
 */
export function placeOfWords(file: ComposeFile, words: string): Range | undefined {
	// Lines of outer mistakes stand before that of the mistake itself.
	const line = [...words.matchAll(/\b(?:line |L(?=\d+\.C\d))(\d+)/g)].at(-1)?.[1];
	if (line !== undefined) return lineRange(file.text, Number(line));
	const steps = pathIn(words);
	const named = [...words.matchAll(/\b(service|network|volume|secret|config)s? ("[^"]+"|[\w.-]+)/g)];
	const paths = [...(steps.length > 1 ? [steps] : []), ...named.map(([, kind = "", name = ""]) => [`${kind}s`, name.replaceAll('"', "")]), steps];
	for (const root of file.roots) {
		for (const path of paths) {
			const found = walk(root, path);
			if (found && (found.isWhole || path === steps)) return wordIn(found.value, words) ?? found.range;
		}
	}
	const missing = /(?:open|env file|stat) (\S+?)(?: not found)?:/.exec(words)?.[1];
	return missing === undefined ? wordIn(file.roots[0], words) : valueThat(file, (source) => missing.endsWith(source.replace(/^\.?\//, "")) && source !== "");
}

/** `services.web.ports.0`, which some messages write as `'services[web].ports[0]'`. */
function pathIn(words: string): readonly string[] {
	const path = /\b(?:services|networks|volumes|secrets|configs|models|include|x-[\w-]+)(?:\.[\w-]+|\[[\w.-]+\]|\.\d+)*/.exec(words)?.[0] ?? "";
	return path === "" ? [] : path.split(/\.\[|\[|\]\.?|\./).filter((step) => step !== "");
}

/** As far as the path leads. A name may hold dots itself. */
function walk(
	root: ComposeNode,
	steps: readonly string[],
): { readonly range: Range; readonly value: ComposeNode | undefined; readonly isWhole: boolean } | undefined {
	let [node, range]: [ComposeNode | undefined, Range | undefined] = [root, undefined];
	let at = 0;
	while (at < steps.length && node) {
		if (node.kind === "sequence") {
			const item: ComposeNode | undefined = node.items[Number(steps[at])];
			if (!item) break;
			[node, range, at] = [item, item, at + 1];
			continue;
		}
		const [entry, used] = entryFor(node, steps, at);
		if (!entry) break;
		[node, range, at] = [entry.value, entry.key, at + used];
	}
	return range && { range, value: node, isWhole: at === steps.length };
}

function entryFor(node: ComposeNode, steps: readonly string[], at: number): readonly [ComposeEntry | undefined, number] {
	if (node.kind !== "mapping") return [undefined, 0];
	for (let used = 1; at + used <= steps.length; used++) {
		const name = steps.slice(at, at + used).join(".");
		const entry = node.entries.find((each) => nameOf(each) === name);
		if (entry) return [entry, used];
	}
	return [undefined, 0];
}

/** The key or value below that the words name at their end, such as a network that is not defined. */
function wordIn(value: ComposeNode | undefined, words: string): Range | undefined {
	const [, quoted, bare] = /(?:additional properties|undefined \w+) (?:['"]([^'"]+)['"]|([^\s:'"]+))/.exec(words) ?? [];
	const name = quoted ?? bare ?? /service "([^"]+)" not found/.exec(words)?.[1];
	return value && name !== undefined ? nodesOf(value).find((node) => node.kind === "scalar" && node.source.split(":")[0] === name) : undefined;
}

const valueThat = ({ roots }: ComposeFile, fits: (source: string) => boolean): Range | undefined =>
	roots.flatMap(nodesOf).find((node) => node.kind === "scalar" && fits(node.source));

function lineRange(text: string, line: number): Range | undefined {
	const lines = text.split("\n");
	const content = lines[line - 1];
	if (content === undefined) return undefined;
	const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
	const blanks = /^\s*/.exec(content)?.[0].length ?? 0;
	return { start: start + Math.min(blanks, content.trimEnd().length), end: start + content.trimEnd().length };
}
