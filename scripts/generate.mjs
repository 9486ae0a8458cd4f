// Writes what follows from the rules, the messages, the commands and the templates: indexes, lists of what is to be translated, pages, settings, declarations and the schema, the index of the templates.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { files as filesFromCommands } from "./generate-commands.mjs";
import { files as filesFromTemplates } from "./generate-templates.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const rulesFolder = join(root, "src/engine/rules");
/** What stands beside derived files and is none. */
const byHand = /^src\/l10n\/[^/]+\.ts$|^docs\/rules\/not-implemented\.md$/;

// The index comes first: what the bundles contain cannot be told while it names a rule that is gone.
const { filesFromExtensionTexts, settingTexts, textsIn, ...ofRules } = await load();
const { files: derived, chinese } = filesFromRules(ofRules);
writeAll(derived);
for (const folder of ["docs/rules", "src/l10n"]) {
	for (const file of filesBelow(folder)) if (!(file in derived) && !byHand.test(file)) remove(file);
}
writeAll(filesFromTemplates());
// After the rules, which write their settings into the same package.json.
writeAll(await filesFromCommands());
const extension = textOfFiles(filesBelow("src/extension").filter((file) => file.endsWith(".ts")));
writeAll(
	filesFromExtensionTexts(
		Object.values(extension).flatMap(textsIn),
		readFileSync(join(root, "package.nls.json"), "utf8"),
		textOfFiles(filesBelow("l10n")),
		settingTexts(ofRules.rules, chinese),
	),
);

function writeAll(files) {
	for (const [path, text] of Object.entries(files)) write(path, text);
}

/** Node 20 cannot run TypeScript, so the rules and what is made of them are bundled first. The index is not read: it may be stale. */
async function load() {
	const files = readdirSync(rulesFolder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.flatMap((folder) => readdirSync(join(rulesFolder, folder.name)).map((file) => `${folder.name}/${file}`));
	const imports = files.map((file, index) => `import rule${index} from "./src/engine/rules/${file}";`);
	const contents = `export { filesFromRules } from "./scripts/generate-from-rules.ts";\nexport { filesFromExtensionTexts, textsIn } from "./scripts/extension-texts.ts";\nexport { settingTexts } from "./scripts/generate-settings.ts";\nexport { catalogueOf, filesFromTexts, isSource, textsOf } from "./scripts/texts.ts";\n${imports.join("\n")}\nexport const rules = [${files.map((_, index) => `rule${index}`)}];`;
	const { outputFiles } = await build({
		stdin: { contents, resolveDir: root },
		bundle: true,
		write: false,
		format: "esm",
		platform: "neutral",
		target: "node20",
	});
	const bundle = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
	for (const [index, { id, language }] of bundle.rules.entries()) {
		if (`${language}/${id}.ts` !== files[index])
			throw new Error(`src/engine/rules/${files[index]} holds the rule ${id} for ${language}: name folder and file so`);
	}
	return bundle;
}

function filesFromRules(bundle) {
	const texts = bundle.textsOf(textOfFiles([...filesBelow("src"), ...filesBelow("scripts"), ...filesBelow("templates")].filter(bundle.isSource)), bundle.rules);
	const translations = bundle.filesFromTexts(texts, textOfFiles(filesBelow("src/l10n")));
	const chinese = bundle.catalogueOf(translations, "zh-CN");
	const [manifest, strings] = ["package.json", "package.nls.json"].map((file) => readFileSync(join(root, file), "utf8"));
	return { files: { ...translations, ...bundle.filesFromRules(bundle.rules, manifest, strings, chinese) }, chinese };
}

/** Their paths from the root. */
function filesBelow(folder) {
	if (!existsSync(join(root, folder))) return [];
	return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
		.toSorted();
}

function textOfFiles(paths) {
	return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

function write(path, text) {
	const file = join(root, path);
	if (existsSync(file) && readFileSync(file, "utf8") === text) return;
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
	console.log(`wrote ${path}`);
}

function remove(path) {
	rmSync(join(root, path));
	console.log(`removed ${path}`);
}
