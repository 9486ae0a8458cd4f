import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { hullwright, inFolder } from "./command-line.ts";

const old = 'version: "3.8"\nservices:\n  web:\n    image: nginx:1.31\n';
const rulesIn = (output: string) => (JSON.parse(output) as { file: string; rule: string }[]).map(({ file, rule }) => `${file} ${rule}`);

test("a walk finds Compose files by their names", async () => {
	const found = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.prod.yaml", "compose.override.yaml", "docker-compose-test.yml"];
	const others = ["deployment.yaml", "composer.yaml", "compose.json", "my-compose.yaml", "compose.yaml.bak"];
	inFolder({ Dockerfile: "FROM debian:12\nUSER app\n", ...Object.fromEntries([...found, ...others].map((name) => [`deep/${name}`, old])) });
	const { output } = await hullwright(["lint", "--format", "json"]);
	const told = rulesIn(output).filter((row) => row.endsWith(" obsolete-version"));
	expect(told.sort()).toEqual(found.map((name) => `deep/${name} obsolete-version`).sort());
});

test("YAML that is named by hand is a Compose file, a copy of it too, and so is standard input under such a name", async () => {
	const names = ["compose.yaml.example", "docker-compose.yml.j2", "stack.yml"];
	inFolder(Object.fromEntries(names.map((name) => [name, old])));
	expect(rulesIn((await hullwright(["lint", "--format", "json", ...names])).output)).toEqual(names.map((name) => `${name} obsolete-version`));
	const piped = await hullwright(["lint", "--format", "json", "--stdin-filename", "compose.yaml"], old);
	expect(rulesIn(piped.output).map((row) => row.split(" ")[1])).toEqual(["obsolete-version"]);
});

test("it is ignored by the configuration, by another linter's name too", async () => {
	inFolder({ "compose.yaml": old, ".hullwright.yaml": "rules:\n  no-version-field: off\n" });
	expect(rulesIn((await hullwright(["lint", "--format", "json"])).output)).toEqual([]);
});

test("--fix takes the line away", async () => {
	inFolder({ "compose.yaml": old });
	expect((await hullwright(["lint", "--fix"])).output).toContain("compose.yaml: fixed: Remove `version` [obsolete-version]");
	expect(readFileSync("compose.yaml", "utf8")).toBe(old.slice(old.indexOf("services")));
});

describe("what is no YAML", () => {
	test.each([
		["a tab", "services:\n  web:\n\timage: nginx\n"],
		["brackets without end", "[".repeat(100_000)],
		["braces without end", `a: ${"{a: ".repeat(50_000)}`],
		["dashes without end", "- ".repeat(50_000)],
	])("%s is an error, and nothing is fixed", async (_, text) => {
		inFolder({ "compose.yaml": `version: "3"\n${text}` });
		const { exitCode, output } = await hullwright(["lint", "--fix", "--format", "json"]);
		expect([exitCode, rulesIn(output)]).toEqual([1, expect.arrayContaining(["compose.yaml invalid-yaml"])]);
		expect(readFileSync("compose.yaml", "utf8")).toBe(`version: "3"\n${text}`);
	});

	test.each([
		["nothing", "", "empty-compose-file"],
		["comments", "# later\n", "empty-compose-file"],
		["a word", "services\n", "root-not-mapping"],
		["a list", "- version: 3\n", "root-not-mapping"],
		["documents", "---\n---\n...\n", "root-not-mapping"],
	])("%s is refused", async (_, text, rule) => {
		inFolder({ "compose.yaml": text });
		const { exitCode, output } = await hullwright(["lint", "--format", "json"]);
		expect([exitCode, [...new Set(rulesIn(output))]]).toEqual([1, [`compose.yaml ${rule}`]]);
	});
});

test("an override without the project that it is merged over has its paths from elsewhere", async () => {
	const text = "services: {web: {build: ./gone, volumes: ['./gone.conf:/web.conf']}}\n";
	inFolder({ "compose.override.yaml": text, "alone.compose.yaml": text, "README.md": "" });
	const rulesOf = async (name: string): Promise<readonly string[]> => {
		const { output } = await hullwright(["lint", "--format", "json", name]);
		return output.match(/"(?:build-context|bind-file)-missing"/g) ?? [];
	};
	expect(await rulesOf("compose.override.yaml")).toEqual([]);
	expect(new Set(await rulesOf("alone.compose.yaml"))).toEqual(new Set(['"build-context-missing"', '"bind-file-missing"']));
});
