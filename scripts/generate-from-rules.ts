import type { Rule } from "../src/engine/lint/rule.ts";
import type { Catalogue } from "../src/engine/text/message.ts";
import { withStrings } from "./manifest-strings.ts";
import { schema, settingKeys, settingTexts, withRuleSettings } from "./generate-settings.ts";
import { rulePages } from "./rule-pages.ts";

/** All that is derived from the rules: texts by their paths from the root. `manifest` and `strings` are the texts of package.json and package.nls.json, `chinese` what the pages are translated by. */
export function filesFromRules(rules: readonly Rule[], manifest: string, strings: string, chinese: Catalogue): Record<string, string> {
	const sorted = rules.toSorted((one, other) => (one.id < other.id ? -1 : 1));
	return {
		"src/engine/rules/index.ts": index(sorted),
		...rulePages("docs/rules", sorted, undefined),
		...rulePages("docs/rules/zh-CN", sorted, chinese),
		"schemas/hullwright.schema.json": schema(sorted),
		"package.json": withRuleSettings(manifest, sorted),
		"package.nls.json": withStrings(strings, settingKeys, Object.entries(settingTexts(sorted, undefined))),
	};
}

function index(rules: readonly Rule[]): string {
	const names = rules.map(({ id, language }) => [id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()), id, language] as const);
	const list = `[${names.map(([name]) => name).join(", ")}]`;
	return [
		"// Generated from the rules beside this file by `npm run generate`; do not edit.",
		'import type { Rule } from "../lint/rule.ts";',
		...names.map(([name, id, language]) => `import ${name} from "./${language}/${id}.ts";`),
		"",
		"/** In the order of their ids. */",
		list.length <= 160 - "export const rules: readonly Rule[] = ;".length
			? `export const rules: readonly Rule[] = ${list};`
			: `export const rules: readonly Rule[] = [\n${names.map(([name]) => `\t${name},\n`).join("")}];`,
		"",
	].join("\n");
}
