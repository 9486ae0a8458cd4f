import { expect, test } from "vitest";
import type { Container } from "../../src/docker/resources/container.ts";
import { kinds, type Model } from "../../src/docker/resources/index.ts";
import { visibleOf } from "../../src/extension/explorer/filter.ts";
import type { ExplorerKind, Node, Nodes } from "../../src/extension/explorer/kind.ts";
import { membersOf } from "../../src/extension/explorer/kinds/gathering.ts";
import { imagesView } from "../../src/extension/explorer/kinds/image.ts";
import { networksView } from "../../src/extension/explorer/kinds/network.ts";
import { volumesView } from "../../src/extension/explorer/kinds/volume.ts";
import { containerNamed } from "./containers.ts";

const english = (message: string, ...args: (string | number)[]): string => message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));
const image = (id: string, size: number, ...tags: string[]) => ({ id, tags, size: size * 1e6, created: size });
const volume = (id: string, project = "", created = 1) => ({ id, driver: "local", created, isAnonymous: false, ...(project && { project }) });
const network = (name: string, project = "", created = 1) => ({
	...{ id: name, name, driver: "bridge", scope: "local", isInternal: false, subnets: [], created },
	...(project && { project }),
});
const byId = <Of extends { id: string }>(all: readonly Of[]): Map<string, Of> => new Map(all.map((one) => [one.id, one]));
const db: Container = containerNamed("db", {
	imageId: "pg17",
	image: "postgres:17",
	volumes: [{ name: "shop_data", target: "/data", isReadOnly: false }],
	networks: [{ name: "shop_back", addresses: [] }],
});
const model = {
	...(Object.fromEntries(Object.keys(kinds).map((name) => [name, new Map()])) as unknown as Model),
	images: byId([image("pg17", 9, "postgres:17"), image("pg16", 3, "postgres:16"), image("a", 5, "localhost:5000/app:1", "app:1"), image("none", 1)]),
	volumes: byId([volume("shop_data", "shop", 3), volume("shop_cache", "shop", 1), volume("blog_db", "blog", 2), volume("mine", "", 4)]),
	networks: byId([network("shop_back", "shop", 1), network("blog_default", "blog", 2), network("bridge", "", 9), network("mine", "", 3)]),
	containers: byId([db]),
};
const draw = (kind: ExplorerKind<never>, wanted: object = {}, known: Nodes = new Map()): string[] => {
	const view = kind as ExplorerKind;
	const lines = (nodes: readonly Node[], level: number): string[] =>
		nodes.flatMap((node) => [`${"  ".repeat(level)}${view.look(node, english).label}`, ...lines(view.children(node), level + 1)]);
	return lines(view.arrange(model, known, wanted), 0);
};

test("images by repository, each with its tags below; those without a tag last; groups by what their rows are sorted by", () => {
	const wanted = { grouping: "repository" };
	expect(draw(imagesView as never, wanted)).toEqual(["app", "  1", "localhost:5000/app", "  1", "postgres", "  16", "  17", "Untagged", "  none"]);
	expect(draw(imagesView as never, { ...wanted, order: "size" }).filter((line) => !line.startsWith(" "))).toEqual([
		"postgres",
		"app",
		"localhost:5000/app",
		"Untagged",
	]);
	const [, , group] = imagesView.arrange(model, new Map(), wanted);
	const [first] = group ? imagesView.children(group) : [];
	expect(group && imagesView.look(group, english)).toMatchObject({ description: "2 items · 1 in use", spoken: "postgres, 2 items, 1 in use" });
	expect(first && imagesView.look(first, english)).toMatchObject({ label: "16", spoken: "postgres:16, 3.0 MB" });
	expect(first && imagesView.identity(first).name).toBe("postgres:16");
	expect(first && imagesView.parent(first)).toBe(group);
	expect([group, first].map((node) => node && imagesView.startsCollapsed?.(node))).toEqual([true, false]);
	expect(group && membersOf(group)).toHaveLength(2);
});

test("rows are the same objects when they are gathered and when they are not", () => {
	const known: Nodes = new Map();
	const flat = imagesView.arrange(model, known);
	const grouped = imagesView.arrange(model, known, { grouping: "repository" });
	expect(grouped.flatMap(imagesView.children).every((node) => flat.includes(node))).toBe(true);
	expect(imagesView.arrange(model, known, { grouping: "repository" })).toEqual(grouped);
	expect(imagesView.arrange(model, known).map((node) => imagesView.parent(node))).toEqual(flat.map(() => undefined));
	expect([...known.keys()].filter((id) => id.startsWith("gathering:"))).toEqual([]);
});

test.each([
	["name", ["blog_db", "mine", "shop_cache", "shop_data"]],
	["used", ["shop_data", "blog_db", "mine", "shop_cache"]],
	["unused", ["blog_db", "mine", "shop_cache", "shop_data"]],
	["newest", ["mine", "shop_data", "blog_db", "shop_cache"]],
])("volumes sorted: %s", (order, rows) => expect(draw(volumesView as never, { order }).filter((line) => !line.startsWith(" "))).toEqual(rows));

test.each([
	["name", ["blog_default", "mine", "shop_back", "bridge"]],
	["used", ["shop_back", "blog_default", "mine", "bridge"]],
	["unused", ["blog_default", "mine", "shop_back", "bridge"]],
	["newest", ["mine", "blog_default", "shop_back", "bridge"]],
])("networks sorted, the engine's own last: %s", (order, rows) =>
	expect(draw(networksView as never, { order }).filter((line) => !line.startsWith(" "))).toEqual(rows),
);

test("volumes and networks by project, with their users two levels down", () => {
	const wanted = { grouping: "project" };
	expect(draw(volumesView as never, wanted)).toEqual(["blog", "  blog_db", "shop", "  shop_cache", "  shop_data", "    db", "Without a Project", "  mine"]);
	expect(draw(networksView as never, wanted)).toEqual(["blog", "  blog_default", "shop", "  shop_back", "    db", "Without a Project", "  mine", "  bridge"]);
});

test("a filter finds what is two levels down, and leaves what is above it", () => {
	const found = (filter: string): string[] => {
		const view = volumesView as ExplorerKind;
		return [...visibleOf(view, view.arrange(model, new Map(), { grouping: "project" }), filter, english)].toSorted();
	};
	expect(found("running")).toEqual(["gathering:shop", "volume:shop_data", "volume:shop_data/db"].map((id) => id.replace("/db", `/${db.id}`)));
	expect(found("blog")).toEqual(["gathering:blog", "volume:blog_db"]);
	expect(found("cache")).toEqual(["gathering:shop", "volume:shop_cache"]);
});
