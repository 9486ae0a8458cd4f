import { expect, test } from "vitest";
import type { Container } from "../../src/docker/resources/container.ts";
import { kinds, type Model } from "../../src/docker/resources/index.ts";
import type { Volume } from "../../src/docker/resources/volume.ts";
import type { ExplorerKind, Node, Nodes } from "../../src/extension/explorer/kind.ts";
import { networksView } from "../../src/extension/explorer/kinds/network.ts";
import { volumesView } from "../../src/extension/explorer/kinds/volume.ts";
import { containerNamed } from "./containers.ts";

const none = Object.fromEntries(Object.keys(kinds).map((name) => [name, new Map()])) as unknown as Model;
const english = (message: string, ...args: (string | number)[]): string => message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));
const volume = (id: string, more: Partial<Volume> = {}): [string, Volume] => [id, { id, driver: "local", created: 1, isAnonymous: false, ...more }];
const container = (name: string, more: Partial<Container>): [string, Container] => [name, containerNamed(name, { image: "busybox", ...more })];
const outline = <Of extends Node>(view: ExplorerKind<Of>, model: Model, known: Nodes = new Map()): string[] =>
	view.arrange(model, known).flatMap((root) =>
		[root, ...view.children(root)].map((node) => {
			const { label, description, context } = view.look(node, english);
			return `${view.parent(node) ? "  " : ""}${label} | ${description} | ${context}`;
		}),
	);

test("volumes by name, below each who mounts it, those without a name last", () => {
	const mounts = (name: string, target: string, isReadOnly = false): Partial<Container> => ({ volumes: [{ name, target, isReadOnly }] });
	const model = {
		...none,
		volumes: new Map([volume("a".repeat(64), { isAnonymous: true }), volume("data10"), volume("data9", { driver: "nfs" })]),
		containers: new Map([
			container("db", mounts("data9", "/var/lib/data")),
			container("backup", { ...mounts("data9", "/in", true), state: "exited", exitCode: 0 }),
		]),
	};
	expect(outline(volumesView, model)).toEqual([
		"data9 | nfs · in use by 2 containers | volume used",
		"  backup | /in:ro · exited (0) | user",
		"  db | /var/lib/data · running | user",
		"data10 | not in use | volume unused",
		"aaaaaaaaaaaa | without a name · not in use | volume unused",
	]);
});

test("networks, and below each who is in it with what addresses", () => {
	const network = { id: "n", name: "shop", driver: "bridge", scope: "local", isInternal: false, subnets: [], created: 1 };
	const web = container("web", { networks: [{ name: "shop", addresses: ["172.18.0.2", "fd00::2"] }] });
	const model = { ...none, networks: new Map([["n", network]]), containers: new Map([web, container("other", {})]) };
	expect(outline(networksView, model)).toEqual(["shop | bridge · 1 container | network own used", "  web | 172.18.0.2, fd00::2 · running | user"]);
});

test("rows stay the same objects while what they stand for changes", () => {
	const known: Nodes = new Map();
	const model = (state: Container["state"]): Model => ({
		...none,
		volumes: new Map([volume("data")]),
		containers: new Map([container("db", { state, volumes: [{ name: "data", target: "/data", isReadOnly: false }] })]),
	});
	const [before] = volumesView.arrange(model("running"), known);
	const [user] = before ? volumesView.children(before) : [];
	const [after] = volumesView.arrange(model("paused"), known);
	expect(after).toBe(before);
	expect(after && volumesView.children(after)[0]).toBe(user);
});
