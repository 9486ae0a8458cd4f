import type { Command } from "../src/extension/commands/command.ts";
import { submenus } from "../src/extension/commands/menus.ts";
import { withStrings } from "./manifest-strings.ts";
import { welcomes, type Welcome } from "../src/extension/welcome.ts";

/** A command and its file below src/extension/commands. */
export type CommandFile = { readonly file: string; readonly command: Command };

/** All that is derived from the commands and welcome texts, by path from the root. `manifest` and `strings` are the texts of package.json and package.nls.json. */
export function filesFromCommands(commands: readonly CommandFile[], manifest: string, strings: string): Record<string, string> {
	for (const { file, command } of commands) {
		if (file !== fileOf(command.id)) throw new Error(`src/extension/commands/${file} holds the command ${command.id}: its place is ${fileOf(command.id)}`);
	}
	const ids = commands.map(({ command }) => `\t${JSON.stringify(command.id)},\n`);
	const withCommands = withLines(
		manifest,
		"commands",
		commands.map(({ command }) => declaration(command)),
	);
	return {
		"src/extension/commands/ids.ts": `${generated}export const commandIds = [\n${ids.join("")}] as const;\n\nexport type CommandId = (typeof commandIds)[number];\n`,
		"src/extension/commands/index.ts": index(commands),
		"package.json": withLines(
			withLines(
				withMenus(withCommands, commands),
				"viewsWelcome",
				welcomes.map(({ name, view, when }) => ({ view, when, contents: `%welcome.${name}%` })),
			),
			"submenus",
			Object.keys(submenus).map((name) => ({ id: `hullwright.${name}`, label: `%menu.${name}%` })),
		),
		"package.nls.json": withStrings(strings, /^(?:command|menu|welcome)\./, [
			...Object.entries(submenus).map(([name, { title }]): [string, string] => [`menu.${name}`, title]),
			...commands.map(({ command }): [string, string] => [titleKey(command.id), command.title]),
			...welcomes.map((welcome): [string, string] => [
				`welcome.${welcome.name}`,
				contents(
					welcome,
					commands.map(({ command }) => command),
				),
			]),
		]),
	};
}

const generated = "// Generated from the commands beside this file by `npm run generate`; do not edit.\n";

/** Where the command of this id is, below src/extension/commands. */
export function fileOf(id: string): string {
	const path = id
		.replace(/^hullwright\./, "")
		.replaceAll(".", "/")
		.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
	return `${path}.ts`;
}

const titleKey = (id: string): string => id.replace(/^hullwright\./, "command.");

function index(commands: readonly CommandFile[]): string {
	const named = commands.map(({ file }) => ({ file, name: file.replace(/\.ts$/, "").replace(/[-/](.)/g, (_, letter: string) => letter.toUpperCase()) }));
	return [
		generated,
		'import type { Command } from "./command.ts";\n',
		...named.map(({ file, name }) => `import ${name} from "./${file}";\n`),
		`\nexport const commands: readonly Command[] = [\n${named.map(({ name }) => `\t${name},\n`).join("")}];\n`,
	].join("");
}

function declaration({ id, icon, needsTrust, enablement }: Command): object {
	const conditions = [needsTrust && "isWorkspaceTrusted", needsTrust && enablement?.includes("||") ? `(${enablement})` : enablement].filter(Boolean);
	return {
		command: id,
		title: `%${titleKey(id)}%`,
		category: "Hullwright",
		...(icon && { icon: `$(${icon})` }),
		...(conditions.length > 0 && { enablement: conditions.join(" && ") }),
	};
}

/** Lines of text, then the links, each alone on its line, which makes it a button. */
function contents({ text, links = [] }: Welcome, commands: readonly Command[]): string {
	const buttons = links.map((link) => {
		if (typeof link !== "string") return `[${link.title}](${link.url})`;
		const command = commands.find(({ id }) => id === link);
		if (!command) throw new Error(`A welcome text links to the command ${link}, which does not exist`);
		return `[${command.button ?? command.title}](command:${link})`;
	});
	return [...text, ...buttons].join("\n");
}

/** The menus of all commands and those within them, in the order of their groups. */
function withMenus(manifest: string, commands: readonly CommandFile[]): string {
	const places = [
		...commands.flatMap(({ command: { id, menus = [] } }) => menus.map((place) => ({ ...place, shown: { command: id } }))),
		...Object.entries(submenus).map(([name, place]) => ({ ...place, shown: { submenu: `hullwright.${name}` } })),
	];
	places.sort((one, other) => compare(one.menu, other.menu) || compare(one.group, other.group));
	return [...new Set(places.map(({ menu }) => menu))].reduce((text, menu) => {
		const entries = places.filter((place) => place.menu === menu);
		return withLines(
			text,
			menu,
			entries.map(({ shown, when, group }) => ({ ...shown, when, group })),
			3,
		);
	}, manifest);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** package.json with a list of contributions in the place of the one that is there: an entry a line. */
function withLines(manifest: string, key: string, entries: readonly object[], depth = 2): string {
	const indentation = "  ".repeat(depth);
	const lines = entries.map((entry) => {
		const pairs = Object.entries(entry).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
		return `${indentation}  { ${pairs.join(", ")} }`;
	});
	const list = new RegExp(`^${indentation}"${key}": \\[\\n.*?^${indentation}\\]`, "ms");
	if (!list.test(manifest)) throw new Error(`package.json has no list "${key}" in its place`);
	return manifest.replace(list, () => `${indentation}"${key}": [\n${lines.join(",\n")}\n${indentation}]`);
}
