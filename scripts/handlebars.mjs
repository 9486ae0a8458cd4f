// Compiles Handlebars sources where they are imported, so that bundles carry Handlebars' runtime only: one way for esbuild and for vitest.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";

const root = fileURLToPath(new URL("..", import.meta.url));
const encoders = ["word", "mount", "json", "shell", "integer", "yaml", "comment", "variable"];
const blocks = ["if", "unless", "each"];

/** A module whose default export is what `handlebars.template` takes. Throws where a template writes a value that no encoder has seen. */
export function compile(source, path) {
	requireEncoders(Handlebars.parse(source), path);
	const knownHelpers = Object.fromEntries([...encoders, ...blocks].map((name) => [name, true]));
	/** A text, though its declared type is that of what the text is evaluated to. @type {any} */
	const specification = Handlebars.precompile(source.replaceAll("\r\n", "\n"), { strict: true, noEscape: true, knownHelpers, knownHelpersOnly: true });
	return `export default ${specification};`;
}

export const handlebarsForEsbuild = {
	name: "handlebars",
	setup(build) {
		build.onLoad({ filter: /\.hbs$/ }, ({ path }) => ({ contents: compileFile(path), watchFiles: [path] }));
	},
};

export const handlebarsForVite = {
	name: "handlebars",
	enforce: "pre",
	load: (id) => (id.endsWith(".hbs") ? compileFile(id) : undefined),
};

const compileFile = (file) => compile(readFileSync(file, "utf8"), relative(root, file).replaceAll("\\", "/"));

/** What is written bare could hold a line break, and with it an instruction. */
function requireEncoders({ body }, path) {
	for (const node of body) {
		const at = `${path}:${node.loc.start.line}`;
		if (node.type === "MustacheStatement" && !(encoders.includes(node.path.original) && node.params.length === 1)) {
			throw new Error(`${at}: {{${node.path.original}}} is not encoded; write {{${encoders.join("|")} …}}`);
		}
		if (node.type === "BlockStatement") {
			if (!blocks.includes(node.path.original)) throw new Error(`${at}: {{#${node.path.original}}} is not among ${blocks.join(", ")}`);
			requireEncoders(node.program, path);
			if (node.inverse) requireEncoders(node.inverse, path);
		}
		if (!["MustacheStatement", "BlockStatement", "ContentStatement", "CommentStatement"].includes(node.type))
			throw new Error(`${at}: ${node.type} is not supported`);
	}
}
