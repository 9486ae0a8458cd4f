// Precompiles templates/<id>/ for src/engine/scaffold, so that the extension carries Handlebars' runtime only and compiles nothing.
// `files()` returns what is to be written; scripts/generate.mjs writes it, test/templates/generated.test.ts compares it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = "src/engine/scaffold/precompiled.ts";
const encoders = ["word", "mount", "json", "shell", "integer", "yaml"];
const blocks = ["if", "unless", "each"];

/** The generated files' texts by their paths from the root. Throws where a template writes a value that no encoder has seen. */
export function files() {
	const ids = readdirSync(join(root, "templates")).toSorted();
	const templates = ids.map((id) => {
		const template = JSON.parse(read(id, "template.json"));
		const compiled = Object.entries(template.files).map(
			([path, source]) => `\t\t\t${JSON.stringify(path)}: ${precompile(read(id, source), `templates/${id}/${source}`)},\n`,
		);
		return `\t${JSON.stringify(id)}: {\n\t\ttemplate: ${JSON.stringify(template)},\n\t\tfiles: {\n${compiled.join("")}\t\t},\n\t},\n`;
	});
	const text = [
		"// Generated from templates/ by `npm run generate`; do not edit.\n",
		"// @ts-nocheck: Handlebars emits JavaScript.\n",
		"/* oxlint-disable */\n",
		'import type { Template } from "./template.ts";\n\n',
		`export type TemplateId = ${ids.map((id) => JSON.stringify(id)).join(" | ")};\n\n`,
		"export const templates: Readonly<Record<TemplateId, { readonly template: Template; readonly files: Readonly<Record<string, object>> }>> = {\n",
		...templates,
		"};\n",
	];
	return { [target]: text.join("") };
}

function precompile(source, path) {
	requireEncoders(Handlebars.parse(source), path);
	const knownHelpers = Object.fromEntries([...encoders, ...blocks].map((name) => [name, true]));
	const specification = Handlebars.precompile(source.replaceAll("\r\n", "\n"), { strict: true, noEscape: true, knownHelpers, knownHelpersOnly: true });
	return specification.trim();
}

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

function read(id, file) {
	return readFileSync(join(root, "templates", id, file), "utf8");
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
	for (const [path, text] of Object.entries(files())) writeFileSync(join(root, path), text);
}
