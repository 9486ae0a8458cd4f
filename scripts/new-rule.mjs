// Makes a rule with a failing example, an empty fixture and all that is derived from them: npm run new-rule <id> [language]
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
// Beside this file there is a beginning for each language: its name, and what its fixtures end in.
const beginnings = readdirSync(join(root, "scripts/new-rule"));
const languages = beginnings.map((name) => name.slice(0, name.indexOf(".")));

const [id = "", language = "dockerfile"] = process.argv.slice(2);
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) stop("Name the rule after the problem, in two or more words: npm run new-rule latest-tag");
const beginning = beginnings[languages.indexOf(language)];
if (!beginning) stop(`There is no language ${language}, only ${languages.join(", ")}`);

const rule = `src/engine/rules/${language}/${id}.ts`;
const fixture = `test/rules/${language}/${id}.${beginning.split(".")[1]}`;
const taken = readdirSync(join(root, "src/engine/rules"), { recursive: true, encoding: "utf8" }).find((file) => file.split(/[\\/]/).at(-1) === `${id}.ts`);
if (taken) stop(`src/engine/rules/${taken} exists already`);

write(
	rule,
	readFileSync(join(root, "scripts/new-rule", beginning), "utf8")
		.replaceAll("{id}", id)
		.replace(/^(\t+)id: .*\n/m, `$&${sinceLine("$1")}`),
);
if (!existsSync(join(root, fixture))) write(fixture, "");
await import("./generate.mjs");
console.log(`\nNow make its example pass: npx vitest run test/rules.test.ts -t ${id}`);

/** Who keeps to the rules of an earlier version gets those of this one as hints. */
function sinceLine(indentation) {
	const [major, minor] = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version.split(".");
	return `${major}.${minor}` === "0.1" ? "" : `${indentation}since: "${major}.${minor}",\n`;
}

function write(path, text) {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
	console.log(`wrote ${path}`);
}

function stop(message) {
	console.error(message);
	process.exit(1);
}
