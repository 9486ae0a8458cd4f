import type { Rule } from "../src/engine/lint/rule.ts";
import type { Catalogue } from "../src/engine/text/message.ts";
import { withStrings } from "./manifest-strings.ts";
import { schema, settingKeys, settingTexts, withRuleSettings } from "./generate-settings.ts";
import { rulePages } from "./rule-pages.ts";

/** All that is derived from the rules: texts by their paths from the root. `manifest` and `strings` are the texts of package.json and package.nls.json, `chinese` what the pages are translated by. */
export function filesFromRules(rules: readonly Rule[], manifest: string, strings: string, chinese: Catalogue): Record<string, string> {
	const sorted = rules.toSorted((one, other) => (one.id < other.id ? -1 : 1));
	return {
		...indexes(sorted),
		...rulePages("docs/rules", sorted, undefined),
		...rulePages("docs/rules/zh-CN", sorted, chinese),
		"schemas/hullwright.schema.json": schema(sorted),
		"package.json": withRuleSettings(manifest, sorted),
		"package.nls.json": withStrings(strings, settingKeys, Object.entries(settingTexts(sorted, undefined))),
	};
}

/** One list a language, and one of all: a language has more rules than a file has lines for two lines each. */
function indexes(rules: readonly Rule[]): Record<string, string> {
	const languages = [...new Set(rules.map(({ language }) => language))].toSorted();
	const lists = languages.map((language) => {
		const exports = rules.filter((rule) => rule.language === language).map(({ id }) => `export { default as ${camelCase(id)} } from "./${language}/${id}.ts";`);
		return [`src/engine/rules/${language}.ts`, [generated, ...exports, ""].join("\n")] as const;
	});
	const all = [
		generated,
		'import type { Rule } from "../lint/rule.ts";',
		...languages.map((language) => `import * as ${language} from "./${language}.ts";`),
		"",
		"/** In the order of their ids. */",
		"export const rules: readonly Rule[] = [",
		...languages.map((language) => `\t...Object.values<Rule>(${language}),`),
		"].sort((one, other) => (one.id < other.id ? -1 : 1));",
		"",
	];
	return { ...Object.fromEntries(lists), "src/engine/rules/index.ts": all.join("\n") };
}

const generated = "// Generated from the rules beside this file by `npm run generate`; do not edit.";

const camelCase = (id: string): string => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
