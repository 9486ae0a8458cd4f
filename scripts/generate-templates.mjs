// The index of templates/, with the code that goes with each template.
// `files()` returns what is to be written; scripts/generate.mjs writes it, test/templates/generated.test.ts compares it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../templates", import.meta.url));

/** The generated file's text by its path from the root. */
export function files() {
	return { "src/engine/scaffold/templates.ts": index(readdirSync(folder).toSorted(), (id) => readFileSync(join(folder, id, "template.json"), "utf8")) };
}

/** `read` gives a template's template.json by its id. */
export function index(ids, read) {
	const templates = ids.map((id) => ({ id, name: toName(id), files: Object.entries(JSON.parse(read(id)).files) }));
	const imports = templates.flatMap(({ id, name, files }) => [
		`import { ${name} } from "./${id}/${id}.ts";\n`,
		`import ${name}Template from "../../../templates/${id}/template.json";\n`,
		...files.map(([, source], index) => `import ${name}File${index} from "../../../templates/${id}/${source}";\n`),
	]);
	const entries = templates.map(({ id, name, files }) => {
		const sources = files.map(([path], index) => `${key(path)}: ${name}File${index}`);
		return `\t${key(id)}: { template: ${name}Template as Template, files: { ${sources.join(", ")} }, code: ${name} },\n`;
	});
	return [
		"// Generated from templates/ by `npm run generate`; do not edit.\n",
		...imports,
		'import type { Template, TemplateCode } from "./template.ts";\n\n',
		"type Entry = { readonly template: Template; readonly files: Readonly<Record<string, object>>; readonly code: TemplateCode };\n\n",
		`export const templates = {\n${entries.join("")}} as const satisfies Record<string, Entry>;\n`,
	].join("");
}

const toName = (id) => id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

const key = (text) => (/^\w+$/.test(text) ? text : JSON.stringify(text));
