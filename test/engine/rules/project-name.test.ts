import { expect, test } from "vitest";
import { composeLanguage } from "../../../src/engine/language/compose/compose-language.ts";
import { defaultConfiguration } from "../../../src/engine/lint/configuration.ts";
import { fixAll } from "../../../src/engine/lint/fix.ts";
import { rules } from "../../../src/engine/rules/index.ts";

test.each([
	["/shops/west", "name: west"],
	["/nginx/1.27.0", 'name: "1270"'],
])("the name that is written for a project in %s is a text", (folder, line) => {
	const text = "services:\n  web:\n    image: nginx:1.27\n";
	const own = rules.filter(({ id }) => id === "project-name-missing");
	const files = { name: "compose.yaml", folder, text: () => undefined, list: () => undefined };
	expect(fixAll(composeLanguage, text, own, { ...defaultConfiguration, preset: "strict" }, { unsafe: true, files }).text).toBe(`${line}\n${text}`);
});
