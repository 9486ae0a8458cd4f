import { readdirSync, readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import type { Services } from "../../src/extension/commands/command.ts";
import { findListed, type ListedRule } from "../../src/extension/rule-list.ts";
import { findRules, peerIdsOf } from "../../src/engine/lint/rule-names.ts";
import { rules } from "../../src/engine/rules/index.ts";

type Pick = { readonly label: string; readonly description: string; readonly detail: string };
const vscode = vi.hoisted(() => ({
	Uri: { joinPath: (folder: string, name: string) => `${folder}/${name}` },
	l10n: { t: String },
	workspace: { fs: { readDirectory: vi.fn<(folder: string) => Promise<[string, number][]>>(), readFile: vi.fn<(file: string) => Promise<Uint8Array>>() } },
	window: { showQuickPick: vi.fn<(items: readonly Pick[], options: object) => Promise<Pick | undefined>>() },
	extensions: { getExtension: vi.fn<(id: string) => object | undefined>(() => ({})) },
	commands: { executeCommand: vi.fn<(command: string, uri: string) => Promise<void>>() },
}));
vi.mock("vscode", () => vscode);
vscode.workspace.fs.readDirectory.mockImplementation(async (folder) => readdirSync(folder).map((name) => [name, 1]));
vscode.workspace.fs.readFile.mockImplementation(async (file) => readFileSync(file));

const { default: showRule } = await import("../../src/extension/commands/show-rule.ts");
const show = (folder: string, name?: unknown): Promise<void> => showRule.run({ rulePages: folder } as unknown as Services, name);

const listed = readdirSync("docs/rules")
	.filter((file) => file.endsWith(".json"))
	.flatMap((file) => JSON.parse(readFileSync(`docs/rules/${file}`, "utf8")) as ListedRule[]);

test.each(["maintainer-instruction", "DL4000", "dl4000", "hadolint/DL4000", "MaintainerDeprecated", "buildkit/MaintainerDeprecated"])(
	"%s opens the rule's page",
	async (name) => {
		vscode.commands.executeCommand.mockClear();
		await show("docs/rules", name);
		expect(vscode.commands.executeCommand).toHaveBeenCalledExactlyOnceWith("markdown.showPreview", "docs/rules/maintainer-instruction.md");
	},
);

test.each([
	["docs/rules", "“MAINTAINER” is deprecated"],
	["docs/rules/zh-CN", "“MAINTAINER” 已弃用"],
])("without a name the rules in %s are listed, with titles, and found by the names of other linters", async (folder, title) => {
	vscode.commands.executeCommand.mockClear();
	vscode.window.showQuickPick.mockImplementation(async (items) => items.find(({ label }) => label === "maintainer-instruction"));
	await show(folder);
	const [items, options] = vscode.window.showQuickPick.mock.lastCall ?? [];
	expect(items?.map(({ label }) => label)).toEqual(rules.map(({ id }) => id));
	expect(items?.find(({ label }) => label === "maintainer-instruction")).toMatchObject({ detail: title, description: expect.stringContaining("DL4000") });
	expect(options).toMatchObject({ matchOnDescription: true, matchOnDetail: true });
	expect(items?.filter(({ detail }) => detail.includes("`"))).toEqual([]);
	expect(vscode.commands.executeCommand).toHaveBeenCalledExactlyOnceWith("markdown.showPreview", `${folder}/maintainer-instruction.md`);
});

test("without VS Code's own Markdown preview the page is shown as text", async () => {
	vscode.commands.executeCommand.mockClear();
	vscode.extensions.getExtension.mockReturnValueOnce(undefined);
	await show("docs/rules", "DL4000");
	expect(vscode.commands.executeCommand).toHaveBeenCalledExactlyOnceWith("vscode.open", "docs/rules/maintainer-instruction.md");
});

test.each(["../../package", "no-such-rule", 7])("%j opens nothing by itself", async (name) => {
	vscode.commands.executeCommand.mockClear();
	vscode.window.showQuickPick.mockResolvedValue(undefined);
	await show("docs/rules", name);
	expect(vscode.commands.executeCommand).not.toHaveBeenCalled();
});

test("one id of several rules lists just those", () => {
	const two = [
		{ id: "one", title: "One", names: ["DL1", "trivy/DS-1"] },
		{ id: "two", title: "Two", names: ["trivy/DS-1"] },
		{ id: "dl1", title: "Ours", names: [] },
	];
	const ids = (name: string): readonly string[] => findListed(two, name).map(({ id }) => id);
	expect(ids("DS-1")).toEqual(["one", "two"]);
	expect(ids("trivy/ds-1")).toEqual(["one", "two"]);
	expect(ids("DL1"), "an id of ours wins").toEqual(["dl1"]);
});

test("the list knows each name that the linter knows", () => {
	const names = rules.flatMap((rule) => [rule.id, ...(rule.formerIds ?? []), ...peerIdsOf(rule).flatMap(([peer, id]) => [id, `${peer}/${id}`])]);
	for (const name of names) expect(findListed(listed, name).map(({ id }) => id)).toEqual(findRules(rules, name).map(({ id }) => id));
});
