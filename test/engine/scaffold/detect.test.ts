import { expect, test } from "vitest";
import { textOf } from "../../../src/engine/text/message.ts";
import { complete, filesToRead, findProjects, render, suggest, type Answers, type Files } from "../../../src/engine/scaffold/scaffold.ts";

const project = (texts: Record<string, string>): Files => ({ paths: Object.keys(texts).toSorted(), texts: new Map(Object.entries(texts)) });
const answersFor = (texts: Record<string, string>, given: Answers = {}) => complete("python", project(texts), given);

function view(texts: Record<string, string>, given: Answers = {}) {
	const rendered = render("python", project(texts), given);
	if ("refused" in rendered) throw new Error(JSON.stringify(rendered.refused));
	return { ...rendered, dockerfile: rendered.files["Dockerfile"] ?? "", compose: rendered.files["compose.yaml"] ?? "" };
}

test.each([
	[["requirements.txt", "app.py"], [["", "requirements.txt"]]],
	[["requirements/base.txt"], [["", "requirements/base.txt"]]],
	[["backend/pyproject.toml", "backend/app.py", "frontend/package.json"], [["backend", "backend/pyproject.toml"]]],
	[
		["pyproject.toml", "services/mail/uv.lock", "services/mail/pyproject.toml"],
		[
			["", "pyproject.toml"],
			["services/mail", "services/mail/uv.lock"],
		],
	],
	[["tools/one.py"], [["", "tools/one.py"]]],
	[["package.json", "requirements.md"], []],
	[[], []],
])("%j holds the projects %j", (paths, expected) => {
	expect(findProjects(paths).map(({ folder, because }) => [folder, because])).toEqual(expected);
});

test("what is read: manifests and sources, the topmost first, and no data", () => {
	expect(filesToRead("python", ["a/b/c.py", "app.py", "data.csv", "deps/constraints.txt", "model.bin", "pyproject.toml", "requirements.txt"])).toEqual([
		"pyproject.toml",
		"requirements.txt",
		"deps/constraints.txt",
		"app.py",
		"a/b/c.py",
	]);
});

test.each([
	[{ ".python-version": "3.12.4\n" }, "3.12"],
	[{ ".python-version": "# pyenv\n3.11\n" }, "3.11"],
	[{ "runtime.txt": "python-3.10.14" }, "3.10"],
	[{ ".tool-versions": "nodejs 20.1.0\npython 3.12.1\n" }, "3.12"],
	[{ Pipfile: '[requires]\npython_version = "3.11"\n' }, "3.11"],
	[{ "pyproject.toml": '[project]\nrequires-python = ">=3.9"\n' }, "3.14"],
	[{ "pyproject.toml": '[project]\nrequires-python = ">=3.9, <3.13"\n' }, "3.12"],
	[{ "pyproject.toml": '[project]\nrequires-python = ">=3.9,<=3.12"\n' }, "3.12"],
	[{ "pyproject.toml": '[project]\nrequires-python = "==3.11.*"\n' }, "3.11"],
	[{ "pyproject.toml": '[project]\nrequires-python = "~=3.10.2"\n' }, "3.10"],
	[{ "pyproject.toml": '[project]\nrequires-python = "~=3.10"\n' }, "3.14"],
	[{ "pyproject.toml": '[project]\nrequires-python = ">=3.10,!=3.14.*"\n' }, "3.13"],
	[{ "pyproject.toml": '[project]\nrequires-python = ">=3.11,<4.0"\n' }, "3.14"],
	[{ "pyproject.toml": '[tool.poetry.dependencies]\npython = "^3.11"\n' }, "3.14"],
	[{ "pyproject.toml": '[tool.poetry.dependencies]\npython = "~3.11"\n' }, "3.11"],
	[{ "pyproject.toml": '[tool.poetry.dependencies]\npython = "~3.9 || ~3.10"\n' }, "3.10"],
	[{ "setup.py": "setup(python_requires='>=3.8,<3.12')" }, "3.11"],
	[{ "setup.cfg": "[options]\npython_requires = >=3.9,<3.11\n" }, "3.10"],
	[{ ".python-version": "pypy3.10\n" }, "3.14"],
	[{ ".python-version": "3.99999\n" }, "3.99"],
	[{}, "3.14"],
] as [Record<string, string>, string][])("%j runs on Python %s", (texts, version) => {
	expect(answersFor(texts)["version"]).toBe(version);
});

test.each([
	[["uv.lock", "pyproject.toml", "requirements.txt"], { packages: "uv", requirements: "" }],
	[["poetry.lock", "pyproject.toml"], { packages: "poetry" }],
	[["Pipfile", "Pipfile.lock"], { packages: "pipenv" }],
	[["Pipfile"], { packages: "pipenv" }],
	[["requirements-dev.txt", "requirements.txt", "setup.py"], { packages: "pip", requirements: "requirements.txt" }],
	[["requirements/dev.txt", "requirements/base.txt", "requirements/production.txt"], { packages: "pip", requirements: "requirements/production.txt" }],
	[["requirements-prod.txt", "requirements-test.txt"], { packages: "pip", requirements: "requirements-prod.txt" }],
	[["setup.py"], { packages: "project" }],
	[["main.py"], { packages: "none" }],
] as [string[], Answers][])("%j is installed by %j", (paths, expected) => {
	expect(answersFor(Object.fromEntries(paths.map((path) => [path, ""])))).toMatchObject(expected);
});

test.each([
	[
		"FastAPI in a package",
		{ "app/main.py": "from fastapi import FastAPI\napp: FastAPI = FastAPI(\n    title='x')\n", "app/__init__.py": "" },
		{ kind: "asgi", entry: "app.main:app", port: "8000" },
	],
	["under another name, imported whole", { "service.py": "import fastapi\nweb = fastapi.FastAPI()\n" }, { kind: "asgi", entry: "service:web" }],
	["in src", { "src/shop/api.py": "from starlette.applications import Starlette\napp = Starlette()\n" }, { kind: "asgi", entry: "shop.api:app" }],
	[
		"an application that a function makes",
		{ "shop/__init__.py": "def create_app(config=None):\n    app = Flask(__name__)\n    return app\n" },
		{ kind: "wsgi", entry: "shop:create_app()" },
	],
	[
		"an application that a function makes and hands out at once",
		{ "shop.py": "def create_app():\n    return Flask(__name__)\n" },
		{ kind: "wsgi", entry: "shop:create_app()" },
	],
	[
		"made by a function and called",
		{ "wsgi.py": "from shop import create_app\n", "shop.py": "def create_app():\n    app = Flask(__name__)\n    return app\n\nserver = create_app()\n" },
		{ kind: "wsgi", entry: "shop:server" },
	],
	[
		"Flask and its port",
		{ "app.py": "app = Flask(__name__)\nif __name__ == '__main__':\n    app.run(debug=True, host='0.0.0.0', port=5001)\n" },
		{ kind: "wsgi", entry: "app:app", port: "5001" },
	],
	["the port from the environment", { "app.py": "app = FastAPI()\nuvicorn.run(app, port=int(os.environ.get('PORT', 9000)))\n" }, { port: "9000" }],
	["the port of a Procfile", { Procfile: "web: gunicorn -b 0.0.0.0:8123 app:app\n", "app.py": "app = Flask(__name__)\n" }, { port: "8123" }],
	["a test's application is not the one", { "tests/app.py": "app = FastAPI()\n", "api/server.py": "app = FastAPI()\n" }, { entry: "api.server:app" }],
	[
		"an example's application is the last to be thought of, but may be the one",
		{ "examples/app.py": "app = FastAPI()\n", "deep/down/api.py": "app = FastAPI()\n" },
		{ entry: "deep.down.api:app" },
	],
	[
		"Django in a folder called example",
		{ "manage.py": "", "example/wsgi.py": "application = get_wsgi_application()\n" },
		{ kind: "wsgi", entry: "example.wsgi:application" },
	],
	[
		"Django",
		{ "manage.py": "", "site/wsgi.py": "application = get_wsgi_application()\n", "site/asgi.py": "application = get_asgi_application()\n" },
		{ kind: "wsgi", entry: "site.wsgi:application", health: "" },
	],
	[
		"Django with channels",
		{
			"manage.py": "",
			"requirements.txt": "daphne\n",
			"site/wsgi.py": "application = get_wsgi_application()\n",
			"site/asgi.py": "application = get_asgi_application()\n",
		},
		{ kind: "asgi", entry: "site.asgi:application" },
	],
	[
		"Streamlit",
		{ "Home.py": "import streamlit as st\n", "pages/One.py": "import streamlit as st\n" },
		{ kind: "streamlit", script: "Home.py", port: "8501", health: "/_stcore/health" },
	],
	["Streamlit with a port of its own", { "app.py": "import streamlit as st\n", ".streamlit/config.toml": "[server]\nport = 8600\n" }, { port: "8600" }],
	["an API and a page beside it", { "api.py": "app = FastAPI()\n", "ui.py": "import streamlit as st\n" }, { kind: "asgi", entry: "api:app" }],
	[
		"a script",
		{ "server.py": "if __name__ == '__main__':\n    HTTPServer(('0.0.0.0', 8080), Handler).serve_forever()\n" },
		{ kind: "script", script: "server.py", port: "8080" },
	],
	["a script that serves nobody", { "job.py": "if __name__ == '__main__':\n    main()\n" }, { kind: "script", script: "job.py", port: "", health: "" }],
	["a package to run", { "mailer/__init__.py": "", "mailer/__main__.py": "main()\n" }, { kind: "module", module: "mailer", port: "" }],
	[
		"a command",
		{ "pyproject.toml": '[project]\nname = "x"\n[project.scripts]\nsorter = "sorter.cli:main"\n', "sorter/cli.py": "" },
		{ kind: "command", command: "sorter", packages: "project" },
	],
	["Gradio", { "app.py": "import gradio as gr\nif __name__ == '__main__':\n    gr.Interface().launch()\n" }, { kind: "script", port: "7860" }],
	["nothing that is known", { "stuff.py": "x = 1\n" }, { kind: "script", script: "stuff.py" }],
	[
		"a module that cannot be imported",
		{ "my-app.py": "app = FastAPI()\nif __name__ == '__main__':\n    uvicorn.run(app, port=8001)\n" },
		{ kind: "script", script: "my-app.py", port: "8001" },
	],
] as [string, Record<string, string>, Answers][])("%s", (_what, texts, expected) => {
	expect(answersFor(texts)).toMatchObject(expected);
});

test.each([
	['@app.get("/health")', "/health"],
	["@app.route('/healthz')", "/healthz"],
	['@app.get("/ping")\ndef p(): ...\n\n@app.get("/health/live")', "/health/live"],
	['@app.get("/api/status")', "/api/status"],
	['@app.get("/users/{id}/health")', ""],
	['@router.get("/health")', ""],
	['@app.post("/health")', ""],
	['@app.get("/wealth")', ""],
	['@app.get("/health$(x)")', ""],
])("app.py with %j answers to %j", (route, health) => {
	expect(
		answersFor({ "app.py": `from fastapi import FastAPI\napp = FastAPI()\nrouter = APIRouter(prefix='/v1')\n\n${route}\ndef route(): ...\n` })["health"],
	).toBe(health);
});

test("a later suggestion follows from an earlier answer", () => {
	const files = project({ "api.py": "app = FastAPI()\n", "ui.py": "import streamlit as st\n" });
	expect(complete("python", files, { kind: "streamlit" })).toMatchObject({ kind: "streamlit", entry: "", script: "ui.py", port: "8501" });
	expect(suggest("python", "kind", files, {}).map(({ value, where }) => [value, typeof where === "object" ? textOf(where) : where])).toEqual([
		["asgi", "FastAPI in api.py"],
		["streamlit", "Streamlit in ui.py"],
	]);
});

test("every requirements file that one includes is mounted, and one that leaves the folder or names it makes everything be copied first", () => {
	const app = { "app.py": "app = FastAPI()\n" };
	const chained = view({
		...app,
		"requirements.txt": "-r requirements/base.txt\nuvicorn\n",
		"requirements/base.txt": "-c ../constraints.txt\nfastapi\n",
		"constraints.txt": "fastapi==1\n",
	});
	expect(chained.dockerfile.match(/source=[\w./]+/g)).toEqual(["source=requirements.txt", "source=requirements/base.txt", "source=constraints.txt"]);
	for (const line of ["-e .", ".", "./lib/x", "lib/x", "-r ../shared.txt", "-r missing.txt", "x @ file:./x"]) {
		const { dockerfile } = view({ ...app, "requirements.txt": `uvicorn\n${line}\n` });
		const copied = "COPY . .\n\nRUN --mount=type=cache,target=/root/.cache/pip \\\n    pip install --requirement requirements.txt\n";
		expect({ line, isCopied: dockerfile.includes(copied) }).toEqual({ line, isCopied: true });
	}
	for (const line of [
		"-e git+https://example.org/x.git#egg=x",
		"x @ https://example.org/x.whl",
		"x>=1 ; python_version < '4' # a/b",
		"--hash=sha256:00",
		"x[a,b]==1",
	]) {
		const { dockerfile } = view({ ...app, "requirements.txt": `uvicorn\n${line}\n` });
		expect({ line, isMounted: dockerfile.includes("source=requirements.txt") }).toEqual({ line, isMounted: true });
	}
});

test("packages that need a library or a compiler get them, in the stage where they do", () => {
	const { dockerfile } = view({ "app.py": "app = Flask(__name__)\n", "requirements.txt": "flask\ngunicorn\npsycopg2\nX @ git+https://example.org/x.git\n" });
	const [build = "", runtime = ""] = dockerfile.split("AS runtime");
	expect(build).toMatch(/\n {8}gcc \\\n {8}git \\\n {8}libc6-dev \\\n {8}libpq-dev \\\n/);
	expect(runtime).toMatch(/\n {8}libpq5 \\\n/);
	expect(runtime).not.toContain("gcc");
	expect(view({ "app.py": "app = Flask(__name__)\n", "requirements.txt": "flask\ngunicorn\npsycopg[binary]\n" }).dockerfile).not.toContain("apt-get");
});

test.each([
	["fastapi[standard]\n", false],
	["uvicorn[standard]\nfastapi\n", false],
	["Uvicorn==0.30\n", false],
	["fastapi\n", true],
])("with %j a server of its own is installed: %s", (requirements, installs) => {
	const { dockerfile, notes } = view({ "main.py": "app = FastAPI()\n", "requirements.txt": requirements });
	expect(/pip install .*uvicorn==/.test(dockerfile)).toBe(installs);
	expect(notes.some((note) => textOf(note).includes("`uvicorn` is not among the project's packages"))).toBe(installs);
});

test.each([
	[
		{ "main.py": "if __name__ == '__main__':\n    HTTPServer(('127.0.0.1', 8080), H).serve_forever()\n" },
		/main\.py listens on the container's own address 127\.0\.0\.1/,
	],
	[{ "main.py": "", ".python-version": "3.9" }, /Python 3\.9 has had no security fixes since October 2025/],
	[{ "main.py": "", Pipfile: "" }, /Pipfile\.lock is missing/],
	[{ "main.py": "import sqlite3\n" }, /SQLite/],
	[{ "main.py": "", "environment.yml": "" }, /conda/],
] as [Record<string, string>, RegExp][])("%j: the user is told", (texts, note) => {
	expect(
		view(texts)
			.notes.map((each) => textOf(each))
			.join("\n"),
	).toMatch(note);
});

test("an old Python has an image on an older Debian only", () => {
	expect(view({ "main.py": "" }, { version: "3.8" }).dockerfile).toContain("FROM python:${PYTHON_VERSION}-slim-bookworm AS runtime");
});

test("a process that handles SIGTERM is sent it; one that leaves it to Python is sent what Python handles", () => {
	const main = "if __name__ == '__main__':\n    main()\n";
	expect(view({ "main.py": main }).dockerfile).toContain("STOPSIGNAL SIGINT");
	expect(view({ "main.py": `import signal\nsignal.signal(signal.SIGTERM, stop)\n${main}` }).dockerfile).not.toContain("STOPSIGNAL");
	expect(view({ "main.py": "import uvicorn\nif __name__ == '__main__':\n    uvicorn.run(app, port=8000)\n" }).dockerfile).not.toContain("STOPSIGNAL");
});

test("heavy packages get the memory they need", () => {
	expect(view({ "main.py": "", "requirements.txt": "torch\n" }).compose).toContain('mem_limit: "4g"');
	expect(view({ "main.py": "" }).compose).toContain('mem_limit: "512m"');
});

test("a file of any content is no reason to fail", () => {
	for (const text of [
		"\0",
		"[",
		"[[[[",
		'"',
		"[project]\ndependencies = [",
		"a = [\n[b]\n",
		"\ud800",
		"x".repeat(100_000),
		'[project]\nname = 3\ndependencies = "x"\n',
	]) {
		for (const path of ["pyproject.toml", "Pipfile", "requirements.txt", "setup.py", ".python-version", "main.py"]) {
			expect(() => view({ [path]: text, "app.py": "" }), `${path}: ${text.slice(0, 20)}`).not.toThrow();
		}
	}
});
