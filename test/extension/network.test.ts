import { expect, test } from "vitest";
import { kinds, type Model } from "../../src/docker/resources/index.ts";
import type { Network } from "../../src/docker/resources/network.ts";
import { networksView } from "../../src/extension/explorer/kinds/network.ts";

const network = (name: string, more: Partial<Network> = {}): Network => ({
	id: name,
	name,
	driver: "bridge",
	scope: "local",
	isInternal: false,
	subnets: [],
	created: 1,
	...more,
});
const rows = (...listed: readonly Network[]): string[] => {
	const none = Object.fromEntries(Object.keys(kinds).map((name) => [name, new Map()])) as unknown as Model;
	return networksView.arrange({ ...none, networks: new Map(listed.map((one) => [one.id, one])) }, new Map()).map((node) => {
		const { label, description, context } = networksView.look(node, (text) => text);
		return `${label} | ${description} | ${context}`;
	});
};

test("a plain list by name, the engine's own networks last", () => {
	expect(
		rows(
			network("bridge", { subnets: ["172.17.0.0/16"] }),
			network("host", { driver: "host" }),
			network("none", { driver: "null" }),
			network("shop_10"),
			network("shop_9", { isInternal: true, subnets: ["172.18.0.0/16"] }),
		),
	).toEqual([
		"shop_9 | bridge · 172.18.0.0/16 · internal | network own unused",
		"shop_10 | bridge | network own unused",
		"bridge | 172.17.0.0/16 | network predefined unused",
		"host |  | network predefined unused fixed",
		"none |  | network predefined unused",
	]);
});
