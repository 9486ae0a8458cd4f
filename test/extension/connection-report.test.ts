import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Diagnosis } from "../../src/docker/connection/diagnose.ts";
import { DockerError } from "../../src/docker/errors.ts";
import { causes } from "../../src/extension/connection/causes.ts";
import { makeReport, type Report } from "../../src/extension/connection/report.ts";

const t = (message: string, ...args: readonly (string | number)[]): string => message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

/** The manifest as VS Code hands it over: with its texts in the place of their names. */
const strings = JSON.parse(readFileSync("package.nls.json", "utf8")) as Record<string, string>;
const manifest = JSON.parse(readFileSync("package.json", "utf8").replaceAll(/"%([\w.-]+)%"/g, (_, key: string) => JSON.stringify(strings[key]))) as Parameters<
	typeof makeReport
>[1]["manifest"];

const wish = (by: "window" | "setting" | "environment" | "context", name: string, what: "host" | "context", value = ""): Diagnosis["wishes"][number] => ({
	by,
	name,
	what,
	value,
});
const url = "tcp://far:2375";
const refused = new DockerError("refused", "connect ECONNREFUSED 10.0.0.9:2375", url);

const diagnosis: Diagnosis = {
	wishes: [
		wish("window", "", "host"),
		wish("setting", "hullwright.docker.context", "context"),
		wish("environment", "DOCKER_HOST", "host", url),
		wish("context", "", "context", "far"),
	],
	endpoint: { url, address: { kind: "tcp", host: "far", port: 2375 }, source: { by: "environment", name: "DOCKER_HOST" } },
	steps: [
		{ name: "resolve", milliseconds: 0.4, error: undefined },
		{ name: "connect", milliseconds: 12.6, error: refused },
	],
	outcome: { isThere: false, error: refused, cause: "refused" },
	others: [
		{ url: "unix:///var/run/docker.sock", product: "Docker", outcome: { isThere: true, product: "Docker", version: "29.0.0", apiVersion: "1.52" } },
		{ url: "unix:///home/me/.rd/docker.sock", product: "Rancher Desktop", outcome: { isThere: false, error: refused, cause: "stale-socket" } },
	],
	contexts: [{ name: "far", host: "ssh://me@far" }],
	installed: [{ product: "Docker", start: "sudo systemctl start docker" }],
};

const report = (more: Partial<Diagnosis> = {}, env: Record<string, string> = {}): Report =>
	makeReport({ ...diagnosis, ...more }, { manifest, facts: ["VS Code 1.100.0", "linux 6.1 x64"], env, home: "/home/me" }, t);

test("the report says what was tried, in which order, with what result", () => {
	expect(report().text).toBe(`# Connection Report

**The connection was refused: nothing listens on the port of the Docker engine.**

Check that the engine runs there, that it listens on TCP, and that the port is right.

In the words of what answered: \`connect ECONNREFUSED 10.0.0.9:2375 (tcp://far:2375)\`

## Where the address comes from

- Host selected for this window: not set
- Setting \`hullwright.docker.context\`: not set
- Environment variable \`DOCKER_HOST\`: \`tcp://far:2375\`, **which counts**
- Current context of the Docker CLI: \`far\`

## What was tried

1. Read the address: \`tcp://far:2375\`: done (0 ms)
2. Connect to \`tcp://far:2375\`: **failed**, \`connect ECONNREFUSED 10.0.0.9:2375 (tcp://far:2375)\` (13 ms)

## Other engines on this machine

- Docker, \`unix:///var/run/docker.sock\`: Docker 29.0.0 answers, over API 1.52
- Rancher Desktop, \`unix://~/.rd/docker.sock\`: does not answer (stale-socket)

## Contexts of the Docker CLI

- \`far\`: \`ssh://me@far\`

## Surroundings

- Hullwright 0.1.0
- VS Code 1.100.0
- linux 6.1 x64
- Installed: Docker
- \`DOCKER_CONFIG\`: not set
- \`DOCKER_TLS\`: not set
- \`DOCKER_TLS_VERIFY\`: not set
- \`DOCKER_CERT_PATH\`: not set
- \`XDG_RUNTIME_DIR\`: not set
`);
});

describe("its buttons", () => {
	const titles = ({ buttons, text }: Report): readonly string[] => buttons.map(({ title, line }) => `${title} > ${text.split("\n")[line] ?? ""}`);

	test("are those of the view, above the cause, and one for each engine that answers", () => {
		expect(titles(report())).toEqual([
			"Copy Report > # Connection Report",
			"Try Again > # Connection Report",
			"Select Context… > **The connection was refused: nothing listens on the port of the Docker engine.**",
			"Use in This Window > - Docker, `unix:///var/run/docker.sock`: Docker 29.0.0 answers, over API 1.52",
		]);
		expect(report().buttons.at(-1)).toMatchObject({ command: "hullwright.selectContext", arguments: [{ host: "unix:///var/run/docker.sock", context: "" }] });
	});

	test("lead to settings and pages, too", () => {
		const error = new DockerError("bad-host", "no", "DOCKER_CONTEXT", { reason: "no-context" });
		const noContext = report({ outcome: { isThere: false, error, cause: "no-context" } });
		expect(noContext.buttons.find(({ title }) => title === "Open Settings")).toMatchObject({
			command: "workbench.action.openSettings",
			arguments: ["hullwright.docker"],
		});
		const notInstalled = report({ outcome: { isThere: false, error, cause: "not-installed" } });
		expect(notInstalled.buttons.find(({ title }) => title === "Install Docker")).toMatchObject({
			command: "vscode.open",
			arguments: [expect.stringMatching(/^https:/)],
		});
	});
});

describe("each cause", () => {
	/** Where causes are produced: by injected errors, and for real. */
	const produced = ["test/docker/unit/cause.test.ts", "test/docker/connection.test.ts"].map((file) => readFileSync(file, "utf8")).join("\n");

	test.each(causes.map(({ name }) => name))("%s has its own text and buttons, and is produced", (cause) => {
		const { text, buttons } = report({ outcome: { isThere: false, error: refused, cause } });
		const own = causes.filter((each) => text.includes(`**${each.text[0]}**`));
		expect(own.map(({ name }) => name)).toEqual([cause]);
		for (const paragraph of own[0]?.text.slice(1) ?? []) expect(text).toContain(paragraph);
		const offered = buttons.filter(({ line }) => text.split("\n")[line]?.startsWith(`**${own[0]?.text[0]}`));
		expect(offered).toHaveLength(own[0]?.links.length ?? 0);
		expect(offered.length).toBeGreaterThan(0);
		expect(manifest.contributes.viewsWelcome.some(({ when, contents }) => when.includes(cause) && contents.includes(own[0]?.text[0] ?? "?"))).toBe(true);
		expect(produced).toContain(`"${cause}"`);
	});
});

test("where the engine answers, it says so", () => {
	const outcome = { isThere: true, product: "Podman", version: "4.3.1", apiVersion: "1.41" } as const;
	const { text, buttons } = report({ outcome, others: [] });
	expect(text).toContain("**Podman 4.3.1 answers, over API 1.41**");
	expect(buttons.map(({ title }) => title)).toEqual(["Copy Report", "Try Again"]);
});

test("nothing in it is secret, and nothing of what others wrote is more than text", () => {
	const hostile = "tcp://me:hunter2@far:2375/`**x**`\n# \u202efake\u001b[31m";
	const error = new DockerError("bad-host", `${hostile} cannot be used; see /home/me/.ssh/id`, "DOCKER_HOST");
	const { text } = report(
		{
			wishes: [wish("environment", "DOCKER_HOST", "host", hostile)],
			endpoint: undefined,
			steps: [{ name: "resolve", milliseconds: 1, error }],
			outcome: { isThere: false, error, cause: "bad-host" },
			contexts: [{ name: "a`b", host: "ssh://me:hunter2@far" }],
		},
		{ DOCKER_CERT_PATH: "/home/me/certs" },
	);
	expect(text).not.toContain("hunter2");
	expect(text).not.toContain("/home/me");
	expect(text).not.toMatch(/[\u202e\u001b]|^# fake/m);
	expect(text).toContain("- Environment variable `DOCKER_HOST`: `tcp://me:••••••@far:2375/'**x**' # fake`");
	expect(text).toContain("`ssh://me:••••••@far`");
	expect(text).toContain("- `DOCKER_CERT_PATH`: `~/certs`");
});

test("what an engine calls itself, and what a context is called, stand as they are written, and lead nowhere", () => {
	const evil = "x\u001b[31m\u202e`[a](command:workbench.action.quit)\n# b";
	const outcome = { isThere: true, product: evil, version: evil, apiVersion: "1.41" } as const;
	const { text } = report({ outcome, contexts: [{ name: evil, host: evil }], others: [{ url: evil, product: "Docker", outcome }] });
	expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\u202e]|^# b/m);
	// All of it is within code.
	expect(text.match(/\(command:/g)).toHaveLength(7);
	expect(text.replace(/`[^`\n]*`/g, "")).not.toContain("command:");
});
