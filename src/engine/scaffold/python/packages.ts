import { type MessageValue, say } from "../../text/message.ts";
import type { Answers, Files, Suggestion } from "../template.ts";
import { isTable, parseToml, tableAt, textsOf, type TomlTable, type TomlValue, valueAt } from "./toml.ts";

const notForProduction = /dev|test|lint|docs?|ci|build|typing|optional|local/i;

/** Ways to install the packages, the project's own first: a lock file is trusted before a list, a list before a package. */
export function suggestPackages(files: Files): readonly Suggestion[] {
	const found: Suggestion[] = [];
	const has = (path: string) => files.paths.includes(path);
	const add = (value: string, where: MessageValue) => found.push({ value, where });
	if (has("uv.lock")) add("uv", "uv.lock");
	if (has("poetry.lock")) add("poetry", "poetry.lock");
	if (has("Pipfile.lock")) add("pipenv", "Pipfile.lock");
	const requirements = suggestRequirements(files)[0];
	if (requirements) add("pip", requirements.value);
	if (isPackage(files)) add("project", has("pyproject.toml") ? "pyproject.toml" : "setup.py");
	if (has("Pipfile") && !has("Pipfile.lock")) add("pipenv", "Pipfile");
	if (found.length === 0) add("none", say`no list of packages was found`);
	return found;
}

/** Requirements files that may be for production, the likeliest first. */
export function suggestRequirements({ paths }: Files): readonly Suggestion[] {
	const likely = ["requirements.txt", "requirements/production.txt", "requirements/prod.txt", "requirements/base.txt", "requirements/requirements.txt"];
	const rank = (path: string) => (likely.includes(path) ? likely.indexOf(path) : likely.length);
	return paths
		.filter(
			(path) =>
				/^(?:requirements[^/]*|requirements\/[^/]+)\.txt$/i.test(path) && (likely.includes(path) || !notForProduction.test(path.replace(/requirements/gi, ""))),
		)
		.toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1))
		.map((value) => ({ value, where: value }));
}

/** Whether `pip install .` has something to go by. */
function isPackage(files: Files): boolean {
	return (
		files.paths.includes("setup.py") ||
		files.paths.includes("setup.cfg") ||
		tableAt(parseToml(files.texts.get("pyproject.toml") ?? ""), "project") !== undefined ||
		isBuilt(files)
	);
}

/** Whether the project says how it is made into a package of its own; many applications only list what they need. */
export function isBuilt({ paths, texts }: Files): boolean {
	const pyproject = parseToml(texts.get("pyproject.toml") ?? "");
	const isPackage = valueAt(tableAt(pyproject, "tool", "uv"), "package");
	if (valueAt(tableAt(pyproject, "tool", "poetry"), "package-mode") === false || isPackage === false) return false;
	return tableAt(pyproject, "build-system") !== undefined || paths.includes("setup.py") || isPackage === true;
}

/** The requirements file and all that it includes, each once. `isWhole` is false where it points into the folder itself (`-e .`, `./lib`). */
export function requirementFiles(start: string, { paths, texts }: Files): { readonly manifests: readonly string[]; readonly isWhole: boolean } {
	const manifests = [start];
	let isWhole = true;
	for (const path of manifests) {
		for (const line of logicalLines(texts.get(path) ?? "")) {
			const included = /^(?:-r|--requirement|-c|--constraint)(?:\s+|=)?(\S+)/.exec(line)?.[1];
			if (included === undefined) {
				if (/^(?:-e|--editable)\b(?!.*:\/\/)|^\.|^file:|@\s*(?:file:|\.)|^[^\s#;@]+\/(?!\/)[^\s]*$/.test(line) && !line.includes("://")) isWhole = false;
				continue;
			}
			if (included.includes("://")) continue;
			const resolved = join(path, included);
			if (resolved === undefined || !paths.includes(resolved)) isWhole = false;
			else if (!manifests.includes(resolved)) manifests.push(resolved);
		}
	}
	return { manifests, isWhole };
}

/** Names of the packages asked for, in PEP 503's spelling, extras as `name[extra]` beside the name; undefined where the list is not at hand. */
export function packageNames({ packages, requirements = "" }: Answers, files: Files): ReadonlySet<string> | undefined {
	const text = (path: string) => files.texts.get(path);
	const toml = parseToml(text(packages === "pipenv" ? "Pipfile" : "pyproject.toml") ?? "");
	if (packages === "none") return new Set();
	if (packages === "pip") {
		if (text(requirements) === undefined) return undefined;
		const { manifests } = requirementFiles(requirements, files);
		return namesIn(manifests.flatMap((path) => logicalLines(text(path) ?? "")));
	}
	if (packages === "pipenv") {
		return text("Pipfile") === undefined ? undefined : namesIn(tableNames(tableAt(toml, "packages")));
	}
	const setup =
		/install_requires\s*=\s*\[([^\]]*)\]/.exec(text("setup.py") ?? "")?.[1] ?? /install_requires\s*=((?:\s*\n\s+.+)+)/.exec(text("setup.cfg") ?? "")?.[1];
	if (text("pyproject.toml") === undefined && setup === undefined) return undefined;
	return namesIn([
		...textsOf(valueAt(tableAt(toml, "project"), "dependencies")),
		...tableNames(tableAt(toml, "tool", "poetry", "dependencies")),
		...(setup?.split(/[\n,]/).map((entry) => entry.replace(/^[\s"']+/, "")) ?? []),
	]);
}

/** Lines of a requirements file without comments, hashes and continuations. */
function logicalLines(text: string): string[] {
	return text
		.replace(/\\\r?\n/g, " ")
		.split(/\r?\n/)
		.map((line) => line.replace(/(^|\s)#.*$/, "").trim())
		.filter(Boolean);
}

/** Pipfile's and Poetry's way: `name = "version"`, `name = {extras = ["x"], git = "…"}`, or a list of such tables; as requirements. */
function tableNames(table: TomlTable | undefined): string[] {
	return Object.entries(table ?? {}).map(([name, value]) => {
		const tables = (Array.isArray(value) ? value : [value]).filter((each: TomlValue) => isTable(each));
		const extras = tables.flatMap((each) => textsOf(valueAt(each, "extras")));
		const isFromGit = tables.some((each) => valueAt(each, "git") !== undefined);
		return `${name}${extras.length > 0 ? `[${extras.join(",")}]` : ""}${isFromGit ? " @ git+" : ""}`;
	});
}

function namesIn(requirements: readonly string[]): ReadonlySet<string> {
	const names = new Set<string>();
	for (const requirement of requirements) {
		const parts = /^([A-Za-z0-9][\w.-]*)\s*(?:\[([^\]]*)\])?/.exec(requirement);
		if (parts?.[1] === undefined) continue;
		const name = parts[1].toLowerCase().replace(/[-_.]+/g, "-");
		names.add(name);
		for (const extra of parts[2]?.split(",") ?? []) names.add(`${name}[${extra.trim().toLowerCase()}]`);
		if (/@\s*git\+/.test(requirement)) names.add("git+");
	}
	if (requirements.some((requirement) => /(?:^|\s)git\+/.test(requirement))) names.add("git+");
	return names;
}

/** A path relative to the file that names it; undefined where it leaves the folder. */
function join(from: string, path: string): string | undefined {
	const parts = from.split("/").slice(0, -1);
	for (const part of path.replaceAll("\\", "/").split("/")) {
		if (part === "..") {
			if (parts.pop() === undefined) return undefined;
		} else if (part !== "." && part !== "") parts.push(part);
	}
	return parts.join("/");
}
