import { type Message, say, textOf } from "../../text/message.ts";
import type { Answers, Files } from "../template.ts";
import { isBuilt, packageNames, requirementFiles } from "./packages.ts";
import { entryFile, entryQuestion, suggestEntries } from "./sources.ts";
import { neededVariables, type NeededVariable } from "./environment.ts";
import { systemPackages } from "./system-packages.ts";
import { parseToml, tableAt, textAt } from "./toml.ts";
import { distribution, versionNotes } from "./versions.ts";

/** Tools that are installed where the project does not bring them. Current in November 2026. */
const pinned = { uv: "uv==0.13.9", poetry: "poetry==2.5.1", pipenv: "pipenv==2026.10.3", uvicorn: "uvicorn==0.54.0", gunicorn: "gunicorn==27.0.1" } as const;
const isSettings = /settings(?:\/\w+)?\.py$/;
const heavy = ["torch", "tensorflow", "jax", "transformers", "sentence-transformers", "onnxruntime", "vllm", "llama-cpp-python", "chromadb"];

/** What the Handlebars sources of the Python template are given. Every field is there: they are compiled to refuse what is missing. */
export function pythonView(files: Files, answers: Answers, guessed: ReadonlySet<string>) {
	const { kind = "", version = "", packages = "", port = "", health = "", requirements = "" } = answers;
	const names = packageNames(answers, files);
	const system = systemPackages(names ?? []);
	const server = kind === "asgi" ? "uvicorn" : kind === "wsgi" ? "gunicorn" : undefined;
	const brings = (name: string) =>
		names === undefined || names.has(name) || (name === "uvicorn" && (names.has("fastapi[standard]") || names.has("fastapi[all]")));
	const missingServer = server !== undefined && !brings(server) ? server : undefined;
	const entry = entryFile(files, answers);
	const text = entry === undefined ? "" : (files.texts.get(entry) ?? "");
	// pip builds a project that does not say how, too.
	const isBuiltFromSource = isBuilt(files) || (kind === "command" && packages === "project");
	const manifests = packages === "pip" ? requirementFiles(requirements, files) : { manifests: [], isWhole: true };
	const pyproject = files.texts.get("pyproject.toml") ?? "";
	const isWorkspace =
		/^\s*\[tool\.uv\.workspace\]/m.test(pyproject) || /\bworkspace\s*=\s*true/.test(pyproject) || /^\s*\[tool\.uv\.sources\][^[]*\bpath\s*=/m.test(pyproject);
	// Where the list of packages points into the project itself, nothing can be installed before the project is there.
	const copiesFirst = (packages === "pip" && !manifests.isWhole) || (packages === "project" && isBuiltFromSource) || (packages === "uv" && isWorkspace);
	const usesGradio = /^\s*(?:import|from)\s+gradio\b/m.test(text);
	const readsPort = kind !== "asgi" && kind !== "wsgi" && /["']PORT["']/.test(text);
	const statics = staticSettings(files, kind);
	const environment = [
		...(needsSourcePath(files, answers, entry) ? [{ name: "PYTHONPATH", value: "/app/src" }] : []),
		...(readsPort && port ? [{ name: "PORT", value: port }] : []),
		...(usesGradio && port
			? [
					{ name: "GRADIO_SERVER_NAME", value: "0.0.0.0" },
					{ name: "GRADIO_SERVER_PORT", value: port },
				]
			: []),
	];
	const needed = neededVariables(files).filter(({ name }) => !environment.some((set) => set.name === name));
	const guesses = guessesOf(answers, guessed);

	const view = {
		version,
		distribution: distribution(version),
		title: textAt(tableAt(parseToml(pyproject), "project"), "name") ?? "",
		buildPackages: system.build,
		runPackages: system.run,
		pip: packages === "pip",
		manifests: manifests.manifests,
		requirements,
		project: packages === "project" && isBuiltFromSource,
		dependencies: packages === "project" && !isBuiltFromSource,
		uv: packages === "uv",
		copiesFirst,
		hasSource: copiesFirst || (isBuiltFromSource && (packages === "uv" || packages === "poetry")),
		poetry: packages === "poetry",
		pipenv: packages === "pipenv",
		isBuilt: isBuiltFromSource,
		needsScmVersion: /setuptools[-_]scm|hatch-vcs|\bpbr\b|versioningit/.test(pyproject),
		tool: packages === "uv" || packages === "poetry" || packages === "pipenv" ? pinned[packages] : "",
		server: missingServer === undefined ? "" : pinned[missingServer],
		onlyServer: packages === "none" && missingServer !== undefined,
		hasEnvironment: packages !== "none" || missingServer !== undefined,
		hasBuildStage: packages !== "none" || missingServer !== undefined || statics !== undefined,
		collectsStatic: statics !== undefined,
		buildVariables: statics ?? [],
		environment,
		needed,
		neededNames: needed.map(({ name }) => name).join(", "),
		versionGuess: guesses.version ? textOf(guesses.version) : "",
		entryGuess: guesses.entry ? textOf(guesses.entry) : "",
		port,
		published: `127.0.0.1:${port}:${port}`,
		check: port === "" ? [] : probe(port, health),
		test: port === "" ? [] : ["CMD", ...probe(port, health)],
		// Python sets no handler for SIGTERM, and process 1 has no default one; SIGINT it does handle.
		stopsOnInterrupt: (kind === "script" || kind === "module" || kind === "command") && !/\bSIGTERM\b|\buvicorn\b|\bhypercorn\b|\brun_app\(/.test(text),
		command: command(answers),
		memory: [...(names ?? [])].some((name) => heavy.includes(name)) ? "4g" : "512m",
		processes: [...(names ?? [])].some((name) => heavy.includes(name)) ? 1000 : 200,
		hasEnvFile: files.paths.includes(".env") || files.paths.includes(".env.example"),
	};
	return {
		view,
		notes: [
			...[guesses.kind, guesses.entry, guesses.version].filter((guess) => guess !== undefined),
			...neededNotes(needed),
			...versionNotes(version),
			...notes(files, answers, entry, text, missingServer),
		],
	};
}

/** What is told of each guess, in a comment of the Dockerfile and to the user; undefined where there was no need to guess. */
function guessesOf(answers: Answers, guessed: ReadonlySet<string>) {
	const { kind = "", version = "" } = answers;
	const question = entryQuestion[kind] ?? "";
	return {
		kind: guessed.has("kind") ? say`That it is ${kindNames[kind] ?? say`an application`} is a guess.` : undefined,
		entry: guessed.has(question) ? say`\`${answers[question] ?? ""}\` is a guess: nothing was found that says what is to be started.` : undefined,
		version: guessed.has("version") ? say`Python ${version} is a guess: nothing was found that names a version.` : undefined,
	};
}

const kindNames: Readonly<Record<string, Message>> = { asgi: say`an ASGI application`, wsgi: say`a WSGI application`, script: say`a script` };

function neededNotes(needed: readonly NeededVariable[]): readonly Message[] {
	const names = needed.map(({ name, file }) => `\`${name}\` (${file})`);
	return names.length === 0
		? []
		: [say`Needed from the environment: ${names.join(", ")}. Put them into \`.env\` beside compose.yaml, or set them where it runs.`];
}

function command(answers: Answers): readonly string[] {
	const { kind = "", port = "" } = answers;
	const entry = answers[entryQuestion[kind] ?? ""] ?? "";
	switch (kind) {
		case "asgi":
			return ["uvicorn", ...(entry.endsWith("()") ? ["--factory", entry.slice(0, -2)] : [entry]), "--host", "0.0.0.0", "--port", port];
		case "wsgi":
			// Gunicorn's heartbeat files belong in memory: on a disk they can block a worker.
			return ["gunicorn", "--bind", `0.0.0.0:${port}`, "--worker-tmp-dir", "/dev/shm", "--access-logfile", "-", entry];
		case "streamlit":
			return ["streamlit", "run", entry, "--server.address=0.0.0.0", `--server.port=${port}`, "--server.headless=true", "--browser.gatherUsageStats=false"];
		case "celery":
			// By itself it starts a process for each processor that it sees, which are the whole machine's.
			return ["celery", "-A", entry, "worker", "--loglevel=INFO", "--concurrency=2"];
		case "module":
			return ["python", "-m", entry];
		case "command":
			return [entry];
		default:
			return ["python", entry];
	}
}

/** A Python program that fails where the application does not answer. http.client, for urllib would ask a proxy for 127.0.0.1. */
function probe(port: string, health: string): readonly string[] {
	if (health === "") return ["python", "-c", `import socket; socket.create_connection(('127.0.0.1', ${port}), 3).close()`];
	return [
		"python",
		"-c",
		`import http.client as h; c = h.HTTPConnection('127.0.0.1', ${port}, timeout=3); c.request('GET', '${health}'); raise SystemExit(c.getresponse().status >= 400)`,
	];
}

/** Where the entry point lies under `src` and is imported without it, and nothing installs it. */
function needsSourcePath(files: Files, { kind = "", packages }: Answers, entry: string | undefined): boolean {
	if (entry === undefined || !entry.startsWith("src/") || files.paths.includes("src/__init__.py")) return false;
	return ["asgi", "wsgi", "celery", "module"].includes(kind) && !(isBuilt(files) && packages !== "pip" && packages !== "none" && packages !== "pipenv");
}

/** What Django's settings have to find in the environment while its static files are collected; undefined where there is nothing to collect. */
function staticSettings(files: Files, kind: string): readonly { readonly name: string; readonly value: string }[] | undefined {
	const { paths, texts } = files;
	if (!paths.includes("manage.py") || (kind !== "wsgi" && kind !== "asgi")) return undefined;
	const settings = [...texts].find(([path, text]) => isSettings.test(path) && /^\s*STATIC_ROOT\s*=/m.test(text));
	if (!settings) return undefined;
	const all = [...texts].filter(([path]) => isSettings.test(path)).map(([, text]) => text);
	const secret = /^\s*SECRET_KEY\s*=\s*[\w.]+[([]\s*["']([A-Z_][A-Z0-9_]*)["']/m.exec(all.join("\n"))?.[1];
	const required = neededVariables(files).filter(({ isRequired, file }) => isRequired && isSettings.test(file));
	const names = new Set([...(secret ? [secret] : []), ...required.map(({ name }) => name)]);
	return [...names].map((name) => ({ name, value: /DATABASE.*UR[IL]$/.test(name) ? "sqlite://:memory:" : "only-for-this-step" }));
}

function notes(
	files: Files,
	{ packages, kind, port }: Answers,
	entry: string | undefined,
	text: string,
	missingServer: string | undefined,
): readonly Message[] {
	const has = (path: string) => files.paths.includes(path);
	const worker = kind === "asgi" || kind === "wsgi" ? suggestEntries(files, { kind: "celery" })[0] : undefined;
	const lock = { uv: "uv.lock", poetry: "poetry.lock", pipenv: "Pipfile.lock" }[packages ?? ""];
	return [
		...(worker
			? [
					say`There is a Celery application as well, ${worker.value}: its worker runs from the same image by \`celery -A ${worker.value} worker\`, or add files for it alone.`,
				]
			: []),
		...(lock && files.paths.length > 0 && !has(lock)
			? [say`${lock} is missing, and the Dockerfile installs from it: run \`${packages ?? ""} lock\` and commit the file.`]
			: []),
		...(missingServer
			? [
					say`\`${missingServer}\` is not among the project's packages; the Dockerfile installs a version of its own. Add it to the project to choose the version there.`,
				]
			: []),
		...(entry !== undefined &&
		port &&
		/\(\s*\(?\s*["'](?:127\.0\.0\.1|localhost)["']|host\s*=\s*["'](?:127\.0\.0\.1|localhost)["']/.test(text) &&
		kind !== "asgi" &&
		kind !== "wsgi"
			? [say`${entry} listens on the container's own address 127.0.0.1, which nobody outside can reach: make it 0.0.0.0.`]
			: []),
		...(has("environment.yml") || has("environment.yaml") ? [say`The conda environment file is not used: the Dockerfile installs with pip, from PyPI.`] : []),
		...(has("pdm.lock") ? [say`pdm.lock is not used: the Dockerfile installs what pyproject.toml allows.`] : []),
		...([...files.texts].some(([path, source]) => path.endsWith(".py") && /\bsqlite(?:3)?\b/i.test(source))
			? [say`The container cannot write to /app: a SQLite file there needs a volume of its own in compose.yaml.`]
			: []),
	];
}
