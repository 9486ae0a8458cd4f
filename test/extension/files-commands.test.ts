import { beforeEach, expect, test, vi } from "vitest";
import type { Services } from "../../src/extension/commands/command.ts";

const user = vi.hoisted(() => ({ questions: [] as string[], answer: undefined as string | undefined, copied: "" }));
vi.mock("vscode", () => ({
	EventEmitter: class {},
	ThemeIcon: class {},
	TabInputText: class {},
	ProgressLocation: {},
	l10n: { t: (message: string, ...args: unknown[]) => message.replace(/\{(\d)\}/g, (_: string, index: string) => String(args[Number(index)])) },
	env: { clipboard: { writeText: async (text: string) => void (user.copied = text) } },
	window: {
		tabGroups: { all: [], close: async () => {} },
		withProgress: (_options: unknown, run: () => unknown) => run(),
		showWarningMessage: async (text: string, { detail }: { detail: string }) => {
			user.questions.push(`${text}\n${detail}`);
			return user.answer;
		},
	},
}));
const { commands } = await import("../../src/extension/commands/index.ts");

beforeEach(() => void Object.assign(user, { questions: [], answer: undefined, copied: "" }));

/** A row of a file or, with a slash at its end, a folder. */
const row = (path: string, of = "web", isReadOnly = false) => {
	const isFolder = path.endsWith("/");
	const uri = { scheme: "hullwright-container", authority: of, path: path.replace(/\/$/, "") };
	const entry = { name: uri.path.split("/").at(-1), kind: isFolder ? "folder" : "file", size: 1_000, mode: 0, modified: 0 };
	return { kind: "file", id: `${of}${path}`, uri, place: { of: "container", id: of }, of, parent: undefined, entry, isReadOnly };
};
const measures: Readonly<Record<string, object | undefined>> = {
	"/srv": { files: 12, bytes: 3_000, isPartial: false },
	"/one": { files: 1, bytes: 7, isPartial: false },
	"/empty": { files: 0, bytes: 0, isPartial: false },
	"/huge": { files: 16_000, bytes: 5_000_000, isPartial: true },
	"/slow": { files: 0, bytes: 0, isPartial: true },
};

async function run(command: string, rows: readonly ReturnType<typeof row>[]): Promise<readonly string[]> {
	const deleted: string[] = [];
	const measure = async (_place: unknown, path: string): Promise<unknown> => measures[path] ?? Promise.reject(new Error("it is not known"));
	const view = {
		selection: [],
		files: { delete: async ({ authority, path }: { authority: string; path: string }) => void deleted.push(`${authority}:${path}`) },
	};
	const services = { docker: async () => ({ files: { measure } }), files: { view: async () => view } } as unknown as Services;
	await commands.find(({ id }) => id === command)?.run(services, ...([rows[0], rows] as never[]));
	return deleted;
}

test("before a folder is deleted it is said how many files and bytes are in it, or more than how many", async () => {
	const rows = ["/srv/", "/one/", "/empty/", "/huge/", "/slow/", "/gone/", "/note.txt"].map((path) => row(path));
	expect(await run("hullwright.files.remove", rows)).toEqual([]);
	expect(user.questions[0]?.split("\n")).toEqual([
		"Delete 7 files and folders in web?",
		"• /srv, with 12 files in it (3.0 kB)",
		"• /one, with one file in it (7 B)",
		"• /empty, without a file in it",
		"• /huge, with more than 16000 files in it (5.0 MB and more)",
		"• /slow, with all that is in it",
		"• /gone, with all that is in it",
		"• /note.txt (1.0 kB)",
		"",
		"This cannot be undone.",
	]);
});

test("several are deleted, each once: what is in a folder goes with it, what is read-only stays; of two containers each says which", async () => {
	user.answer = "Delete";
	const rows = [row("/srv/"), row("/srv/a.txt"), row("/srv-2"), row("/srv/a.txt", "db"), row("/etc/hosts", "web", true)];
	expect(await run("hullwright.files.remove", rows)).toEqual(["web:/srv", "web:/srv-2", "db:/srv/a.txt"]);
	expect(user.questions[0]).toContain(
		"Delete 3 files and folders in web, db?\n• web: /srv, with 12 files in it (3.0 kB)\n• web: /srv-2 (1.0 kB)\n• db: /srv/a.txt (1.0 kB)",
	);
});

test("the paths of several are copied, one a line", async () => {
	await run("hullwright.files.copyPath", [row("/srv/"), row("/srv/a b.txt")]);
	expect(user.copied).toBe("/srv\n/srv/a b.txt");
});
