import { parse } from "yaml";
import { expect, test } from "vitest";
import { hullwright, inFolder } from "./command-line.ts";

const project = {
	"compose.yaml": 'name: shop\nservices:\n  web:\n    image: "web:${TAG}"\n    command: echo $$HOME\n  debug: {image: d, profiles: [debug]}\n',
	"compose.override.yaml": 'services: {web: {ports: ["8080:80"]}}\n',
	".env": "TAG=1\n",
	"other.env": "TAG=2\n",
};

const web = (image: string) => ({
	command: ["echo", "$$HOME"],
	image,
	networks: { default: null },
	ports: [{ mode: "ingress", target: 80, published: "8080", protocol: "tcp" }],
});

test("the project is printed as YAML, or as JSON, with all that the folder says of it", async () => {
	inFolder(project);
	const asYaml = await hullwright(["compose", "config"]);
	expect(asYaml).toMatchObject({ exitCode: 0, errors: "" });
	expect(parse(asYaml.output)).toEqual({ name: "shop", networks: { default: { name: "shop_default" } }, services: { web: web("web:1") } });
	const asJson = await hullwright(["compose", "config", "--format", "json", "--env-file", "other.env"]);
	expect(JSON.parse(asJson.output)).toMatchObject({ services: { web: { ...web("web:2"), entrypoint: null } } });
});

test("files are named by -f, and services taken in by their profile", async () => {
	inFolder(project);
	const { output } = await hullwright(["compose", "config", "-f", "compose.yaml", "--profile", "debug", "--format", "json"]);
	const { services } = JSON.parse(output) as { readonly services: Readonly<Record<string, { readonly ports?: unknown }>> };
	expect(Object.keys(services)).toEqual(["debug", "web"]);
	expect(services["web"]?.ports).toBeUndefined();
});

test.each([
	[[], /^flowchart LR\n {2}s0\["web<br\/>web:1<br\/>8080 → 80"\]\n/],
	[["--format", "dot"], /^digraph "shop" \{\n/],
	[["--format", "svg"], /^<svg [^]*<title>shop<\/title>[^]*<\/svg>\n$/],
])("the graph is drawn %j", async (args, expected) => {
	inFolder(project);
	const { exitCode, output, errors } = await hullwright(["compose", "graph", ...args]);
	expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
	expect(output).toMatch(expected);
});

test("what is refused has no graph", async () => {
	inFolder({ "compose.yaml": "services:\n  a:\n    image: x\n    depends_on: [b]\n" });
	const { exitCode, output, errors } = await hullwright(["compose", "graph"]);
	expect({ exitCode, output }).toEqual({ exitCode: 1, output: "" });
	expect(errors).toContain("compose.yaml:4:18: ");
});

test("what is refused is told with its place, and nothing is printed", async () => {
	inFolder({ "compose.yaml": "services:\n  a:\n    image: x\n    enviroment: {}\n" });
	expect(await hullwright(["compose", "config"])).toEqual({
		exitCode: 1,
		output: "",
		errors: "compose.yaml:4:5: there is no `enviroment` here; did you mean `environment`?\n",
	});
});

test("a variable that is not set is told, once a place", async () => {
	inFolder({ "compose.yaml": "services:\n  a:\n    image: x$TAG\n" });
	const { exitCode, errors } = await hullwright(["compose", "config"]);
	expect([exitCode, errors]).toEqual([0, "the variable TAG is not set, and so it is empty\n"]);
});

test.each([
	[["compose"], "compose needs to be told what to do: compose config, compose graph or compose run-line SERVICE"],
	[["compose", "grph"], 'compose has no "grph"; did you mean graph?'],
	[["compose", "graph", "--format", "json"], '--format takes mermaid, dot or svg, not "json"'],
	[["compose", "up"], 'compose has no "up"; did you mean config?'],
	[["compose", "config", "a.yaml"], "compose config takes no arguments; a file is named by -f a.yaml"],
	[["compose", "config", "--format", "xml"], '--format takes yaml or json, not "xml"'],
	[["compose", "config", "--fix"], "compose has no option --fix"],
])("%j is bad usage", async (args, problem) => {
	inFolder(project);
	const { exitCode, errors } = await hullwright(args);
	expect(exitCode).toBe(2);
	expect(errors).toContain(problem);
});

test("a folder without a Compose file, and files that are not there, are told", async () => {
	inFolder({ "a.txt": "" });
	expect(await hullwright(["compose", "config", "-f", "none.yaml"])).toMatchObject({ exitCode: 1, output: "" });
	expect((await hullwright(["compose", "config", "--env-file", "none.env", "-f", "a.txt"])).errors).toContain("there is no file `");
});

test("a file comes in by -f -, and stands in the current folder", async () => {
	inFolder({ "a.env": "A=1\n" });
	const { exitCode, output, errors } = await hullwright(
		["compose", "config", "-f", "-", "--format", "json"],
		"services:\n  web:\n    image: nginx\n    env_file: a.env\n",
	);
	expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
	expect(JSON.parse(output)).toMatchObject({ services: { web: { environment: { A: "1" } } } });
});

test("nothing is fetched from another machine, which is told", async () => {
	inFolder({ "compose.yaml": "include:\n  - https://example.com/shop.git\nservices:\n  web:\n    image: nginx\n" });
	expect(await hullwright(["compose", "config"])).toEqual({
		exitCode: 1,
		output: "",
		errors: "compose.yaml:2:5: `https://example.com/shop.git` lies on another machine, from where nothing is fetched\n",
	});
});
