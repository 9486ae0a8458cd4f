import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { folderWith } from "../files/hosts.ts";
import { at, type Client, startClient } from "./language-client.ts";

let client: Client;
afterEach(() => client.stop());

const files = {
	"shop/compose.yaml": "services:\n  web: { image: web, depends_on: [db] }\n",
	"shop/compose.override.yaml": "services:\n  db: { image: 'db:${TAG}' }\n",
	"shop/.env": "TAG=3\n",
	"shop/other.yaml": "services:\n  other: { image: other }\n",
};

async function start(): Promise<(name: string) => string> {
	const root = folderWith(files);
	client = await startClient();
	return (name) => pathToFileURL(join(root, "shop", name)).href;
}

test("a file is part of the project that its folder has, as it is typed", async () => {
	const uriOf = await start();
	await client.open(uriOf("compose.yaml"), files["shop/compose.yaml"].replace("db", "db, queue"), "dockercompose");
	const found = await client.composeGraph(uriOf("compose.override.yaml"));
	expect(found?.graph?.services.map(({ name, image }) => [name, image])).toEqual([
		["web", "web"],
		["db", "db:3"],
		["queue", undefined],
	]);
	expect(found?.graph?.services[1]?.at).toEqual({ uri: uriOf("compose.override.yaml"), range: at(1, 2, 4) });
	expect(found?.problem).toEqual({ text: expect.stringContaining("queue"), at: { uri: uriOf("compose.yaml"), range: at(1, 38, 43) } });
	expect(found?.files).toEqual(expect.arrayContaining(["compose.yaml", "compose.override.yaml", ".env"].map(uriOf)));
});

test("a file beside it is a project of its own, and one that is not there is none", async () => {
	const uriOf = await start();
	expect((await client.composeGraph(uriOf("other.yaml")))?.graph?.services.map(({ name }) => name)).toEqual(["other"]);
	expect(await client.composeGraph(uriOf("gone.yaml"))).toBeNull();
});

test("a document on no disk knows of no files, and what is no project has the reason", async () => {
	await start();
	await client.open("untitled:compose.yaml", "services:\n  web: { image: a, env_file: .env }\n", "dockercompose");
	expect((await client.composeGraph("untitled:compose.yaml"))?.graph?.services[0]).toMatchObject({
		name: "web",
		at: { uri: "untitled:compose.yaml", range: at(1, 2, 5) },
	});
	await client.open("untitled:2.yaml", "services: [\n", "dockercompose");
	expect(await client.composeGraph("untitled:2.yaml")).toMatchObject({ graph: null, problem: { at: { uri: "untitled:2.yaml" } } });
});

test("what runs is compared with the text as it is typed", async () => {
	const uriOf = await start();
	const uri = uriOf("other.yaml");
	await client.open(uri, "services:\n  other: { image: other, user: me, build: . }\n", "dockercompose");
	const container = { Config: { Image: "other", User: "root" }, NetworkSettings: { Networks: { shop_default: {} } } };
	expect(await client.composeComparison({ uri, running: [{ service: "other", container }] })).toEqual({
		differences: { other: [{ key: "user", text: "“user” is “root” in the container, and “me” in the file" }] },
	});
	expect(await client.composeComparison({ uri: uriOf("gone.yaml"), running: [] })).toBeNull();
});

test("what runs is compared with the files by which it was made, and with the services that a profile had to ask for", async () => {
	const uriOf = await start();
	const uri = uriOf("base.yaml");
	const text = "services:\n  web: { image: web, user: me }\n  shell: { image: web, profiles: [debug] }\n";
	await client.open(uri, text, "dockercompose");
	await client.open(uriOf("extra.yaml"), "services: { web: { user: root } }\n", "dockercompose");
	const pathOf = (name: string) => uriOf(name).slice("file://".length);
	const made = (User: string, files: readonly string[]) => ({
		Config: { User, Labels: { "com.docker.compose.project.config_files": files.join(",") } },
		NetworkSettings: { Networks: { shop_default: {} } },
	});
	const web = (User: string, ...files: readonly string[]) => client.composeComparison({ uri, running: [{ service: "web", container: made(User, files) }] });
	const told = (there: string, here: string) => ({ web: [{ key: "user", text: `“user” is “${there}” in the container, and “${here}” in the file` }] });
	expect(await web("root", pathOf("base.yaml"))).toEqual({ differences: told("root", "me") });
	expect(await web("root", pathOf("base.yaml"), pathOf("extra.yaml"))).toEqual({ differences: {} });
	expect(await web("me", pathOf("base.yaml"), pathOf("extra.yaml"))).toEqual({ differences: told("me", "root") });
	// Of files elsewhere nobody knows what they have to do with this one, and what a share of another machine has is not asked for.
	expect(await web("me", "/elsewhere/compose.yaml")).toEqual({ differences: {} });
	expect(await web("me", pathOf("base.yaml"), "//host/share/compose.yaml")).toEqual({ differences: {} });
	// So it is with the files of variables; of one that has gone nobody knows what it said.
	const variables = uriOf("variables.yaml");
	await client.open(variables, 'services: { web: { image: web, user: "${WHO:-nobody}" } }\n', "dockercompose");
	await client.open(uriOf("some.env"), "WHO=me\n", "plaintext");
	const madeWith = (User: string, file: string) => ({ ...made(User, []), Config: { User, Labels: { "com.docker.compose.project.environment_file": file } } });
	const by = (User: string, file: string) => client.composeComparison({ uri: variables, running: [{ service: "web", container: madeWith(User, file) }] });
	expect(await by("me", "")).toEqual({ differences: told("me", "nobody") });
	expect(await by("me", pathOf("some.env"))).toEqual({ differences: {} });
	expect(await by("nobody", pathOf("some.env"))).toEqual({ differences: told("nobody", "me") });
	expect(await by("me", pathOf("gone.env"))).toEqual({ differences: {} });
	const shell = await client.composeComparison({ uri, running: [{ service: "shell", container: { ...made("", []), HostConfig: { Privileged: true } } }] });
	expect(shell?.differences["shell"]).toMatchObject([{ key: "privileged" }]);
});

test("the variables of a service name the line of each, with what it is made of", async () => {
	const uriOf = await start();
	await client.open(
		uriOf("compose.yaml"),
		"services:\n  web: { image: web, environment: { VERSION: 'v${TAG}', PATH: '$PATH', HULLWRIGHT_NONE: } }\n",
		"dockercompose",
	);
	expect(await client.serviceVariables({ uri: uriOf("compose.override.yaml"), service: "web" })).toEqual([
		{
			name: "VERSION",
			value: "v3",
			at: { uri: uriOf("compose.yaml"), range: at(1, 36, 43) },
			uses: [{ name: "TAG", at: { uri: uriOf(".env"), range: at(0, 0, 3) } }],
		},
		{ name: "PATH", value: process.env["PATH"], at: { uri: uriOf("compose.yaml"), range: at(1, 56, 60) }, uses: [{ name: "PATH", at: "shell" }] },
		{
			name: "HULLWRIGHT_NONE",
			value: null,
			at: { uri: uriOf("compose.yaml"), range: at(1, 71, 86) },
			uses: [{ name: "HULLWRIGHT_NONE", at: null }],
		},
	]);
	// Of files that are named only those count.
	expect(await client.serviceVariables({ uri: uriOf("other.yaml"), files: [uriOf("other.yaml").slice("file://".length)], service: "web" })).toEqual([]);
	expect(await client.serviceVariables({ uri: uriOf("gone.yaml"), service: "web" })).toEqual([]);
});
