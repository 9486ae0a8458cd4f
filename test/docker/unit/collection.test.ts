import { afterEach, expect, test, vi } from "vitest";
import type { Api } from "../../../src/docker/connection/daemon.ts";
import { parseEvent } from "../../../src/docker/connection/events.ts";
import { Collection } from "../../../src/docker/resources/collection.ts";
import type { Kind } from "../../../src/docker/resources/kind.ts";

/** A kind as small as can be. */
type Ship = { readonly id: string; readonly name: string; readonly state: string; readonly captain?: string };
const web: Ship = { id: "w1", name: "web", state: "running" };

const ships: Kind<Ship> = {
	events: ["container"],
	// What the daemon answers is what it is given for an API.
	list: async (api) => (api as unknown as () => Promise<readonly Ship[]>)(),
	reduce(before, { action, id }) {
		if (action === "destroy") return { after: undefined };
		if (action === "sink") return { after: { ...(before ?? { id, name: id }), state: "sunk" }, allows: ["running"] };
		if (action === "prune") return { after: before, ask: "all" };
		return { after: { ...(before ?? { id, name: id }), state: action }, ask: "row" };
	},
	facts: ({ state }) => [state],
};

afterEach(() => {
	vi.useRealTimers();
});

function make(): { ships: Collection<Ship>; changes: (readonly string[])[] } {
	const changes: (readonly string[])[] = [];
	return { ships: new Collection(ships, (ids) => changes.push([...ids])), changes };
}

const list = (of: Collection<Ship>, answer: readonly Ship[] | Promise<readonly Ship[]>, ids?: readonly string[], signal = new AbortController().signal) =>
	of.list((async () => answer) as unknown as Api, signal, ids && new Set(ids));

function apply(to: Collection<Ship>, action: string, id = "w1", type = "container"): unknown {
	const event = parseEvent(JSON.stringify({ Type: type, Action: action, Actor: { ID: id } }));
	if (!event) throw new Error("no event");
	return to.apply(event)?.ask;
}

test("tells which rows changed, and nothing where none did", async () => {
	const { ships: fleet, changes } = make();
	await list(fleet, [web]);
	await list(fleet, [{ ...web }]);
	await list(fleet, []);
	expect(changes).toEqual([["w1"], ["w1"]]);
	expect(fleet.rows.size).toBe(0);
});

test("events of other types are others' business", async () => {
	const { ships: fleet, changes } = make();
	expect(apply(fleet, "exited", "w1", "image")).toBeUndefined();
	expect(changes).toEqual([]);
});

test("says what the daemon is to be asked for", async () => {
	const { ships: fleet } = make();
	expect([apply(fleet, "running"), apply(fleet, "prune"), apply(fleet, "destroy")]).toEqual(["row", "all", undefined]);
});

test("a list that was asked for before an event does not undo it", async () => {
	const { ships: fleet } = make();
	await list(fleet, [web]);
	let answer = (_ships: readonly Ship[]): void => {};
	const listing = list(fleet, new Promise((resolve) => (answer = resolve)));
	apply(fleet, "paused");
	apply(fleet, "created", "n1");
	answer([web, { ...web, id: "x1" }]);
	await listing;
	expect(fleet.rows.get("w1")?.state).toBe("paused");
	expect([...fleet.rows.keys()].sort()).toEqual(["n1", "w1", "x1"]);
});

test("a list that was asked for after an event, by a daemon that has not written it down yet, does not undo it either", async () => {
	vi.useFakeTimers();
	const { ships: fleet } = make();
	await list(fleet, [web]);
	apply(fleet, "exited");
	expect(await list(fleet, [web], ["w1"]), "to be asked for again").toEqual(new Set(["w1"]));
	expect(fleet.rows.get("w1")?.state).toBe("exited");
	expect(await list(fleet, [{ ...web, state: "restarting" }], ["w1"]), "what no event has ended is news").toEqual(new Set());
	expect(fleet.rows.get("w1")?.state).toBe("restarting");
	apply(fleet, "destroy");
	expect(await list(fleet, [web])).toEqual(new Set(["w1"]));
	expect(fleet.rows.size).toBe(0);
	vi.advanceTimersByTime(2_100);
	expect(await list(fleet, [web]), "in the end the daemon is right").toEqual(new Set());
	expect(fleet.rows.size).toBe(1);
});

test("a list of some leaves the others alone", async () => {
	const { ships: fleet } = make();
	await list(fleet, [web, { ...web, id: "w2" }]);
	await list(fleet, [], ["w2"]);
	expect([...fleet.rows.keys()]).toEqual(["w1"]);
});

test("an answer that comes after the connection was dropped does not count", async () => {
	const { ships: fleet } = make();
	const dropped = new AbortController();
	let answer = (_ships: readonly Ship[]): void => {};
	const listing = list(fleet, new Promise((resolve) => (answer = resolve)), undefined, dropped.signal);
	dropped.abort();
	answer([web]);
	await expect(listing).rejects.toThrow();
	expect(fleet.rows.size).toBe(0);
});

test("what is noted stays in the row until it is taken back, whatever events and lists say", async () => {
	const { ships: fleet } = make();
	await list(fleet, [web]);
	fleet.note("w1", { captain: "Someone" });
	apply(fleet, "exited");
	await list(fleet, [{ ...web, state: "restarting" }]);
	expect(fleet.rows.get("w1")).toMatchObject({ state: "restarting", captain: "Someone" });
	apply(fleet, "running");
	fleet.note("w1", undefined);
	expect(fleet.rows.get("w1")).toEqual(web);
});

test("what a list of all leaves open is asked for by its id, of so many rows at most; what was known stays until then", async () => {
	const open: Kind<Ship> = {
		...ships,
		isOpen: ({ state }) => state === "sunk",
		keep: (before, listed) => (before.state === listed.state && before.captain ? { ...listed, captain: before.captain } : listed),
	};
	const fleet = new Collection(open, () => {});
	expect(await list(fleet, [web, { ...web, id: "w2", state: "sunk" }])).toEqual(new Set(["w2"]));
	expect(await list(fleet, [{ ...web, id: "w2", state: "sunk", captain: "Someone" }], ["w2"])).toEqual(new Set());
	expect(await list(fleet, [{ ...web, id: "w2", state: "sunk" }])).toEqual(new Set(["w2"]));
	expect(fleet.rows.get("w2")?.captain).toBe("Someone");
	await list(fleet, [{ ...web, id: "w2" }]);
	expect(fleet.rows.get("w2")).not.toHaveProperty("captain");
	expect(
		(
			await list(
				fleet,
				Array.from({ length: 500 }, (_, index) => ({ ...web, id: `s${index}`, state: "sunk" })),
			)
		).size,
	).toBeLessThanOrEqual(50);
});

test("an event may be about another row than its own", async () => {
	const fleet = new Collection({ ...ships, subject: ({ attributes }) => attributes["ship"] }, () => {});
	const event = parseEvent('{"Type":"container","Action":"sunk","Actor":{"ID":"harbour","Attributes":{"ship":"w1"}}}');
	expect(event && fleet.apply(event)).toMatchObject({ id: "w1", ask: "row" });
	expect([...fleet.rows.keys()]).toEqual(["w1"]);
	const ofNone = parseEvent('{"Type":"container","Action":"sunk","Actor":{"ID":"harbour"}}');
	expect(ofNone && fleet.apply(ofNone)).toBeUndefined();
});

test("for another daemon nothing stays", async () => {
	const { ships: fleet, changes } = make();
	await list(fleet, [web]);
	fleet.note("w1", { captain: "Someone" });
	fleet.clear();
	expect(changes.at(-1)).toEqual(["w1"]);
	await list(fleet, [web]);
	expect(fleet.rows.get("w1")).toEqual(web);
});

test("what an event allows, a list may tell at once, although it was past", async () => {
	const { ships: fleet } = make();
	await list(fleet, [web]);
	apply(fleet, "resting");
	apply(fleet, "sink");
	expect(await list(fleet, [web], ["w1"])).toEqual(new Set());
	expect(fleet.rows.get("w1")?.state).toBe("running");
});
