import { expect, test } from "vitest";
import { isBuilt, packageNames } from "../../../src/engine/scaffold/python/packages.ts";
import { suggestVersions } from "../../../src/engine/scaffold/python/versions.ts";

const filesOf = (path: string, text: string) => ({ paths: [path], texts: new Map([[path, text]]) });
const names = (text: string, packages = "poetry") => {
	const path = packages === "pipenv" ? "Pipfile" : "pyproject.toml";
	return [...(packageNames({ packages }, filesOf(path, text)) ?? [])].toSorted();
};

test.each<[name: string, text: string, expected: readonly string[]]>([
	["a header", '[tool.poetry.dependencies]\npython = "^3.12"\npsycopg = { version = "3", extras = ["c"] }\n', ["psycopg", "psycopg[c]", "python"]],
	["dotted keys", '[tool]\npoetry.dependencies.python = "^3.12"\npoetry.dependencies.flask = "3"\n', ["flask", "python"]],
	["an inline table", 'tool = { poetry = { dependencies = { flask = "3" } } }\n', ["flask"]],
	["a header of one package's own", '[tool.poetry.dependencies.psycopg]\nversion = "3"\nextras = [\n  "c", # compiled\n]\n', ["psycopg", "psycopg[c]"]],
	["several constraints", '[tool.poetry.dependencies]\nfoo = [{ version = "1", python = "<3.9" }, { version = "2", extras = ["x"] }]\n', ["foo", "foo[x]"]],
	["a repository", '[tool.poetry.dependencies]\nfoo = { git = "https://example.com/foo.git" }\n', ["foo", "git+"]],
	["a list with comments and quotes", "[project]\ndependencies = [\n  'flask>=3', # [web]\n  \"psycopg[c]\",\n]\n", ["flask", "psycopg", "psycopg[c]"]],
	["spaces and quotes in a header", '[ tool . "poetry" . dependencies ]\n"flask" = "3"\n', ["flask"]],
	["text that looks like a header", '[project]\ndescription = """\n[tool.poetry.dependencies]\nfoo = "1"\n"""\ndependencies = ["flask"]\n', ["flask"]],
	["what is not TOML", "[project\ndependencies = [", []],
])("packages by %s", (_, text, expected) => expect(names(text)).toEqual(expected));

test("packages of a Pipfile", () => {
	expect(names('packages.flask = "*"\n[packages.psycopg]\nextras = ["c"]\nversion = "*"\n', "pipenv")).toEqual(["flask", "psycopg", "psycopg[c]"]);
});

test.each<[path: string, text: string, expected: string | undefined]>([
	["pyproject.toml", 'project.requires-python = ">=3.9,<3.12"\n', "3.11"],
	["pyproject.toml", 'project = { name = "x", requires-python = "==3.11.*" }\n', "3.11"],
	["pyproject.toml", '[tool.poetry.dependencies.python]\nversion = "~3.11"\n', "3.11"],
	["pyproject.toml", '[project]\nrequires-python = """>=3.9,<3.12"""\n', "3.11"],
	["Pipfile", 'requires.python_version = "3.11"\n', "3.11"],
	["Pipfile", 'requires = {python_full_version = "3.11.4"}\n', "3.11"],
	["Pipfile", '[packages]\npython_version = "3.11"\n', undefined],
])("%s with %j", (path, text, expected) => expect(suggestVersions(filesOf(path, text))[0]?.value).toBe(expected));

test("whether a project is built says the value, not its spelling", () => {
	const built = (text: string) => isBuilt(filesOf("pyproject.toml", text));
	expect(built('build-system.requires = ["hatchling"]\n')).toBe(true);
	expect(built('build-system.requires = ["poetry-core"]\ntool.poetry.package-mode = false\n')).toBe(false);
	expect(built("[tool]\nuv = { package = true }\n")).toBe(true);
	expect(built("[tool.uv]\npackage = false # [build-system]\n")).toBe(false);
});
