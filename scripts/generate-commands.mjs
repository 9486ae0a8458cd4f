// What follows from the commands of the extension: their index, their ids, and what package.json and package.nls.json say of them.
// `files()` returns what is to be written; scripts/generate.mjs writes it, test/extension/manifest.test.ts compares it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = "src/extension/commands";

/** The commands use VS Code's API when they run. To read what they say of themselves, a `vscode` in which every name exists and does nothing will do. */
const withoutVsCode = {
	name: "without-vscode",
	setup(build) {
		build.onResolve({ filter: /^vscode$/ }, ({ path }) => ({ path, namespace: "without-vscode" }));
		build.onLoad({ filter: /.*/, namespace: "without-vscode" }, () => ({
			contents: "const nothing = new Proxy(class {}, { get: () => nothing, apply: () => nothing });\nmodule.exports = Object.create(nothing);",
		}));
		build.onResolve({ filter: /^\./ }, ({ kind, path }) => (kind === "dynamic-import" ? { path, external: true } : undefined));
	},
};

/** The generated files' texts by their paths from the root. Throws where a command is not in its place. */
export async function files() {
	const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
		.map((file) => file.replaceAll("\\", "/"))
		.filter((file) => file.endsWith(".ts") && /^export default /m.test(readFileSync(join(root, folder, file), "utf8")))
		.toSorted();
	const imports = names.map((file, index) => `import command${index} from "./${folder}/${file}";`);
	const list = names.map((file, index) => `{ file: ${JSON.stringify(file)}, command: command${index} }`);
	const contents = `export { filesFromCommands } from "./scripts/generate-from-commands.ts";\n${imports.join("\n")}\nexport const commands = [${list.join(", ")}];`;
	const { outputFiles } = await build({
		stdin: { contents, resolveDir: root, loader: "ts" },
		bundle: true,
		write: false,
		format: "esm",
		platform: "node",
		target: "node20",
		plugins: [withoutVsCode],
	});
	const bundle = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
	return bundle.filesFromCommands(bundle.commands, readFileSync(join(root, "package.json"), "utf8"), readFileSync(join(root, "package.nls.json"), "utf8"));
}
