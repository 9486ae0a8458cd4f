import { beforeEach, expect, test, vi } from "vitest";

type Options = { readonly cwd: string; readonly env: Readonly<Record<string, string>> };
type Execution = { readonly command: string; readonly args: readonly string[]; readonly options: Options };
type Started = Options & { readonly title: string; readonly command: string; readonly args: readonly string[] };

const fake = vi.hoisted(() => ({
	isTrusted: true,
	settings: {} as Record<string, string>,
	chosen: undefined as string | undefined,
	offered: [] as string[],
	started: [] as Started[],
	exitCodes: [] as number[],
	listeners: [] as ((event: { execution: unknown; exitCode: number }) => void)[],
}));

vi.mock("vscode", () => {
	const show = async (_message: string, ...buttons: string[]) => {
		fake.offered = buttons;
		return fake.chosen;
	};
	return {
		l10n: { t: String },
		window: { showInformationMessage: show, showWarningMessage: show },
		workspace: {
			get isTrusted() {
				return fake.isTrusted;
			},
			getConfiguration: () => ({ get: (name: string) => fake.settings[name] }),
		},
		TaskScope: { Workspace: 2 },
		// Called with `new`, which gives what they return.
		ProcessExecution: function (command: string, args: string[], options: Options) {
			return { command, args, options };
		},
		Task: function (_definition: unknown, _scope: unknown, name: string, _source: string, execution: Execution) {
			return { name, execution };
		},
		tasks: {
			async executeTask({
				name,
				execution: { command, args, options },
			}: {
				name: string;
				execution: { command: string; args: string[]; options: { cwd: string; env: Record<string, string> } };
			}) {
				fake.started.push({ title: name, command, args, ...options });
				const execution = {};
				const exitCode = fake.exitCodes.shift() ?? 0;
				setImmediate(() => fake.listeners.forEach((listener) => listener({ execution, exitCode })));
				return execution;
			},
			onDidEndTaskProcess(listener: (event: { execution: unknown; exitCode: number }) => void) {
				fake.listeners.push(listener);
				return { dispose: () => fake.listeners.splice(fake.listeners.indexOf(listener), 1) };
			},
		},
	};
});

const { tell } = await import("../../src/extension/scaffold/afterwards.ts");
type Result = Exclude<Parameters<typeof tell>[2], undefined>;

beforeEach(() => Object.assign(fake, { isTrusted: true, settings: {}, chosen: undefined, offered: [], started: [], exitCodes: [] }));

test("Build builds, without a shell, under the folder's name", async () => {
	fake.chosen = "Build";
	await tell("Written.", false, result("/projects/My Shop & Co"));
	expect(fake.started).toEqual([
		{ title: "Build: My Shop & Co", command: "docker", args: ["build", "--tag", "my-shop-co", "."], cwd: "/projects/My Shop & Co", env: {} },
	]);
});

test("Run starts what compose.yaml says", async () => {
	fake.chosen = "Run";
	await tell("Written.", false, result("/projects/shop"));
	expect(fake.started.map(({ args }) => args)).toEqual([["compose", "up", "--build"]]);
});

test("without compose.yaml it builds first, and runs what was built on this machine only", async () => {
	fake.chosen = "Run";
	await tell("Written.", false, { ...result("/projects/shop"), hasCompose: false });
	expect(fake.started.map(({ args }) => args)).toEqual([
		["build", "--tag", "shop", "."],
		["run", "--init", "--publish", "127.0.0.1:8000:8000", "shop"],
	]);
});

test("what could not be built is not run", async () => {
	fake.chosen = "Run";
	fake.exitCodes = [1];
	await tell("Written.", false, { ...result("/projects/shop"), hasCompose: false, port: "" });
	expect(fake.started).toHaveLength(1);
});

test.each([
	[{ host: "ssh://me@server" }, { DOCKER_HOST: "ssh://me@server" }],
	[{ context: "far" }, { DOCKER_CONTEXT: "far" }],
	[{ host: "tcp://a:2375", context: "far" }, { DOCKER_HOST: "tcp://a:2375" }],
])("it goes to the engine that the explorer shows: %j", async (settings, env) => {
	fake.chosen = "Build";
	fake.settings = settings;
	await tell("Written.", false, result("/projects/shop"));
	expect(fake.started[0]?.env).toEqual(env);
});

test("nothing is offered where it cannot or may not run", async () => {
	await tell("Written.", false, result("/projects/shop"));
	expect(fake.offered).toEqual(["Build", "Run"]);
	await tell("Written.", true, result("/projects/shop", "vscode-vfs"));
	expect(fake.offered).toEqual([]);
	await tell("Written.", true, undefined);
	expect(fake.offered).toEqual([]);
	fake.isTrusted = false;
	await tell("Written.", false, result("/projects/shop"));
	expect(fake.offered).toEqual([]);
	expect(fake.started).toEqual([]);
});

function result(path: string, scheme = "file"): Result {
	return { folder: { scheme, path, fsPath: path } as Result["folder"], port: "8000", hasCompose: true };
}
