import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { folderWith } from "../files/hosts.ts";
import { startClient } from "../server/language-client.ts";
import { client, outside } from "./own-engine.ts";

vi.mock("vscode", () => ({
	Uri: { file: (path: string) => ({ toString: () => pathToFileURL(path).href }), parse: (uri: string) => ({ path: uri }) },
	workspace: { asRelativePath: ({ path }: { readonly path: string }) => path.slice(path.lastIndexOf("/") + 1) },
	l10n: { t: (message: string) => message },
}));
const { pageText } = await import("../../src/extension/pages/page-texts.ts");

const docker = client();
const release = docker.connection.hold();
const name = `environment-${process.pid}`;
afterAll(() => release());

const t = (message: string, ...args: (string | number)[]): string => message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

test("the environment of a container that Compose has made names the file and the line of each variable, however its files are called", async () => {
	const folder = folderWith({
		"shop.yaml":
			"services:\n  web:\n    image: busybox:test\n    command: sleep 600\n    env_file: [web.env]\n    environment:\n      MODE: dev\n      VERSION: v$TAG\n",
		"more.yaml": "services:\n  web:\n    environment:\n      - MODE=prod\n",
		"web.env": "# shared\nGREETING='hello there'\nDB_PASSWORD=rosebud\nMODE=file\n",
		".env": "TAG=3\n",
	});
	const compose = (...args: readonly string[]): string =>
		execFileSync("docker", ["compose", "--project-name", name, "-f", "shop.yaml", "-f", "more.yaml", ...args], {
			cwd: folder,
			encoding: "utf8",
			stdio: "pipe",
		});
	onTestFinished(() => void compose("down", "--timeout=0"));
	compose("up", "--detach");
	compose("run", "--detach", "--name", `${name}-own`, "--env", "GIVEN=1", "web");
	onTestFinished(() => outside.getContainer(`${name}-own`).remove({ force: true }));
	const language = await startClient();
	onTestFinished(() => language.stop());
	const sources = { language: { start: async () => language }, workspaceProjects: async () => ({ current: [] }) } as unknown as Parameters<typeof pageText>[1];
	const page = (container: string) => pageText(docker, sources, "environment", { id: container, name: "web", showsSecrets: false }, t);

	const { text, links } = await page(`${name}-web-1`);
	expect(text.split("\n\n").slice(1, 2)).toEqual([
		[
			"From the Compose files",
			"  DB_PASSWORD=••••••    ← web.env:3",
			"  GREETING=hello there    ← web.env:2",
			"  MODE=prod    ← more.yaml:4",
			"  VERSION=v3    ← shop.yaml:8, TAG .env:1",
		].join("\n"),
	]);
	expect(text).toMatch(/\n\nFrom the image\n {2}PATH=/);
	expect(links.map(({ place }) => place.uri)).toEqual(
		["web.env", "web.env", "more.yaml", "shop.yaml", ".env"].map((file) => pathToFileURL(join(folder, file)).href),
	);
	expect((await page(`${name}-own`)).text).toContain("\n\nSet for the container\n  GIVEN=1\n");
});
