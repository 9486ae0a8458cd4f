import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { parseDocument } from "yaml";
import { files as filesFromCommands } from "../../scripts/generate-commands.mjs";
import { fileOf, filesFromCommands as derive, type CommandFile } from "../../scripts/generate-from-commands.ts";
import type { Command } from "../../src/extension/commands/command.ts";
import { commands } from "../../src/extension/commands/index.ts";
import { causes } from "../../src/extension/connection/causes.ts";
import { explorerKinds } from "../../src/extension/explorer/kinds/index.ts";
import { type Context, holds } from "./when-clause.ts";

// The commands are only listed here, none runs: what they make at once is all that must be there.
vi.mock("vscode", () => ({ EventEmitter: class {} }));

type MenuItem = { readonly command?: string; readonly submenu?: string; readonly when?: string; readonly group?: string };
type Keybinding = MenuItem & { readonly key: string; readonly args?: unknown };
type Manifest = {
	readonly name: string;
	readonly publisher: string;
	readonly icon: string;
	readonly activationEvents: readonly string[];
	readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
	readonly contributes: {
		readonly commands: readonly { readonly command: string; readonly category: string; readonly enablement?: string }[];
		readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
		readonly submenus: readonly { readonly id: string; readonly label: string }[];
		readonly keybindings: readonly Keybinding[];
		readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
		readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
		readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when: string }[];
		readonly walkthroughs: readonly {
			readonly id: string;
			readonly steps: readonly { readonly description: string; readonly media: { readonly svg: string }; readonly completionEvents: readonly string[] }[];
		}[];
		readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope?: string }>> };
	};
};

test.each(["package.json", "package.nls.json", "package.nls.zh-cn.json"])("%s says nothing twice, for the first would count for nothing", (file) => {
	// JSON is YAML, whose parser tells what JSON's does not.
	expect(parseDocument(readFileSync(file, "utf8"), { uniqueKeys: true }).errors).toEqual([]);
});

const text = readFileSync("package.json", "utf8");
const manifest = JSON.parse(text) as Manifest;
const strings = JSON.parse(readFileSync("package.nls.json", "utf8")) as Record<string, string>;
const { contributes } = manifest;
const declared = contributes.commands.map(({ command }) => command);
const views = Object.values(contributes.views)
	.flat()
	.map(({ id }) => id);
const menuItems = Object.values(contributes.menus).flat();

test("every command is declared, and every declared command exists, once", () => {
	expect(declared.toSorted()).toEqual(commands.map(({ id }) => id).sort());
	expect(new Set(declared).size).toBe(declared.length);
});

test("what follows from the commands is up to date", async () => {
	for (const [path, expected] of Object.entries(await filesFromCommands()))
		expect(readFileSync(path, "utf8"), `${path} is stale: run \`npm run generate\``).toBe(expected);
});

describe("what follows from a command", () => {
	const command = (more: Partial<Command>): Command => ({ id: "hullwright.image.tagAgain", title: "Tag Image…", run: async () => {}, ...more });
	const from = (file: string, more: Partial<Command> = {}): Record<string, string> =>
		derive([...commands.map(asFile), { file, command: command(more) }], text, JSON.stringify(strings));
	const declaration = (more: Partial<Command>): unknown =>
		(JSON.parse(from("image/tag-again.ts", more)["package.json"] ?? "") as Manifest).contributes.commands.at(-1);

	test("is all that package.json says of it", () => {
		const bare = { command: "hullwright.image.tagAgain", title: "%command.image.tagAgain%", category: "Hullwright" };
		expect(declaration({})).toEqual(bare);
		expect(declaration({ icon: "tag", needsTrust: true })).toEqual({ ...bare, icon: "$(tag)", enablement: "isWorkspaceTrusted" });
		expect(declaration({ enablement: "a || b" })).toEqual({ ...bare, enablement: "a || b" });
		expect(declaration({ needsTrust: true, enablement: "a || b" })).toEqual({ ...bare, enablement: "isWorkspaceTrusted && (a || b)" });
		expect(JSON.parse(from("image/tag-again.ts")["package.nls.json"] ?? "")).toEqual({ ...strings, "command.image.tagAgain": "Tag Image…" });
	});

	test("is nothing where its file is not where its id says", () => {
		expect(() => from("image/tag.ts")).toThrow("its place is image/tag-again.ts");
	});

	test("is not made where a welcome text names a command that has gone", () => {
		expect(() => derive(commands.filter(({ id }) => id !== "hullwright.refresh").map(asFile), text, JSON.stringify(strings))).toThrow("hullwright.refresh");
	});

	test("leaves with it", () => {
		const { "package.nls.json": after = "" } = derive(
			commands.filter(({ id }) => id !== "hullwright.image.inspect").map(asFile),
			text,
			JSON.stringify(strings),
		);
		expect(Object.keys(strings).filter((key) => !(key in (JSON.parse(after) as object)))).toEqual(["command.image.inspect"]);
	});

	function asFile(each: Command): CommandFile {
		return { file: fileOf(each.id), command: each };
	}
});

test("every command can be found in the palette, under Hullwright", () => {
	expect(contributes.commands.filter(({ category }) => category !== "Hullwright")).toEqual([]);
	expect(contributes.menus["commandPalette"] ?? []).toEqual([]);
});

test.each([
	["dockerfile", "web.Dockerfile", true],
	["dockercompose", "compose.prod.yaml", true],
	["yaml", "docker-compose.yml", true],
	["yaml", "compose-ci.yaml", true],
	["yaml", "values.yaml", false],
	["yaml", "composer.yaml", false],
	["ignore", ".dockerignore", false],
])("what can be fixed is asked for in an editor of %s, here %s: %s", (editorLangId, resourceFilename, isThere) => {
	const { enablement = "" } = contributes.commands.find(({ command }) => command === "hullwright.fixAll") ?? {};
	const context: Readonly<Record<string, string>> = { editorLangId, resourceFilename };
	const holds = [...enablement.matchAll(/(\w+) =~ \/(.+?)\/(?= |$)/g)].map(([, key = "", pattern = ""]) => new RegExp(pattern).test(context[key] ?? ""));
	expect(holds).toHaveLength(2);
	expect(holds.includes(true)).toBe(isThere);
});

test("what changes containers or images is grey without trust, and refused in code too", () => {
	const grey = contributes.commands.filter(({ enablement = "" }) => /^isWorkspaceTrusted\b/.test(enablement)).map(({ command }) => command);
	const refused = commands.filter(({ needsTrust }) => needsTrust).map(({ id }) => id);
	expect(grey.toSorted()).toEqual(refused.toSorted());
	expect(refused).toEqual(expect.arrayContaining(["hullwright.container.remove", "hullwright.container.shell", "hullwright.image.remove"]));
});

test("menus, keys and welcome texts name commands and views that exist", () => {
	const linked = contributes.viewsWelcome.flatMap(({ contents }) =>
		[...(strings[contents.slice(1, -1)] ?? "").matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command),
	);
	const named = [...menuItems.flatMap(({ command }) => command ?? []), ...contributes.keybindings.flatMap(commandsOf)];
	const ours = [...named, ...linked].filter((command) => !command?.startsWith("workbench."));
	expect(ours.filter((command) => !declared.includes(command ?? ""))).toEqual([]);
	const inConditions = [...menuItems, ...contributes.keybindings].flatMap(({ when = "" }) =>
		[...when.matchAll(/\b(?:view|focusedView) == ([\w.]+)/g)].map(([, view]) => view ?? ""),
	);
	expect([...contributes.viewsWelcome.map(({ view }) => view), ...inConditions].filter((view) => !views.includes(view))).toEqual([]);
});

test("each menu within a menu has a place and something in it", () => {
	const ids = contributes.submenus.map(({ id }) => id);
	expect(menuItems.flatMap(({ submenu }) => submenu ?? []).toSorted()).toEqual(ids.toSorted());
	expect(ids.filter((id) => !contributes.menus[id]?.length)).toEqual([]);
	expect(Object.keys(contributes.menus).filter((menu) => menu.startsWith("hullwright.") && !ids.includes(menu))).toEqual([]);
});

/** Ours among the commands that a key runs, one after the other. */
function commandsOf({ command = "", args }: Keybinding): readonly string[] {
	if (command !== "runCommands") return [command];
	const { commands: several } = args as { commands: readonly (string | { command: string })[] };
	return several.map((each) => (typeof each === "string" ? each : each.command)).filter((each) => !/^list\./.test(each));
}

/** What ours among the commands that a key runs is told. */
function argumentsOf({ command, args }: Keybinding): { readonly byKind?: Readonly<Record<string, string | null>> } | undefined {
	const own = command === "runCommands" ? (args as { commands: readonly { readonly args?: unknown }[] }).commands.at(-1)?.args : args;
	return own as ReturnType<typeof argumentsOf>;
}

describe("keys", () => {
	const pressed = (key: string, context: Context): readonly string[] =>
		contributes.keybindings.filter((binding) => binding.key === key && holds(binding.when ?? "", context)).flatMap(commandsOf);
	const inList = { listFocus: true, inputFocus: false };

	test.each([
		["hullwright.containers", "delete", "hullwright.container.remove"],
		["hullwright.containers", "enter", "hullwright.container.logs"],
		["hullwright.containers", "f2", "hullwright.container.rename"],
		["hullwright.images", "delete", "hullwright.image.remove"],
		["hullwright.images", "enter", "hullwright.image.inspect"],
		["hullwright.files", "f2", "hullwright.files.rename"],
		["hullwright.files", "delete", "hullwright.files.remove"],
	])("%s, %s: one command, for one row and for several", (focusedView, key, command) => {
		for (const listMultiSelection of [false, true]) expect(pressed(key, { focusedView, listMultiSelection, ...inList })).toEqual([command]);
	});

	test("nothing where one types, or elsewhere", () => {
		for (const { key } of contributes.keybindings) {
			expect(pressed(key, { focusedView: "hullwright.containers", listFocus: true, inputFocus: true })).toEqual([]);
			expect(pressed(key, { focusedView: "workbench.explorer.fileView", ...inList })).toEqual([]);
		}
	});

	test.each([
		["containers", "enter", { container: "container.logs", service: "goToDefinition", project: null, group: null, end: "container.showEnd" }],
		["containers", "delete", { container: "container.remove", project: "container.remove", group: "container.remove", end: "container.forgetEnd" }],
		["volumes", "enter", { volume: "volume.inspect", user: "container.logs" }],
		["volumes", "delete", { volume: "volume.remove", user: "volume.remove" }],
		["networks", "enter", { network: "network.inspect", user: "container.logs" }],
		["networks", "delete", { network: "network.remove", user: "network.disconnect" }],
	])("%s, %s: each kind of row has what it wants", (view, key, wanted) => {
		for (const listMultiSelection of [false, true]) {
			const binding = contributes.keybindings.find(
				(each) => each.key === key && holds(each.when ?? "", { focusedView: `hullwright.${view}`, listMultiSelection, ...inList }),
			);
			const [command = ""] = binding ? commandsOf(binding) : [];
			const byKind = (binding && argumentsOf(binding)?.byKind) ?? {};
			for (const [kind, id] of Object.entries(wanted)) {
				expect(kind in byKind ? byKind[kind] : command, `${view}, ${kind}`).toBe(id === null ? null : `hullwright.${id}`);
			}
		}
	});

	test("each names the view whose selection is meant", () => {
		for (const binding of contributes.keybindings) expect(JSON.stringify(binding.args)).toContain(/focusedView == ([\w.]+)/.exec(binding.when ?? "")?.[1]);
	});
});

test("every view of the manifest is one of the explorer's, in the same order, what takes space, and files", () => {
	expect(views).toEqual([...explorerKinds.map(({ view }) => view), "hullwright.disk", "hullwright.files"]);
});

test("every text of the manifest has its words, and no word is left over", () => {
	const used = [...text.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key ?? "");
	expect(used.filter((key) => !strings[key])).toEqual([]);
	expect(Object.keys(strings).filter((key) => !used.includes(key))).toEqual([]);
});

describe("the walkthrough", () => {
	const [walkthrough] = contributes.walkthroughs;
	const steps = walkthrough?.steps ?? [];

	test("has four steps, each with a text, a picture of ours that is packed, and an end", () => {
		expect(contributes.walkthroughs).toHaveLength(1);
		expect(steps).toHaveLength(4);
		expect(steps.filter(({ media }) => !existsSync(media.svg))).toEqual([]);
		expect(readFileSync(".vscodeignore", "utf8").split("\n")).toContain("!media/walkthrough/*.svg");
		expect(steps.filter(({ completionEvents }) => completionEvents.length === 0)).toEqual([]);
	});

	test.each(steps.map(({ media }) => media.svg))("%s takes its colours from the theme, and shows and runs nothing else", (svg) => {
		const picture = readFileSync(svg, "utf8");
		const colours = [...picture.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, colour]) => colour);
		expect(colours.length).toBeGreaterThan(5);
		expect(colours.filter((colour) => !/^(?:none|var\(--vscode-[\w-]+, #[\da-f]{6}\))$/.test(colour ?? ""))).toEqual([]);
		expect(picture).not.toMatch(/<(?:script|style|image|use|foreignObject|a)\b|\bon\w+=|url\(/);
	});

	test("leads to commands and views that exist", () => {
		const texts = steps.flatMap(({ description }) => strings[description.slice(1, -1)] ?? "");
		const linked = texts.flatMap((each) => [...each.matchAll(/\(command:([\w.]+)/g)].map(([, command = ""]) => command));
		const ours = linked.filter((command) => command.startsWith("hullwright."));
		expect(ours).toEqual(expect.arrayContaining(["hullwright.showRule", "hullwright.addDockerFiles", "hullwright.selectContext"]));
		const known = [...declared, ...views.map((view) => `${view}.focus`)];
		expect(ours.filter((command) => !known.includes(command))).toEqual([]);
	});

	test("sees its steps done by what exists", () => {
		const known = [...declared.map((id) => `onCommand:${id}`), ...views.map((view) => `onView:${view}`)];
		const settings = Object.keys(contributes.configuration.properties).map((name) => `onSettingChanged:${name}`);
		const events = steps.flatMap(({ completionEvents }) => completionEvents);
		expect(events.filter((event) => !known.includes(event) && !settings.includes(event) && event !== "onContext:editorLangId == dockerfile")).toEqual([]);
	});

	test("is what the command opens", () => {
		expect(readFileSync("src/extension/commands/show-first-steps.ts", "utf8")).toContain(`"${manifest.publisher}.${manifest.name}#${walkthrough?.id}"`);
	});
});

test("an empty view says what it is for, and what else can be done, in every state of the connection", () => {
	const shown = (state: string, from = "default", isEmpty = true) => {
		const keys = { "hullwright.connection": state, "hullwright.connectionFrom": from, ...(isEmpty && { "hullwright.containers.isEmpty": "true" }) };
		return contributes.viewsWelcome.filter(({ view, when }) => view === "hullwright.containers" && holds(when, keys)).map(({ contents }) => contents);
	};
	expect(shown("connected")).toEqual(["%welcome.containers.empty%", "%welcome.files%"]);
	// VS Code is slow to draw the first rows of a view that may have such a text.
	expect(shown("connected", "default", false)).toEqual([]);
	for (const { name } of causes) expect(shown(name)).toEqual([`%welcome.${name}%`, "%welcome.files%"]);
	expect(strings["welcome.files"]).toMatch(/\(command:hullwright\.addDockerFiles\).*\(command:hullwright\.showFirstSteps\)/s);
	for (const from of ["environment", "context", "setting", "window"])
		expect(shown("refused", from)).toEqual(["%welcome.refused%", `%welcome.from.${from}%`, "%welcome.files%"]);
	expect(shown("connected", "environment")).toEqual(["%welcome.containers.empty%", "%welcome.files%"]);
});

test("each cause for which no engine is connected has words of its own, and first the button that mends it", () => {
	const texts = causes.map(({ name }) => strings[`welcome.${name}`] ?? "");
	expect(new Set(texts.map((each) => each.split("\n")[0])).size).toBe(causes.length);
	for (const each of texts) {
		expect(each).toMatch(/^[^[\n]+\.\n[^[\n]+\.\n\[/);
		expect(each).toContain("(command:hullwright.diagnoseConnection)");
		expect(each).toContain("(command:hullwright.selectContext)");
	}
	const firstOf = (name: string): string | undefined => /^\[.+?\]\((.+)\)$/m.exec(strings[`welcome.${name}`] ?? "")?.[1];
	expect(firstOf("not-running")).toBe("command:hullwright.startEngine");
	expect(firstOf("stale-socket")).toBe("command:hullwright.startEngine");
	expect(firstOf("denied")).toBe("command:hullwright.joinDockerGroup");
	expect(firstOf("ssh-host-key")).toBe("command:hullwright.openSshTerminal");
	expect(firstOf("no-context")).toBe("command:hullwright.selectContext");
});

test("pictures are there; the shop's is a PNG", () => {
	expect(contributes.viewsContainers.activitybar.every(({ icon }) => existsSync(icon))).toBe(true);
	expect(readFileSync(manifest.icon).subarray(1, 4).toString()).toBe("PNG");
});

test("a workspace cannot point the client at another engine until it is trusted", () => {
	const hosts = Object.entries(contributes.configuration.properties).filter(([name]) => name.startsWith("hullwright.docker."));
	expect(hosts.map(([, { scope }]) => scope)).toEqual(["machine-overridable", "machine-overridable"]);
	expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).toEqual(expect.arrayContaining(hosts.map(([name]) => name)));
});

test("nothing wakes the extension but what needs it", () => {
	// Files in JSON have no language of their own. Paths without a pattern are looked up; for one with a pattern the whole workspace would be searched.
	const usual = /^onUri$|^on(?:Language|FileSystem|TaskType|WebviewPanel):|^workspaceContains:[\w./-]+$/;
	expect(manifest.activationEvents.filter((event) => !usual.test(event))).toEqual([]);
});

test("no workspace says which program ShellCheck is, and none that is not trusted has it started", () => {
	const { properties } = contributes.configuration as {
		readonly properties: Readonly<Record<string, { readonly scope?: string; readonly default?: unknown }>>;
	};
	expect(properties["hullwright.lint.shellcheckPath"]).toMatchObject({ scope: "machine", default: "" });
	expect(properties["hullwright.lint.shellcheck"]).toMatchObject({ default: false });
	expect(readFileSync("package.json", "utf8")).toMatch(
		/"restrictedConfigurations": \[[^\]]*"hullwright\.lint\.shellcheck",\s*"hullwright\.lint\.shellcheckPath"/,
	);
});

test("docs/features.md says how each command for containers is reached, and names none that there is not", () => {
	const table = readFileSync("docs/features.md", "utf8");
	const ofContainers = commands.filter(({ id }) => /^hullwright\.\w+\.\w+$/.test(id));
	expect(ofContainers.filter(({ title }) => !table.includes(`*${title}*`)).map(({ title }) => title)).toEqual([]);
	const titles = new Set([...commands.map(({ title }) => title), ...ofPages]);
	const asking = [...table.matchAll(/(?<!\*)\*([^*|\n]+…)\*(?!\*)/g)].map(([, title = ""]) => title);
	expect(asking.filter((title) => !titles.has(title))).toEqual([]);
});

/** What is a button on a page alone. */
const ofPages = ["Export as CSV…"];
