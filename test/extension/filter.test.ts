import { expect, test } from "vitest";
import type { Container } from "../../src/docker/resources/container.ts";
import { kinds, type Model } from "../../src/docker/resources/index.ts";
import { visibleOf } from "../../src/extension/explorer/filter.ts";
import type { ExplorerKind } from "../../src/extension/explorer/kind.ts";
import { containersView } from "../../src/extension/explorer/kinds/container.ts";
import { containerNamed } from "./containers.ts";

const english = (message: string, ...args: (string | number)[]): string => message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));
const container = (name: string, more: Partial<Container> = {}): Container => containerNamed(name, { id: `id-of-${name}`, image: "nginx:1.27", ...more });
const all = [
	container("shop-web-1", { project: "shop", details: { restarts: 3 } }),
	container("shop-db-1", { project: "shop", image: "postgres:17" }),
	container("alone", { state: "paused" }),
];
const model = {
	...(Object.fromEntries(Object.keys(kinds).map((name) => [name, new Map()])) as unknown as Model),
	containers: new Map(all.map((one) => [one.id, one])),
};
const found = (filter: string): string[] => {
	const kind = containersView as ExplorerKind;
	return [...visibleOf(kind, kind.arrange(model, new Map()), filter, english)].map((id) => id.replace("container:id-of-", ""));
};

test.each([
	["restarted 3", ["project:shop", "shop-web-1"]],
	["web", ["project:shop", "shop-web-1"]],
	["POSTGRES", ["project:shop", "shop-db-1"]],
	["shop", ["project:shop", "shop-web-1", "shop-db-1"]],
	["paused", ["alone"]],
	["id-of-alone", ["alone"]],
	["1 nginx", ["project:shop", "shop-web-1", "alone"]],
	["running redis", []],
	[" ", ["project:shop", "shop-web-1", "shop-db-1", "alone"]],
	[".*", []],
])("%j", (filter, rows) => expect(found(filter).toSorted()).toEqual(rows.toSorted()));
