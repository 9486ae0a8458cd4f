import { beforeEach, expect, test, vi } from "vitest";
import type { Docker } from "../../src/docker/docker.ts";
import type { Container } from "../../src/docker/resources/container.ts";
import type { Services } from "../../src/extension/commands/command.ts";

const window = vi.hoisted(() => ({
	said: [] as (readonly string[])[],
	/** What is answered to questions, in their order: part of an item's label, or a text. */
	answers: [] as string[],
	asked: [] as (readonly string[])[],
	commands: [] as string[],
	run: [] as (readonly unknown[])[],
	terminals: [] as string[],
}));
vi.mock("vscode", () => ({
	EventEmitter: class {
		event = (): void => {};
		fire(): void {}
	},
	ThemeIcon: class {},
	l10n: { t: (message: string, ...args: unknown[]) => message.replace(/\{(\d)\}/g, (_: string, index: string) => String(args[Number(index)])) },
	commands: { getCommands: async () => window.commands, executeCommand: async (...args: unknown[]) => window.run.push(args) },
	window: {
		showWarningMessage: async (...words: string[]) => {
			window.said.push(words);
			return window.answers.shift();
		},
		showQuickPick: async (items: readonly { readonly label: string }[]) => {
			window.asked.push(items.map(({ label }) => label));
			const wanted = window.answers.shift() ?? "";
			return items.find(({ label }) => label.includes(wanted));
		},
		showInputBox: async () => window.answers.shift(),
		createTerminal: ({ name, pty }: { name: string; pty: { open(size: undefined): void } }) => {
			window.terminals.push(name);
			pty.open(undefined);
			return { show: () => {} };
		},
	},
}));

const { default: shell } = await import("../../src/extension/commands/container/shell.ts");
const { default: shellAs } = await import("../../src/extension/commands/container/shell-as.ts");

beforeEach(() => {
	Object.assign(window, { said: [], answers: [], asked: [], commands: [], run: [], terminals: [] });
});

const web = { id: "abcdef", name: "web", image: "web:1", state: "running", ports: [], volumes: [], networks: [] } as unknown as Container;

function make(shells: readonly string[]): { readonly services: Services; readonly started: unknown[] } {
	const started: unknown[] = [];
	const held = new Map<string, unknown>();
	const docker = {
		model: { containers: new Map([[web.id, web]]) },
		settled: async () => {},
		connection: { use: async (run: () => unknown) => run() },
		containers: {
			shells: async (_id: string, most = Infinity) => shells.slice(0, most),
			users: async () => ["root", "me"],
			settings: async () => ({ Config: { User: "node", WorkingDir: "/app" }, Mounts: [{ Destination: "/data" }] }),
			runProgram: async (_id: string, program: unknown) => {
				started.push(program);
				return { ended: Promise.resolve(0), write: () => {}, resize: () => {}, close: () => {} };
			},
		},
	} as unknown as Docker;
	const remembered = { get: (key: string) => held.get(key), update: async (key: string, value: unknown) => void held.set(key, value) };
	return { services: { docker: async () => docker, remembered } as unknown as Services, started };
}

test("the best shell that there is", async () => {
	const { services, started } = make(["/bin/bash", "/bin/sh"]);
	await shell.run(services, "web");
	expect(started).toEqual([{ command: ["/bin/bash"], user: undefined, directory: undefined }]);
	expect(window.terminals).toEqual(["web"]);
});

test("as another user, elsewhere, by another shell; the next one is opened so, too, until it is chosen otherwise", async () => {
	const { services, started } = make(["/bin/bash", "/bin/sh"]);
	window.answers = ["me", "/data", "/bin/sh"];
	await shellAs.run(services, "web");
	expect(window.asked[0]).toEqual(["as the container: node", "root", "me", "Another user, also as UID or UID:GID…"]);
	expect(window.asked[1]).toEqual(["as the container: /app", "/", "/tmp", "/data", "Another directory…"]);
	await shell.run(services, "web");
	expect(started).toEqual(Array.from({ length: 2 }, () => ({ command: ["/bin/sh"], user: "me", directory: "/data" })));
	expect(window.terminals).toEqual(["web as me", "web as me"]);
	window.answers = ["as the container", "Another directory", "/srv", "bash"];
	await shellAs.run(services, "web");
	expect(started.at(-1)).toEqual({ command: ["/bin/bash"], directory: "/srv" });
});

test("who gives up at any question opens nothing, and nothing is remembered", async () => {
	const { services, started } = make(["/bin/bash", "/bin/sh"]);
	window.answers = ["me", "no such item"];
	await shellAs.run(services, "web");
	await shell.run(services, "web");
	expect(started).toEqual([{ command: ["/bin/bash"], user: undefined, directory: undefined }]);
});

test.each([
	["without a debug shell", [], ["Run a Program of It…", "Show Processes"]],
	["with one", ["hullwright.container.debugShell"], ["Open Debug Shell", "Run a Program of It…"]],
])("an image without a shell, %s: it is said what can be done", async (_name, more, wanted) => {
	const { services, started } = make([]);
	window.commands = ["hullwright.container.runCommand", "hullwright.container.processes", ...more];
	window.answers = [wanted[0] ?? ""];
	await shell.run(services, "web");
	expect(started).toEqual([]);
	expect(window.said[0]?.[0]).toMatch(/^There is no shell in web: its image \(web:1\) holds none\./);
	expect(window.said[0]?.slice(1)).toEqual(wanted);
	expect(window.run).toEqual([[more[0] ?? "hullwright.container.runCommand", "abcdef"]]);
});
