import type { Rule } from "../src/engine/lint/rule.ts";
import type { Template } from "../src/engine/scaffold/template.ts";
import type { Catalogue } from "../src/engine/text/message.ts";

/** All that Hullwright says, by the file it is said in. Paths are relative to the root, without their extension. */
export type Texts = ReadonlyMap<string, readonly string[]>;

/** What a translator works on: each English text of a file with its translation, empty where there is none yet. */
type Translations = Readonly<Record<string, string>>;

const locales = ["zh-CN"] as const;

/** Whether a file of the repository may hold messages. The extension's own go through VS Code's API. */
export const isSource = (path: string): boolean =>
	/^(?:src\/(?!extension\/|l10n\/).*|scripts\/(?:rule-pages|generate-settings))\.ts$|^templates\/[^/]+\/template\.json$/.test(path);

/** The patterns of all messages in the sources, and what the rules and templates say that is the same in every case. `sources` holds their texts by their paths. */
export function textsOf(sources: Readonly<Record<string, string>>, rules: readonly Rule[]): Texts {
	const texts = new Map<string, string[]>();
	for (const [path, source] of Object.entries(sources)) {
		const rule = rules.find(({ id }) => /^src\/engine\/rules\//.test(path) && path.endsWith(`/${id}.ts`));
		const all = path.endsWith(".json") ? questionTexts(JSON.parse(source) as Template) : [...(rule ? staticTexts(rule) : []), ...patternsIn(source)];
		if (all.length > 0) texts.set(path.replace(/\.\w+$/, ""), [...new Set(all)]);
	}
	return texts;
}

const staticTexts = ({ title, why, category, options = {}, fixes = {} }: Rule): readonly string[] => [
	category,
	title,
	...why,
	...Object.values(fixes),
	...Object.values(options).map(({ description }) => description),
];

/** What the wizard asks in the same words in every project. */
const questionTexts = ({ questions }: Template): readonly string[] =>
	questions.flatMap(({ prompt, choices = [] }) => [prompt, ...choices.flatMap(({ label, detail }) => (detail === undefined ? [label] : [label, detail]))]);

/**
 * The files of each locale's translations, and the index by which they are loaded. They follow the sources: a text that is new stands there untranslated, one that
 * is gone is gone, and one that moved takes its translation along. `existing` holds the files as they are.
 */
export function filesFromTexts(texts: Texts, existing: Readonly<Record<string, string>>): Record<string, string> {
	const counts = new Map<string, number>();
	for (const text of [...texts.values()].flat()) counts.set(text, (counts.get(text) ?? 0) + 1);
	const byFile = new Map<string, string[]>();
	for (const [path, own] of texts) {
		for (const text of own) {
			const file = (counts.get(text) ?? 0) > 1 ? "shared" : fileOf(path);
			byFile.set(file, [...new Set([...(byFile.get(file) ?? []), text])]);
		}
	}
	const names = [...byFile.keys()].toSorted();
	const files: Record<string, string> = {};
	for (const locale of locales) {
		const folder = `src/l10n/${locale}`;
		const known = new Map(
			Object.entries(existing)
				.filter(([path]) => path.startsWith(`${folder}/`) && path.endsWith(".json"))
				.flatMap(([, json]) => Object.entries(JSON.parse(json) as Translations)),
		);
		for (const [name, own] of byFile)
			files[`${folder}/${name}.json`] = `${JSON.stringify(Object.fromEntries(own.map((text) => [text, known.get(text) ?? ""])), null, "\t")}\n`;
		// What only pages say is never said at run time.
		Object.assign(
			files,
			indexes(
				folder,
				names.filter((name) => name !== "pages"),
			),
		);
	}
	return files;
}

/** What the translations of a locale among the files come to. What is not translated yet stays English. */
export function catalogueOf(files: Readonly<Record<string, string>>, locale: (typeof locales)[number]): Catalogue {
	const own = Object.entries(files).filter(([path]) => path.startsWith(`src/l10n/${locale}/`) && path.endsWith(".json"));
	return new Map(own.flatMap(([, json]) => Object.entries(JSON.parse(json) as Translations).filter(([, translation]) => translation)));
}

/** A rule has a file of its own, and so has what an editor shows of a language, by the feature; all else has one for its folder. */
function fileOf(path: string): string {
	const [, top = "", folder = "", ...rest] = path.split("/");
	if (path.startsWith("templates/")) return "scaffold";
	if (!path.startsWith("src/")) return "pages";
	if (top !== "engine") return top;
	if (folder === "language" && rest.length > 2) return rest[1] ?? folder;
	return folder === "rules" && rest.length === 2 ? [folder, ...rest].join("/") : folder;
}

/** One index a folder, so that none grows too long. */
function indexes(folder: string, names: readonly string[]): Record<string, string> {
	const heading = "// Generated from what Hullwright says by `npm run generate`; do not edit. The translations are in the JSON files beside it.\n";
	const folders = [...new Set(names.filter((name) => name.includes("/")).map(folderOf))];
	const files: Record<string, string> = {};
	for (const each of folders) {
		const own = names.filter((name) => name.includes("/") && folderOf(name) === each).map((name) => name.slice(each.length + 1));
		files[`${folder}/${each}/index.ts`] = `${heading}${own.map((name) => `export { default as ${camelCase(name)} } from "./${name}.json";\n`).join("")}`;
	}
	const top = names.filter((name) => !name.includes("/"));
	const list = [...folders.map((each) => `...Object.values(${camelCase(each)})`), ...top.map(camelCase)];
	const line = `[${list.join(", ")}]`;
	files[`${folder}/index.ts`] = [
		heading,
		'import type { Catalogue } from "../../engine/text/message.ts";\n',
		...folders.map((each) => `import * as ${camelCase(each)} from "./${each}/index.ts";\n`),
		...top.map((name) => `import ${camelCase(name)} from "./${name}.json";\n`),
		"\nconst translations: readonly Readonly<Record<string, string>>[] = ",
		line.length <= 160 - "const translations: readonly Readonly<Record<string, string>>[] = ;".length
			? line
			: `[\n${list.map((item) => `\t${item},\n`).join("")}]`,
		";\n\n/** By the English text. */\nexport const catalogue: Catalogue = new Map(translations.flatMap((file) => Object.entries(file)));\n",
	].join("");
	return files;
}

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf("/"));
const camelCase = (name: string): string => name.replace(/[-/](.)/g, (_, letter: string) => letter.toUpperCase());

/** The patterns of the messages that a source makes with the tag `say`, in their order. */
export function patternsIn(source: string): string[] {
	return [...source.matchAll(/(?<![\w.`])say`/g)].map(({ index }) => {
		const { pattern, odd } = readTemplate(source, index + "say`".length);
		if (odd !== undefined) throw new Error(`say\`${pattern}\`: write the character itself instead of \\${odd}`);
		return pattern;
	});
}

/** The template that begins at `start`, past its backtick. `odd` is an escape that means something else than the character after the backslash. */
function readTemplate(source: string, start: number): { readonly pattern: string; readonly end: number; readonly odd: string | undefined } {
	let pattern = "";
	let count = 0;
	let odd: string | undefined;
	let at = start;
	for (; at < source.length && source[at] !== "`"; at++) {
		if (source.startsWith("${", at)) {
			at = endOfExpression(source, at + 2);
			pattern += `{${count++}}`;
		} else {
			if (source[at] === "\\" && /[^`\\$]/.test(source[++at] ?? "")) odd = source[at];
			pattern += source[at] ?? "";
		}
	}
	return { pattern, end: at, odd };
}

/** Where the "}" stands that ends the expression. */
function endOfExpression(source: string, start: number): number {
	let depth = 1;
	for (let at = start; at < source.length; at++) {
		const character = source[at] ?? "";
		if (character === "`") at = readTemplate(source, at + 1).end;
		else if (character === '"' || character === "'") for (at++; at < source.length && source[at] !== character; at++) at += source[at] === "\\" ? 1 : 0;
		else if (character === "{") depth++;
		else if (character === "}" && --depth === 0) return at;
	}
	return source.length;
}
