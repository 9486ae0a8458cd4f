import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { listFiles, PackageManager } from "@vscode/vsce";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { bundle } from "../scripts/build.mjs";
import { files as notices } from "../scripts/generate-notices.mjs";
import { fileOf, filesFromCommands, type CommandFile } from "../scripts/generate-from-commands.ts";
import { schema, withRuleSettings } from "../scripts/generate-settings.ts";
import { withoutExamples } from "../scripts/without-examples.mjs";
import type { Command } from "../src/extension/commands/command.ts";
import { commands } from "../src/extension/commands/index.ts";
import type { Rule } from "../src/engine/lint/rule.ts";
import { rules } from "../src/engine/rules/index.ts";

// The commands are only listed here, none runs.
vi.mock("vscode", () => ({ EventEmitter: class {} }));

/** Bytes that may not be exceeded. A larger budget is a decision: its commit says what is bought with it. */
const budgets = JSON.parse(readFileSync("test/budget.json", "utf8")) as Record<string, number>;
const manifest = readFileSync("package.json", "utf8");
let bundles: Readonly<Record<string, string>> = {};

beforeAll(async () => {
	({ bundles } = await bundle());
}, 30_000);

test("every bundle has a budget", () => {
	expect(
		Object.keys(budgets)
			.filter((file) => file.startsWith("dist/"))
			.toSorted(),
	).toEqual(
		Object.keys(bundles)
			.map((name) => `dist/${name}.js`)
			.toSorted(),
	);
});

test.each(Object.entries(budgets))("%s keeps within %i bytes", { timeout: 60_000 }, async (file, budget) => {
	const size = file === "hullwright.vsix" ? await packedSize() : sizeOf(file);
	expect(size).toBeLessThanOrEqual(budget);
	// Slack is a budget that nobody decided on. While the catalogue's rules are being written, there is room for all of them.
	expect(size, `the budget of ${file} is slack: lower it`).toBeGreaterThan(budget * 0.3);
});

test("no example of a rule is in a bundle", () => {
	const all = Object.values(bundles).join("\n");
	expect(all.match(/\bexamples:\[\]/g)?.length).toBeGreaterThanOrEqual(rules.length);
	expect(all).not.toMatch(/\bexamples:\[[^\]]/);
	expect(() => withoutExamples("export default dockerfileRule({ examples: [] })", "rule.ts")).toThrow("rule.ts");
});

describe("room to grow", () => {
	test("115 commands more keep the bundle that VS Code loads first under 60 kB", async () => {
		const more = Array.from({ length: 115 }, (_, index) => dummy(index));
		const files = filesFromCommands([...commands, ...more].map(asFile), manifest, readFileSync("package.nls.json", "utf8"));
		const ids = files["src/extension/commands/ids.ts"] ?? "";
		const { bundles: grown } = await bundle([replacing(/commands[\\/]ids\.ts$/, ids)]);
		expect(grown["extension"]).toContain("hullwright.subject.action114");
		expect(Buffer.byteLength(grown["extension"] ?? "")).toBeLessThan(60_000);
	}, 30_000);

	test("400 rules more add less than 50 kB to the manifest", () => {
		const like = rules.find(({ options }) => !options);
		const more = Array.from({ length: 400 }, (_, index): Rule => ({
			...(like as Rule),
			id: `another-problem-${index}`,
			title: "What is wrong, said in a whole line of words",
		}));
		const grown = withRuleSettings(manifest, [...rules, ...more]);
		expect(grown).toContain('"another-problem-399": {');
		expect(Buffer.byteLength(grown) - Buffer.byteLength(manifest)).toBeLessThan(50_000);
		expect(Buffer.byteLength(schema([...rules, ...more])) - Buffer.byteLength(schema(rules))).toBeLessThan(50_000);
	});

	function dummy(index: number): Command {
		return { id: `hullwright.subject.action${index}`, title: `Do Something Useful ${index}…`, icon: "gear", needsTrust: true, run: async () => {} };
	}

	const asFile = (command: Command): CommandFile => ({ file: fileOf(command.id), command });
});

function sizeOf(file: string): number {
	const [, name] = /^dist\/(.+)\.js$/.exec(file) ?? [];
	return Buffer.byteLength(name === undefined ? readFileSync(file) : (bundles[name] ?? ""));
}

/** Of all files that go into the VSIX, each packed as a zip file does it, with some bytes for its two headers. */
async function packedSize(): Promise<number> {
	const built = Object.keys(bundles).map((name) => `dist/${name}.js`);
	const files = (await listFiles({ cwd: ".", packageManager: PackageManager.None })).filter((file) => !file.startsWith("dist/"));
	// Written when the extension is packed, so that it may be here, or old, or not.
	const written = Object.values(await notices()).reduce((total, text) => total + deflateRawSync(text, { level: 9 }).length, 0);
	const others = [...files, ...built].filter((file) => file !== "THIRD-PARTY-NOTICES.md");
	return others.reduce((total, file) => total + 100 + 2 * file.length + packed(file).length, written);
}

function packed(file: string): Buffer {
	const [, name] = /^dist\/(.+)\.js$/.exec(file) ?? [];
	return deflateRawSync(name === undefined ? readFileSync(file) : (bundles[name] ?? ""), { level: 9 });
}

/** A plugin of esbuild that puts a text in the place of a file's. */
function replacing(filter: RegExp, contents: string) {
	return {
		name: "replacing",
		setup(build: { onLoad(options: { filter: RegExp }, load: () => { contents: string; loader: "ts" }): void }) {
			build.onLoad({ filter }, () => ({ contents, loader: "ts" }));
		},
	};
}
