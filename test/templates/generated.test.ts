import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { files } from "../../scripts/generate-templates.mjs";

test.each(Object.entries(files() as Record<string, string>))("%s is what the templates give: if not, run npm run generate", (path, text) => {
	expect(readFileSync(join(import.meta.dirname, "../..", path), "utf8")).toBe(text);
});
