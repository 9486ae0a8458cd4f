import { defineConfig } from "vitest/config";
import { handlebarsForVite } from "./scripts/handlebars.mjs";

/** What needs a real VS Code or a real engine; `npm test` provides both. The rest runs anywhere: `npx vitest --project quick`. */
const withEngine = "test/docker/*.test.ts";
const withVsCode = "test/ui/**/*.test.ts";
/** Run by mocha inside VS Code's extension host. */
const inHost = "test/host/**";

export default defineConfig({
	test: {
		projects: [
			{
				plugins: [handlebarsForVite],
				// Where all cores are busy, what takes a second may take ten; the limit is there for what does not end.
				test: { name: "quick", include: ["test/**/*.test.ts"], exclude: [withEngine, withVsCode, inHost], testTimeout: 30_000 },
			},
			{ test: { name: "docker", include: [withEngine], fileParallelism: false, testTimeout: 30_000, hookTimeout: 60_000 } },
			{ test: { name: "ui", include: [withVsCode], fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 } },
		],
	},
});
