import { expect, test, vi } from "vitest";
import type { Container } from "../../src/docker/resources/container.ts";
import { kinds, type Model } from "../../src/docker/resources/index.ts";
import type { Services } from "../../src/extension/commands/command.ts";
import type { Arrangement, ExplorerKind } from "../../src/extension/explorer/kind.ts";
import { containersView } from "../../src/extension/explorer/kinds/container.ts";
import { imagesView } from "../../src/extension/explorer/kinds/image.ts";
import { networksView } from "../../src/extension/explorer/kinds/network.ts";
import { volumesView } from "../../src/extension/explorer/kinds/volume.ts";
import { containerNamed } from "./containers.ts";

const user = vi.hoisted(() => ({ executed: [] as string[], told: [] as string[] }));
vi.mock("vscode", () => ({
	EventEmitter: class {},
	ThemeIcon: class {},
	ProgressLocation: {},
	l10n: { t: (message: string, ...args: unknown[]) => message.replace(/\{(\d)\}/g, (_: string, index: string) => String(args[Number(index)])) },
	commands: { executeCommand: async (id: string) => void user.executed.push(id) },
	window: { showInformationMessage: async (text: string) => void user.told.push(text) },
}));
const { commands } = await import("../../src/extension/commands/index.ts");

async function show(clicked: object, before: Arrangement = {}, there: readonly string[] = []): Promise<unknown> {
	Object.assign(user, { executed: [], told: [] });
	const shown = { arrangement: before, revealed: undefined as unknown };
	const explorer = {
		get arrangement() {
			return shown.arrangement;
		},
		setArrangement: (next: Arrangement) => void (shown.arrangement = next),
		reveal: async (ids: readonly string[]) => {
			shown.revealed = ids;
			return ids.some((id) => there.includes(id));
		},
	};
	const services = { explorer: () => ({ explorer: async () => explorer }) } as unknown as Services;
	await commands.find(({ id }) => id === "hullwright.disk.show")?.run(services, clicked as never);
	return shown;
}

test("a class leads to its view with what nothing needs, whatever was left out there before", async () => {
	const before = { filter: "nginx", order: "size", hidesUntagged: true };
	expect(await show({ kind: "disk", of: "images" }, before)).toEqual({
		arrangement: { filter: "", order: "size", scope: "unused", hidesUntagged: false },
		revealed: undefined,
	});
	expect(user.executed).toEqual(["hullwright.images.focus"]);
	expect(await show({ kind: "disk", of: "containers" })).toMatchObject({ arrangement: { scope: "stopped" } });
	expect(user.executed).toEqual(["hullwright.containers.focus"]);
});

test("what belongs to one leads to its row, and the view is left as it is where nothing hides it", async () => {
	const of = (more: object) => ({ kind: "disk-item", of: "images", item: { id: "sha256:1", name: "a", size: 1, isUsed: true, ...more } });
	const before = { order: "size", grouping: "repository" };
	expect(await show(of({ tags: ["a:1", "b:2"] }), before, ["image:b:2"])).toEqual({ arrangement: before, revealed: ["image:a:1", "image:b:2"] });
	expect(await show(of({ tags: [] }), { filter: "x" }, ["image:sha256:1"])).toEqual({
		arrangement: { filter: "", hidesUntagged: false },
		revealed: ["image:sha256:1"],
	});
	expect(user.told).toEqual([]);
	await show({ kind: "disk-item", of: "volumes", item: { id: "data", name: "data", size: 1, isUsed: false } });
	expect(user.told).toEqual(["data is not there any more."]);
});

const db: Container = containerNamed("db", {
	imageId: "pg",
	image: "postgres:17",
	volumes: [{ name: "data", target: "/d", isReadOnly: false }],
	networks: [{ name: "back", addresses: [] }],
});
const byId = <Of extends { id: string }>(all: readonly Of[]): Map<string, Of> => new Map(all.map((one) => [one.id, one]));
const model = {
	...(Object.fromEntries(Object.keys(kinds).map((name) => [name, new Map()])) as unknown as Model),
	images: byId([
		{ id: "pg", tags: ["postgres:17"], size: 1, created: 1 },
		{ id: "a", tags: ["app:1"], size: 1, created: 1 },
	]),
	volumes: byId(["data", "old"].map((id) => ({ id, driver: "local", created: 1, isAnonymous: false }))),
	networks: byId(["back", "front"].map((name) => ({ id: name, name, driver: "bridge", scope: "local", isInternal: false, subnets: [], created: 1 }))),
	containers: byId([db, containerNamed("job", { state: "exited", exitCode: 0, project: "shop" }), containerNamed("web", { project: "shop" })]),
};
test.each<[string, ExplorerKind<never>, string, readonly string[]]>([
	["images", imagesView as never, "unused", ["app:1"]],
	["volumes", volumesView as never, "unused", ["old"]],
	["networks", networksView as never, "unused", ["front"]],
	["containers", containersView as never, "stopped", ["shop", "job"]],
])("only what nothing needs: %s", (_name, kind, scope, rows) => {
	const view = kind as ExplorerKind;
	const own = { folders: [], projects: [{ name: "idle", services: [{ name: "queue", at: {} as never, profiles: [] }] }] };
	const roots = view.arrange(model, new Map(), { scope, own });
	expect(roots.flatMap((root) => [root, ...view.children(root)]).map((node) => view.identity(node).name)).toEqual(rows);
	expect(view.scopes?.slice(1).some(({ id }) => id === scope)).toBe(true);
});
