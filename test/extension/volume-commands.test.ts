import { beforeEach, expect, test, vi } from "vitest";
import type { Docker } from "../../src/docker/docker.ts";
import type { Container } from "../../src/docker/resources/container.ts";
import { kinds } from "../../src/docker/resources/index.ts";
import type { Services } from "../../src/extension/commands/command.ts";

const user = vi.hoisted(() => ({ questions: [] as string[], answers: [] as (string | undefined)[], folder: undefined as string | undefined }));
vi.mock("vscode", () => ({
	EventEmitter: class {},
	ThemeIcon: class {},
	ProgressLocation: {},
	l10n: { t: (message: string, ...args: unknown[]) => message.replace(/\{(\d)\}/g, (_: string, index: string) => String(args[Number(index)])) },
	window: {
		withProgress: (_options: unknown, run: (progress: object, cancelled: object) => unknown) =>
			run({ report() {} }, { onCancellationRequested: () => ({ dispose() {} }) }),
		showOpenDialog: async () => user.folder && [{ scheme: "file", fsPath: user.folder }],
		showWarningMessage: async (text: string, { detail }: { detail: string }, ...buttons: string[]) => {
			user.questions.push(`${text}\n${detail}\n[${buttons.join("] [")}]`);
			return user.answers.shift();
		},
	},
}));
const { commands } = await import("../../src/extension/commands/index.ts");

beforeEach(() => void Object.assign(user, { questions: [], answers: [], folder: undefined }));

/** An engine with the volumes `data`, free, and `db`, which a container mounts. `fails` is what it does not do. */
async function remove(names: readonly string[], fails?: string): Promise<{ readonly done: readonly string[]; readonly error: unknown }> {
	const done: string[] = [];
	const act = (name: string) => async (volume: string, more: unknown) => {
		if (fails === name && more === false) throw Object.assign(new Error("driver is away"), { name: "DockerError", kind: "rejected", detail: "driver is away" });
		if (fails === name && name === "save") throw new Error("The disk is full.");
		done.push([name, volume, ...(typeof more === "string" || more === true ? [String(more)] : [])].join(" "));
	};
	const volume = (id: string) => [id, { id, driver: "local", created: 1, isAnonymous: false, size: 2_000_000 }] as const;
	const mounts = { volumes: [{ name: "db", target: "/data", isReadOnly: false }], networks: [], ports: [] };
	const container = { id: "c", name: "postgres", image: "postgres", imageId: "i", state: "running", ...mounts } as Container;
	const model = {
		...Object.fromEntries(Object.keys(kinds).map((name) => [name, new Map()])),
		volumes: new Map([volume("data"), volume("db"), volume("more")]),
		containers: new Map([["c", container]]),
	};
	const docker = {
		model,
		settled: async () => {},
		connection: { use: async (run: () => unknown) => run() },
		volumes: { remove: act("remove"), save: act("save"), measure: async () => {} },
	} as unknown as Docker;
	const services = { docker: async () => docker, log: { info() {} } } as unknown as Services;
	const command = commands.find(({ id }) => id === "hullwright.volume.remove");
	const rows = names.map((id) => ({ kind: "volume", id: `volume:${id}` }));
	const error = await command?.run(services, ...([rows[0], rows] as never[])).then(
		() => undefined,
		(reason: unknown) => reason,
	);
	return { done, error };
}

test("what goes is named with its bytes, who uses the rest as well, and a way out is offered", async () => {
	user.answers = ["Remove"];
	expect(await remove(["data", "db", "more"])).toEqual({ done: ["remove data", "remove more"], error: undefined });
	expect(user.questions).toHaveLength(1);
	expect(user.questions[0]).toMatch(/^Remove 2 volumes\?\n• data \(2\.0 MB\)\n• more \(2\.0 MB\)\n/);
	expect(user.questions[0]).toContain("db is not removed: it is in use by postgres. Remove the containers first.");
	expect(user.questions[0]).toMatch(/\[Remove\] \[Save to a File First…\]$/);
});

test("nothing is asked where all are in use", async () => {
	const { done, error } = await remove(["db"]);
	expect(done).toEqual([]);
	expect(String(error)).toContain("it is in use by postgres");
	expect(user.questions).toEqual([]);
});

test("saved first, each into a file of its own, they go", async () => {
	Object.assign(user, { answers: ["Save to a File First…"], folder: "/backup" });
	const { done } = await remove(["data", "more"]);
	expect(done).toEqual(["save data /backup/data.tar.gz", "save more /backup/more.tar.gz", "remove data", "remove more"]);
});

test("without a folder, or where the save fails, all stay", async () => {
	user.answers = ["Save to a File First…"];
	expect(await remove(["data"])).toEqual({ done: [], error: undefined });
	Object.assign(user, { answers: ["Save to a File First…"], folder: "/backup" });
	const { done, error } = await remove(["data"], "save");
	expect(done).toEqual([]);
	expect(String(error)).toContain("The disk is full.");
});

test("force is offered where the engine could not do it, and nowhere else", async () => {
	user.answers = ["Remove", "Remove by Force"];
	expect((await remove(["data"], "remove")).done).toEqual(["remove data true"]);
	user.answers = ["Remove", undefined];
	expect((await remove(["data"], "remove")).done).toEqual([]);
});
