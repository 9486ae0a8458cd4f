import { type Message, type MessageValue, say } from "../../text/message.ts";
import type { Answers, Files, Suggestion } from "../template.ts";
import { celeryApplications, celeryInProcfile } from "./celery.ts";
import type { EntryPoint } from "./entry-point.ts";
import { isBuilt, requirementFiles, suggestRequirements } from "./packages.ts";
import { parseToml, tableAt, valueAt } from "./toml.ts";

const asgi = "FastAPI|Starlette|Litestar|Quart|BlackSheep|Esmerald";
const wsgi = "Flask|Bottle|OpenAPI|APIFlask";
const usualNames = ["main", "app", "application", "asgi", "wsgi", "server", "api", "streamlit_app", "run", "__main__", "__init__"];

/** The question that a kind's entry point answers. */
export const entryQuestion: Readonly<Record<string, string>> = {
	asgi: "entry",
	wsgi: "entry",
	streamlit: "script",
	celery: "worker",
	script: "script",
	module: "module",
	command: "command",
};

export function suggestKinds(files: Files): readonly Suggestion[] {
	const suggestions: Suggestion[] = [];
	for (const { kind, file, what } of entryPoints(files)) {
		if (!suggestions.some(({ value }) => value === kind)) suggestions.push({ value: kind, where: what ? say`${what} in ${file}` : file });
	}
	return suggestions.length > 0 ? suggestions : sourceFiles(files).length > 0 ? [{ value: "script", where: say`nothing else was recognised` }] : [];
}

export function suggestEntries(files: Files, { kind }: Answers): readonly Suggestion[] {
	return entryPoints(files)
		.filter((entry) => entry.kind === kind)
		.map(({ value, file, what }) => ({ value, where: what ? say`${what} in ${file}` : file }));
}

export function suggestScripts(files: Files, answers: Answers): readonly Suggestion[] {
	const found = suggestEntries(files, answers);
	return [
		...found,
		...sourceFiles(files).flatMap((file) => (found.some(({ value }) => value === file) || file.endsWith("__init__.py") ? [] : [{ value: file, where: "" }])),
	];
}

/** The file that holds the entry point, undefined where it is not among the files. */
export function entryFile(files: Files, answers: Answers): string | undefined {
	const { kind = "" } = answers;
	const answer = answers[entryQuestion[kind] ?? ""] ?? "";
	if (kind === "script" || kind === "streamlit") return files.paths.includes(answer) ? answer : undefined;
	const path = (kind === "command" ? (scripts(files).get(answer) ?? "") : answer).replace(/:.*$/, "").replaceAll(".", "/");
	const candidates = ["", "src/"].flatMap((root) => [`${root}${path}.py`, `${root}${path}/__init__.py`, `${root}${path}/__main__.py`]);
	return candidates.find((candidate) => files.paths.includes(candidate) && (kind !== "module" || !candidate.endsWith("__init__.py")));
}

/** A module of the project's own has to be there, and another one may come with a package; a command has to be one of the project, and installed with it. */
export function checkEntry(question: string, answer: string, files: Files, answers: Answers): Message | undefined {
	if (question === "command") return checkCommand(answer, files);
	if (question === "packages") return answers["kind"] === "command" ? checkInstallation(answer, files) : undefined;
	if (!["entry", "module", "worker"].includes(question) || entryFile(files, { ...answers, [question]: answer }) !== undefined) return undefined;
	const module = answer.replace(/:.*$/, "");
	const roots = ["", "src/"];
	const isIn = (folder: string) => files.paths.some((path) => path.startsWith(folder) && path.endsWith(".py"));
	const [top = ""] = module.split(".");
	const isOwn = roots.some((root) => files.paths.includes(`${root}${top}.py`) || isIn(`${root}${top}/`));
	const path = module.replaceAll(".", "/");
	// Celery looks for a module `celery` in a package by itself.
	if (!isOwn || (question === "worker" && roots.some((root) => isIn(`${root}${path}/`)))) return undefined;
	const wanted = [`${path}.py`, question === "module" ? `${path}/__main__.py` : `${path}/__init__.py`];
	return say`There is no module \`${module}\` in the folder: neither \`${wanted[0] ?? ""}\` nor \`${wanted[1] ?? ""}\``;
}

function checkCommand(command: string, files: Files): Message | undefined {
	const known = scripts(files);
	const target = known.get(command);
	if (target === undefined) {
		// What they declare is code, which nobody runs here.
		if (files.paths.some((path) => path === "setup.py" || path === "setup.cfg")) return undefined;
		const names = [...known.keys()].map((name) => `\`${name}\``);
		return names.length > 0
			? say`pyproject.toml declares no command \`${command}\`; it declares ${names.join(", ")}`
			: say`pyproject.toml declares no command \`${command}\``;
	}
	if (entryFile(files, { kind: "command", command }) !== undefined) return undefined;
	return say`\`${command}\` in pyproject.toml starts \`${target}\`, and there is no such module in the folder`;
}

/** A command is there only where the project itself is installed. */
function checkInstallation(packages: string, files: Files): Message | undefined {
	const [list] = suggestRequirements(files);
	switch (packages) {
		case "project":
			return undefined;
		case "pip":
			return list !== undefined && !requirementFiles(list.value, files).isWhole ? undefined : notInstalled;
		case "none":
			return notInstalled;
		default:
			return isBuilt(files) ? undefined : say`${notInstalled}: pyproject.toml has no \`[build-system]\``;
	}
}

const notInstalled = say`This does not install the project itself, and so not its command`;

/** Ports that the entry point's file names, then those that others do, then the framework's own. */
export function suggestPorts(files: Files, answers: Answers): readonly Suggestion[] {
	const suggestions: Suggestion[] = [];
	const add = (value: string | undefined, where: MessageValue) => {
		if (value !== undefined && Number(value) >= 1024 && Number(value) <= 65535 && !suggestions.some((known) => known.value === value))
			suggestions.push({ value, where });
	};
	if (answers["kind"] === "streamlit") {
		const port = valueAt(tableAt(parseToml(files.texts.get(".streamlit/config.toml") ?? ""), "server"), "port");
		add(typeof port === "number" ? String(port) : undefined, ".streamlit/config.toml");
	}
	const entry = entryFile(files, answers);
	const isServer = ["asgi", "wsgi"].includes(answers["kind"] ?? "");
	add(isServer ? /^web:.*(?:--port[ =]|-p |-b |--bind[ =])\S*?(\d{4,5})/m.exec(files.texts.get("Procfile") ?? "")?.[1] : undefined, "Procfile");
	for (const file of new Set([
		...(entry ? [entry] : []),
		...(isServer || answers["kind"] === "module" || answers["kind"] === "command" ? sourceFiles(files) : []),
	])) {
		add(portIn(files.texts.get(file) ?? ""), file);
	}
	if (isServer) add("8000", say`usual for Python's servers`);
	if (answers["kind"] === "streamlit") add("8501", say`Streamlit's own`);
	if (entry && /^\s*(?:import|from)\s+gradio\b/m.test(files.texts.get(entry) ?? "")) add("7860", say`Gradio's own`);
	return suggestions;
}

/** Paths that look made for a health check, from routes whose full path can be seen: those of the application itself, not of a part that is mounted somewhere. */
export function suggestHealth(files: Files, answers: Answers): readonly Suggestion[] {
	if (answers["kind"] === "streamlit") return [{ value: "/_stcore/health", where: say`Streamlit's own` }];
	const tcp = { value: "", where: say`the port takes connections` };
	// Django answers 400 to a host name that ALLOWED_HOSTS does not list, and 127.0.0.1 seldom is listed.
	if (files.paths.includes("manage.py")) return [tcp];
	const entry = entryFile(files, answers);
	const routes = (entry ? [entry] : []).flatMap((file) => {
		const text = files.texts.get(file) ?? "";
		const owners = [...text.matchAll(new RegExp(`^\\s*(\\w+)\\s*(?::[^=\\n]+)?=\\s*(?:\\w+\\.)?(?:${asgi}|${wsgi}|Sanic)\\s*\\(`, "gm"))].map(
			([, name]) => name,
		);
		return [...text.matchAll(/^\s*@(\w+)\.(?:get|route|head)\(\s*(?:path\s*=\s*)?["'](\/[^"'<{]*)["']/gm)]
			.filter(
				([, owner, path]) =>
					owners.includes(owner) && /(?:^|[/_-])(?:health\w*|healthz|livez?|liveness|readyz?|readiness|ping|heartbeat|status|up)\/?$/i.test(path ?? ""),
			)
			.map(([, , path = ""]) => ({ value: path, where: file }));
	});
	const best = (path: string) => (/health|live/i.test(path) ? 0 : 1);
	return [...routes.toSorted((one, other) => best(one.value) - best(other.value)), tcp];
}

/** The names in [project.scripts] and what they call. */
function scripts({ texts }: Files): ReadonlyMap<string, string> {
	const pyproject = parseToml(texts.get("pyproject.toml") ?? "");
	const own = tableAt(pyproject, "project", "scripts") ?? tableAt(pyproject, "tool", "poetry", "scripts") ?? {};
	return new Map(Object.entries(own).flatMap(([name, target]) => (typeof target === "string" ? [[name, target]] : [])));
}

/** Python files that may be the application's, those nearest to the top and with a usual name first. */
const sourceFiles = (files: Files): readonly string[] => ownFiles(files).filter((path) => !/(?:^|\/)tasks\.py$/.test(path));

/** With tasks.py, which is Invoke's, or Celery's. */
function ownFiles({ paths }: Files): readonly string[] {
	return paths
		.filter(
			(path) =>
				path.endsWith(".py") &&
				!/(?:^|\/)(?:tests?|testing|docs?|migrations|pages)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest|setup|manage|noxfile|fabfile)\.py$/.test(path),
		)
		.toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}

function entryPoints(files: Files): readonly EntryPoint[] {
	const found: EntryPoint[] = [];
	for (const file of sourceFiles(files)) {
		const text = files.texts.get(file) ?? "";
		const module = moduleName(file, files);
		if (module !== undefined) {
			found.push(...objects(text, module, file));
		}
		if (/^(?:import\s+streamlit\b|from\s+streamlit\b)/m.test(text)) found.push({ kind: "streamlit", value: file, file, what: "Streamlit" });
		else if (file.endsWith("/__main__.py"))
			found.push({ kind: "module", value: moduleName(file.replace("/__main__.py", "/__init__.py"), files) ?? "", file, what: "" });
		else if (/^if\s+__name__\s*==\s*["']__main__["']/m.test(text)) found.push({ kind: "script", value: file, file, what: "" });
	}
	found.push(...celeryInProcfile(files.texts.get("Procfile") ?? ""));
	for (const file of ownFiles(files)) {
		const module = moduleName(file, files);
		if (module !== undefined) found.push(...celeryApplications(files.texts.get(file) ?? "", module, file));
	}
	for (const [value, target] of scripts(files))
		if (entryFile(files, { kind: "command", command: value }) !== undefined) found.push({ kind: "command", value, file: "pyproject.toml", what: target });
	// Django makes both wsgi.py and asgi.py. The former is meant unless something asks for the latter.
	const isAsyncDjango = [...files.texts].some(
		([path, text]) => !path.endsWith("/settings.py") && /^[\s"']*(?:from\s+)?(?:channels|daphne|uvicorn|hypercorn)\b/im.test(text),
	);
	const kinds = ["asgi", "wsgi", "streamlit", "celery", "script", "module", "command"];
	const order = ({ kind, what }: EntryPoint) => kinds.indexOf(kind) + (what === "Django" && kind === "asgi" && !isAsyncDjango ? 1.5 : 0);
	return found.filter(({ value }) => value !== "").toSorted((one, other) => order(one) - order(other));
}

function objects(text: string, module: string, file: string): EntryPoint[] {
	const found: EntryPoint[] = [];
	for (const [kind, names] of Object.entries({ asgi, wsgi })) {
		for (const [, name, what = ""] of text.matchAll(new RegExp(`^(\\w+)\\s*(?::[^=\\n]+)?=\\s*(?:\\w+\\.)?(${names})\\s*\\(`, "gm"))) {
			found.push({ kind, value: `${module}:${name}`, file, what });
		}
		const django = new RegExp(`^(application)\\s*=\\s*get_${kind}_application\\(`, "m").exec(text);
		if (django) found.push({ kind, value: `${module}:application`, file, what: "Django" });
		const made = new RegExp(`^[ \\t]+(?:return\\s+|\\w+\\s*(?::[^=\\n]+)?=\\s*)(?:\\w+\\.)?(${names})\\s*\\(`, "m").exec(text);
		const factory = /^def\s+((?:create|make|get|build)_app\w*)\s*\(\s*(?:\)|\w+[^),]*=|\*)/m.exec(text)?.[1];
		if (made?.[1] !== undefined && factory !== undefined && found.length === 0) found.push({ kind, value: `${module}:${factory}()`, file, what: made[1] });
		if (made && factory !== undefined) {
			for (const [, name] of text.matchAll(new RegExp(`^(\\w+)\\s*=\\s*${factory}\\(`, "gm")))
				found.unshift({ kind, value: `${module}:${name}`, file, what: made[1] ?? "" });
		}
	}
	return found;
}

/** How a file is imported with the folder (or its `src`) on the path; undefined where it cannot be. */
function moduleName(file: string, { paths }: Files): string | undefined {
	const inSource = file.startsWith("src/") && !paths.includes("src/__init__.py");
	const parts = (inSource ? file.slice(4) : file).replace(/(?:\/__init__)?\.py$/, "").split("/");
	return parts.every((part) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(part)) ? parts.join(".") : undefined;
}

function portIn(text: string): string | undefined {
	const patterns = [
		/\b(?:run|serve|run_app|launch|Config|start_server|create_server|run_simple|run_server)\([^)]*?\b(?:server_)?port\s*=\s*(\d{4,5})/,
		/(?:environ\.get|getenv|environ|env)[([]\s*["']PORT["'][\])]?\s*(?:,|or)\s*["']?(\d{4,5})/,
		/\b(?:ThreadingHTTPServer|HTTPServer|TCPServer|ThreadingTCPServer|make_server|WSGIServer|run_simple|start_server|create_server|serve)\s*\([\s\S]{0,200}?,\s*(\d{4,5})\b/,
		/\.(?:listen|bind)\(\s*(?:\(\s*["'][^"']*["']\s*,\s*)?(\d{4,5})/,
		/^\s*PORT\s*(?::\s*\w+\s*)?=\s*(\d{4,5})/m,
	];
	for (const pattern of patterns) {
		const port = pattern.exec(text)?.[1];
		if (port !== undefined) return port;
	}
	return undefined;
}

function rank(path: string): number {
	const parts = path.split("/").filter((part) => part !== "src");
	const name = usualNames.indexOf((parts.at(-1) ?? "").replace(/\.py$/, ""));
	const isAside = /^(?:examples?|samples?|scripts|benchmarks?|tools)\//.test(path);
	return (isAside ? 10_000 : 0) + parts.length * 100 + (name === -1 ? usualNames.length : name);
}
