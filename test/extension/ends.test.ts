import { expect, test, vi } from "vitest";
import type { End } from "../../src/docker/actions/ends.ts";
import { kinds, type Model } from "../../src/docker/resources/index.ts";
import { rememberEnds } from "../../src/extension/ends.ts";
import type { Nodes } from "../../src/extension/explorer/kind.ts";
import { containersView } from "../../src/extension/explorer/kinds/container.ts";
import { endText } from "../../src/extension/pages/end.ts";

vi.mock("vscode", () => ({
	EventEmitter: class {
		event = (): void => {};
		fire(): void {}
		dispose(): void {}
	},
}));

const english = (message: string, ...args: (string | number)[]): string => message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));
const end = (id: string, more: Partial<End> = {}): End => ({
	id,
	name: `web-${id}`,
	image: "nginx:1.29",
	exitCode: 3,
	isOutOfMemory: false,
	endedAt: Date.UTC(2026, 1, 1),
	output: "up\nno such file\n",
	isCut: false,
	inspected: { Config: { Image: "nginx:1.29" } },
	...more,
});
const none = Object.fromEntries(Object.keys(kinds).map((name) => [name, new Map()])) as unknown as Model;

test("the last ten are kept, the newest first, over a restart, until they are forgotten", async () => {
	let kept: unknown;
	const memory = { get: () => kept, update: (_key: string, value: unknown) => Promise.resolve(void (kept = value)), keys: () => [] };
	const ends = rememberEnds(memory as unknown as Parameters<typeof rememberEnds>[0]);
	for (let index = 0; index < 12; index++) await ends.keep(end(String(index)));
	await ends.forget(new Set(["10"]));
	const again = rememberEnds(memory as unknown as Parameters<typeof rememberEnds>[0]);
	expect(again.current.map(({ id }) => id)).toEqual(["11", "9", "8", "7", "6", "5", "4", "3", "2"]);
});

test("each has a row after those of containers, which stays the same one, red where it has failed", () => {
	const known: Nodes = new Map();
	const ends = [end("a"), end("b", { exitCode: 0 }), end("c", { exitCode: undefined }), end("d", { exitCode: 137, isOutOfMemory: true })];
	const rows = containersView.arrange(none, known, { own: { folders: [], projects: [], ends } });
	expect(rows.map((row) => containersView.look(row, english)).map(({ label, description, colour, context }) => [label, description, colour, context])).toEqual([
		["web-a", "removed itself, exit code 3 · nginx:1.29", "failed", "ended"],
		["web-b", "removed itself, exit code 0 · nginx:1.29", "stopped", "ended"],
		["web-c", "removed itself, exit code unknown · nginx:1.29", "stopped", "ended"],
		["web-d", "removed itself, exit code 137, out of memory · nginx:1.29", "failed", "ended"],
	]);
	expect(containersView.arrange(none, known, { own: { folders: [], projects: [], ends } })[0]).toBe(rows[0]);
});

test("its page has what it said last, how it ended, and how the engine described it", () => {
	const lines = endText(end("a", { isCut: true }), english).split("\n");
	expect(lines.slice(0, 4)).toEqual(["web-a removed itself when it ended (--rm). This is what is left of it.", "", "State: exit code 3", "Image: nginx:1.29"]);
	expect(lines.slice(6)).toEqual(
		expect.arrayContaining([
			"── The last of its output ──",
			"up",
			"no such file",
			"── As the engine described it while it ran ──",
			'    "Image": "nginx:1.29"',
		]) as unknown,
	);
});
