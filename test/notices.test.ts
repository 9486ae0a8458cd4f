import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { files } from "../scripts/generate-notices.mjs";

test("every package in our bundles is in the third-party notices, under a licence that we may ship", async () => {
	for (const [path, text] of Object.entries(await files())) expect(readFileSync(path, "utf8"), `${path} is stale: run \`npm run generate\``).toBe(text);
}, 30_000);
