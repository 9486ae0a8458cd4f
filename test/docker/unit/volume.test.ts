import { expect, test } from "vitest";
import type { Api } from "../../../src/docker/connection/daemon.ts";
import { parseEvent } from "../../../src/docker/connection/events.ts";
import { volumes, type Volume } from "../../../src/docker/resources/volume.ts";

const list = (answer: object): Promise<readonly Volume[]> => volumes.list({ listVolumes: async () => answer } as unknown as Api, new AbortController().signal);

test.each<[string, object, Partial<Volume>]>([
	["one with a name", { Name: "shop_data", Driver: "local" }, { id: "shop_data", driver: "local", isAnonymous: false }],
	["one without", { Name: "f".repeat(64) }, { isAnonymous: true }],
	["one without, as newer engines say it", { Name: "cache", Labels: { "com.docker.volume.anonymous": "" } }, { isAnonymous: true }],
	["Compose's", { Name: "a", Labels: { "com.docker.compose.project": "shop" } }, { project: "shop" }],
	["time", { CreatedAt: "2026-11-25T21:00:00Z" }, { created: 1_795_640_400 }],
	["nothing at all", {}, { id: "", driver: "", created: 0 }],
])("lists %s", async (_name, answer, wanted) => expect(await list({ Volumes: [answer] })).toMatchObject([wanted]));

test("no volumes, as older engines say it", async () => expect(await list({ Volumes: null })).toEqual([]));

test.each([
	["create", { after: undefined, ask: "all" }],
	["destroy", { after: undefined }],
	["mount", undefined],
	["unmount", undefined],
])("%s", (action, wanted) => {
	const event = parseEvent(JSON.stringify({ Type: "volume", Action: action, Actor: { ID: "data", Attributes: { driver: "local" } } }));
	expect(event && volumes.reduce(undefined, event)).toEqual(wanted);
});
