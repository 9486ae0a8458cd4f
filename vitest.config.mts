import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { handlebarsForVite } from "./scripts/handlebars.mjs";

/** What needs a real VS Code or a real engine; `npm test` provides both. The rest runs anywhere: `npx vitest --project 'quick*'`. */
const withEngine = "test/docker/*.test.ts";
const withVsCode = "test/ui/**/*.test.ts";
/** Run by mocha inside VS Code's extension host. */
const inHost = "test/host/**";

/** These put something else in a module's place, and so want their modules for themselves. The others share what one of them has loaded, which saves half of the time. */
const mocking = readdirSync("test", { recursive: true, encoding: "utf8" })
	.filter((name) => name.endsWith(".test.ts"))
	.map((name) => `test/${name.replaceAll("\\", "/")}`)
	.filter((file) => readFileSync(file, "utf8").includes("vi.mock("));

// Where all cores are busy, what takes a second may take ten; the limit is there for what does not end.
const quick = { testTimeout: 30_000, maxWorkers: availableParallelism() };

const inVsCode = {
	fileParallelism: false,
	testTimeout: 60_000,
	hookTimeout: 120_000,
	expect: { poll: { timeout: 15_000 } },
	// A test that has not ended may go on beside its second attempt, and so has none.
	retry: { count: 1, condition: /^(?!Test timed out)/ },
};

/** A file of tests has an engine for itself. */
const engines = Math.max(1, (JSON.parse(process.env["ENGINES_OF_WORKERS"] ?? "[]") as readonly unknown[]).length);

export default defineConfig({
	test: {
		projects: [
			{
				plugins: [handlebarsForVite],
				test: {
					...quick,
					name: "quick",
					include: ["test/**/*.test.ts"],
					exclude: [withEngine, withVsCode, inHost, ...mocking],
					isolate: false,
					sequence: { groupOrder: 1 },
				},
			},
			{ plugins: [handlebarsForVite], test: { ...quick, name: "quick-mocking", include: mocking, exclude: [withEngine, withVsCode, inHost], sequence: { groupOrder: 2 } } },
			{
				test: {
					name: "docker",
					include: [withEngine],
					setupFiles: "test/docker/engine-of-worker.ts",
					maxWorkers: engines,
					testTimeout: 60_000,
					hookTimeout: 60_000,
				},
			},
			// One browser for all, and one process that holds it.
			{ test: { ...inVsCode, name: "ui", include: [withVsCode], exclude: mocking, isolate: false, sequence: { groupOrder: 3 } } },
			{ test: { ...inVsCode, name: "ui-mocking", include: mocking.filter((file) => file.startsWith("test/ui/")), sequence: { groupOrder: 4 } } },
		],
	},
});
