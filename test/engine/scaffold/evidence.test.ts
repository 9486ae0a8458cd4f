import { describe, expect, test } from "vitest";
import { textOf } from "../../../src/engine/text/message.ts";
import {
	answer,
	complete,
	findFolders,
	findProjects,
	findStrangers,
	problemOf,
	render,
	suggest,
	templateOf,
	type Answers,
	type Files,
} from "../../../src/engine/scaffold/scaffold.ts";
import { neededVariables } from "../../../src/engine/scaffold/python/environment.ts";

const project = (texts: Record<string, string>): Files => ({ paths: Object.keys(texts).toSorted(), texts: new Map(Object.entries(texts)) });

function rendered(texts: Record<string, string>, given: Answers = {}) {
	const result = render("python", project(texts), given);
	if ("refused" in result) throw new Error(JSON.stringify(result.refused));
	return { notes: result.notes.map((note) => textOf(note)), dockerfile: result.files["Dockerfile"] ?? "", compose: result.files["compose.yaml"] ?? "" };
}

function refusal(texts: Record<string, string>, given: Answers): string {
	const result = render("python", project(texts), given);
	return "refused" in result ? result.refused.map(({ message }) => textOf(message)).join("; ") : "";
}

describe("Celery", () => {
	test.each([
		[{ "tasks.py": 'from celery import Celery\n\napp = Celery("tasks")\n' }, "tasks:app"],
		[{ "worker.py": 'import celery\ncelery_app = celery.Celery("jobs", broker=url)\n' }, "worker:celery_app"],
		[{ "shop/__init__.py": "", "shop/celery.py": 'from celery import Celery\napp: Celery = Celery("shop")\n' }, "shop.celery:app"],
		[{ "src/jobs/app.py": 'from celery import Celery\nqueue = Celery(\n    "jobs",\n)\n' }, "jobs.app:queue"],
		[{ "make_celery.py": "from shop import create_app\n\ncelery = make_celery(create_app())\n" }, "make_celery:celery"],
		[{ "worker.py": 'from shop import create_app\nflask_app = create_app()\ncelery_app = flask_app.extensions["celery"]\n' }, "worker:celery_app"],
		[{ "worker.py": "from shop.queue import celery_init_app\napp = celery_init_app(server)\n" }, "worker:app"],
		[{ Procfile: "worker: celery -A shop.queue worker -l info\n", "shop/queue.py": "" }, "shop.queue"],
		[{ Procfile: "worker: poetry run celery --app=shop.queue:app worker\n", "shop/queue.py": "" }, "shop.queue:app"],
	] as [Record<string, string>, string][])("%j: its worker is %s", (texts, worker) => {
		expect(complete("python", project(texts))).toMatchObject({ kind: "celery", worker, port: "" });
		const { dockerfile, compose } = rendered(texts);
		expect(dockerfile).toContain(`CMD ["celery", "-A", "${worker}", "worker", `);
		expect(dockerfile).not.toMatch(/EXPOSE|HEALTHCHECK|STOPSIGNAL/);
		expect(compose).not.toContain("ports:");
	});

	test.each([
		[{ "tasks.py": "from invoke import task\n" }],
		[{ "shop.py": 'class Celery:\n    pass\n\napp = Celery("root")\n' }],
		[{ "shop.py": 'def make():\n    from celery import Celery\n    app = Celery("shop")\n' }],
		[{ "tests/worker.py": 'from celery import Celery\napp = Celery("t")\n' }],
	] as [Record<string, string>][])("%j has none", (texts) => {
		expect(suggest("python", "kind", project(texts), {}).map(({ value }) => value)).not.toContain("celery");
	});

	test("beside a web application the latter is meant, and the worker is told of", () => {
		const texts = {
			"main.py": "from fastapi import FastAPI\napp = FastAPI()\n",
			"worker.py": 'from celery import Celery\napp = Celery("jobs")\n',
		};
		expect(complete("python", project(texts))).toMatchObject({ kind: "asgi", entry: "main:app" });
		expect(suggest("python", "kind", project(texts), {}).map(({ value }) => value)).toEqual(["asgi", "celery"]);
		expect(rendered(texts).notes.join("\n")).toContain("`celery -A worker:app worker`");
	});
});

describe("variables of the environment", () => {
	const needed = (text: string, file = "app.py"): string[] =>
		neededVariables(project({ [file]: text })).map(({ name, isRequired }) => (isRequired ? name : `${name}?`));

	test.each([
		['import os\nurl = os.environ["DATABASE_URL"]\n', ["DATABASE_URL"]],
		["from os import environ\nurl = environ[ 'URL' ]\n", ["URL"]],
		['key = os.getenv("KEY")\n', ["KEY?"]],
		['key = os.environ.get("KEY")\nother = os.environ["KEY"]\n', ["KEY"]],
		['key = getenv(\n    "KEY",\n)\n', ["KEY?"]],
		['from decouple import config\nKEY = config("SECRET_KEY")\nN = config("N", cast=int)\nD = config("DEBUG", default=False)\n', ["N", "SECRET_KEY"]],
		['import environ\nenv = environ.Env()\nA = env("A_KEY")\nB = env.int("PORT_B")\nC = env("C", default="")\n', ["A_KEY", "PORT_B"]],
		[
			"class Settings(BaseSettings):\n    api_key: str\n    debug: bool = False\n    token: SecretStr = Field(...)\n\n\nclass Other(BaseModel):\n    name: str\n",
			["API_KEY", "TOKEN"],
		],
		[
			'class Settings(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix="shop_")\n    api_key: str\n\n    def url(self):\n        host: str\n',
			["SHOP_API_KEY"],
		],
	])("%j needs %j", (text, names) => {
		expect(needed(text)).toEqual(names);
	});

	test.each([
		'os.environ["MODE"] = "test"\n',
		'mode = os.getenv("MODE", "prod")\n',
		'mode = os.environ.get("MODE", default="prod")\n',
		'mode = os.getenv("MODE") or "prod"\n',
		'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\nos.environ["DJANGO_SETTINGS_MODULE"]\n',
		'del os.environ["MODE"]\n',
		'# os.environ["MODE"]\n',
		'home = os.environ["HOME"]\n',
		'value = configuration("NAME")\n',
		'mode = environments["MODE"]\n',
	])("%j needs none", (text) => {
		expect(needed(text)).toEqual([]);
	});

	test("one that is asked for first is wanted, and not required", () => {
		expect(needed('if "KEY" in os.environ:\n    key = os.environ["KEY"]\n')).toEqual(["KEY?"]);
	});

	test("tests have an environment of their own", () => {
		expect(needed('os.environ["TOKEN"]\n', "tests/conftest.py")).toEqual([]);
		expect(needed('os.environ["TOKEN"]\n', "test_app.py")).toEqual([]);
	});

	test("are named in the Dockerfile, in compose.yaml and to the user", () => {
		const { dockerfile, compose, notes } = rendered({
			"main.py": 'import os\nif __name__ == "__main__":\n    print(os.environ["TOKEN"], os.getenv("REGION"))\n',
		});
		expect(dockerfile).toContain("has no default for: REGION, TOKEN\n");
		expect(compose).toContain("    environment:\n      REGION:\n      TOKEN: ${TOKEN:?}\n");
		expect(notes.join("\n")).toContain("`REGION` (main.py), `TOKEN` (main.py)");
	});

	test("that the image sets itself are not named", () => {
		const { dockerfile } = rendered(
			{ "main.py": 'import os\nport = int(os.environ["PORT"])\nif __name__ == "__main__":\n    run(port=port)\n' },
			{ port: "9000" },
		);
		expect(dockerfile).toContain("PORT=9000");
		expect(dockerfile).not.toContain("has no default for");
	});

	test("that Django's settings require are there while static files are collected", () => {
		const { dockerfile } = rendered({
			"manage.py": "",
			"shop/wsgi.py": "application = get_wsgi_application()\n",
			"shop/settings.py":
				'SECRET_KEY = os.environ["KEY"]\nSTATIC_ROOT = "static"\nDATABASES = {"default": parse(os.environ["DATABASE_URL"])}\nHOST = os.environ["MAIL_HOST"]\n',
		});
		expect(dockerfile).toContain("RUN KEY=only-for-this-step DATABASE_URL=sqlite://:memory: MAIL_HOST=only-for-this-step python manage.py collectstatic");
	});
});

describe("what does not exist is refused, with what was looked for", () => {
	test("a start script", () => {
		expect(refusal({ "run.py": "", "tools/load.py": "" }, { kind: "script", script: "main.py" })).toBe(
			"There is no `main.py` in the folder; what ends with `.py` there: `run.py`, `tools/load.py`",
		);
		expect(refusal({ "requirements.txt": "" }, { kind: "script", script: "main.py" })).toBe(
			"There is no `main.py` in the folder, and no other file that ends with `.py`",
		);
		expect(refusal({ "requirements.txt": "streamlit\n" }, { kind: "streamlit" })).toContain("There is no `main.py`");
		expect(refusal({ "Main.py": "" }, { kind: "script", script: "main.py" })).toContain("`Main.py`");
		expect(refusal({ "run.py": "" }, { kind: "script", script: "run.py" })).toBe("");
	});

	test("a list of packages", () => {
		expect(refusal({ "main.py": "", "requirements.txt": "" }, { packages: "pip", requirements: "production.txt" })).toContain(
			"There is no `production.txt` in the folder",
		);
	});

	test.each([
		["asgi", "entry", "shop.api:app", "neither `shop/api.py` nor `shop/api/__init__.py`"],
		["module", "module", "shop", "neither `shop.py` nor `shop/__main__.py`"],
		["celery", "worker", "shop.jobs:app", "neither `shop/jobs.py` nor `shop/jobs/__init__.py`"],
		["asgi", "entry", "shop.main:app", ""],
		["asgi", "entry", "shop:app", ""],
		["celery", "worker", "shop", ""],
		["module", "module", "http.server", ""],
		["wsgi", "entry", "installed.wsgi:app", ""],
	])("%s: %s %s", (kind, question, value, message) => {
		const texts = { "shop/__init__.py": "", "shop/main.py": "", "main.py": "" };
		const found = refusal(texts, { kind, [question]: value });
		if (message === "") expect(found).toBe("");
		else expect(found).toContain(message);
	});

	test.each([
		["a command that the project does not declare", { "shop/__init__.py": "" }, "tidy", "declares no command `tidy`; it declares `shop`"],
		["a command of a module that is not there", {}, "shop", "`shop` in pyproject.toml starts `shop.cli:main`, and there is no such module"],
		["a command of what is installed", { "shop/cli.py": "" }, "shop", ""],
		["a command that setup.py may declare", { "setup.py": "setup()" }, "tidy", ""],
	] as const)("%s", (_what, texts, command, message) => {
		const pyproject = '[build-system]\nrequires = ["hatchling"]\n[project]\nname = "shop"\n[project.scripts]\nshop = "shop.cli:main"\n';
		const found = refusal({ "pyproject.toml": pyproject, ...texts }, { kind: "command", command, packages: "project" });
		if (message === "") expect(found).toBe("");
		else expect(found).toContain(message);
	});

	test.each([
		[{ "requirements.txt": "rich\n" }, "pip", "does not install the project itself"],
		[{ "requirements.txt": "-e .\n" }, "pip", ""],
		[{ "requirements.txt": "rich\n" }, "none", "does not install the project itself"],
		[{ "uv.lock": "" }, "uv", "`[build-system]`"],
		[{ "uv.lock": "", "setup.py": "" }, "uv", ""],
		[{}, "project", ""],
	] as [Record<string, string>, string, string][])("a command where %j is installed by %s", (texts, packages, message) => {
		const pyproject = '[project]\nname = "shop"\n[project.scripts]\nshop = "shop.cli:main"\n';
		const found = refusal({ "pyproject.toml": pyproject, "shop/cli.py": "", ...texts }, { kind: "command", command: "shop", packages });
		if (message === "") expect(found).toBe("");
		else expect(found).toContain(message);
	});

	test("a command that would not be there is not taken for what starts it", () => {
		const flask = { "requirements.txt": "flask\n", "shop.py": "from flask import Flask\ndef create_app():\n    app = Flask(__name__)\n    return app\n" };
		const pyproject = '[project]\nname = "shop"\n[project.scripts]\nserve = "shop.gone:main"\n';
		expect(complete("python", project({ ...flask, "pyproject.toml": pyproject }))).toMatchObject({ kind: "wsgi", entry: "shop:create_app()" });
		expect(suggest("python", "kind", project({ "pyproject.toml": pyproject, "shop.py": "" }), {}).map(({ value }) => value)).toEqual(["script"]);
	});

	test("a command that is taken is installed", () => {
		const pyproject = '[project]\nname = "shop"\n[project.scripts]\nshop = "shop:main"\n';
		const texts = { "pyproject.toml": pyproject, "requirements.txt": "rich\n", "uv.lock": "", "shop.py": "def main():\n    pass\n" };
		expect(complete("python", project(texts))).toMatchObject({ kind: "command", command: "shop", packages: "project" });
		expect(rendered(texts).dockerfile).toContain("pip install .");
	});

	test("and nothing is refused where no project is known", () => {
		const [question] = templateOf("python").questions.filter(({ name }) => name === "script");
		if (!question) throw new Error("the template asks for no script");
		expect(problemOf("python", question, "main.py", { paths: [], texts: new Map(), isUnknown: true }, {})).toBeUndefined();
		expect(problemOf("python", question, "main.py", project({}), {})).toBeDefined();
	});
});

describe("what was guessed is said", () => {
	test("an application that nothing points to", () => {
		const { dockerfile, notes } = rendered({ "requirements.txt": "fastapi\n", ".python-version": "3.13\n" });
		expect(dockerfile).toContain("# `main:app` is a guess: nothing was found that says what is to be started.\nCMD ");
		expect(notes[0]).toBe("That it is an ASGI application is a guess.");
		expect(notes[1]).toContain("`main:app` is a guess");
		expect(dockerfile).not.toContain("names a version");
	});

	test("a script that nothing points to", () => {
		const { dockerfile } = rendered({ "one.py": "print(1)\n", "two.py": "print(2)\n" });
		expect(dockerfile).toContain("# `one.py` is a guess");
	});

	test("a version", () => {
		expect(rendered({ "main.py": "" }).dockerfile).toContain("# Python 3.14 is a guess: nothing was found that names a version.\nARG PYTHON_VERSION=3.14\n");
	});

	test("and not what was found or answered", () => {
		const texts = { "app.py": "from flask import Flask\napp = Flask(__name__)\n", ".python-version": "3.13\n" };
		expect(rendered(texts).dockerfile).not.toContain("guess");
		expect(rendered({ "requirements.txt": "" }, { kind: "asgi", entry: "main:app", version: "3.14" }).dockerfile).not.toContain("guess");
		expect(answer("python", project(texts)).origins).toMatchObject({
			entry: { kind: "found", where: { pattern: "{0} in {1}", values: ["Flask", "app.py"] } },
			version: { kind: "found", where: ".python-version" },
			script: { kind: "none" },
		});
	});
});

describe("what a folder holds", () => {
	test.each([
		[["package.json", "src/index.js"], [["Node.js", "", "package.json"]]],
		[["package.json", "scripts/gyp.py"], [["Node.js", "", "package.json"]]],
		[
			["go.mod", "main.go", "ui/package.json"],
			[
				["Go", "", "go.mod"],
				["Node.js", "ui", "ui/package.json"],
			],
		],
		[["Shop/Shop.csproj", "Shop.sln"], [[".NET", "", "Shop.sln"]]],
		[["pom.xml"], [["Java", "", "pom.xml"]]],
		[["Cargo.toml", "crates/a/Cargo.toml"], [["Rust", "", "Cargo.toml"]]],
	])("%j is nothing that we write for: %j", (paths, expected) => {
		expect(findStrangers(paths).map(({ stack, folder, because }) => [stack, folder, because])).toEqual(expected);
		expect(findProjects(paths)).toEqual([]);
	});

	test("a Python project beside another one is found", () => {
		expect(findProjects(["package.json", "backend/requirements.txt", "backend/app.py"]).map(({ folder }) => folder)).toEqual(["backend"]);
	});

	test("a file is looked up by its name, and compared only where a pattern has its ending", () => {
		const kinds = Object.fromEntries(
			Array.from({ length: 25 }, (_, index) => [`stack-${index}`, { detect: [`stack-${index}.toml`, `*.stack${index}`, `kind/*.list${index}`] }]),
		);
		const paths = ["a/stack-3.toml", "b/c.stack24", "d/kind/e.list7", "d/other/e.list7", "stack-3.toml.bak"];
		expect(findFolders(kinds, paths)).toEqual([
			{ of: "stack-3", folder: "a", because: "a/stack-3.toml" },
			{ of: "stack-24", folder: "b", because: "b/c.stack24" },
			{ of: "stack-7", folder: "d", because: "d/kind/e.list7" },
		]);
	});
});
