import { expect, test } from "vitest";
import type { Api } from "../../../src/docker/connection/daemon.ts";
import { parseEvent } from "../../../src/docker/connection/events.ts";
import { networks, type Network } from "../../../src/docker/resources/network.ts";

const list = async (answer: object): Promise<Network | undefined> =>
	(await networks.list({ listNetworks: async () => [answer] } as unknown as Api, new AbortController().signal))[0];

test.each<[string, object, Partial<Network>]>([
	["a bridge", { Id: "n1", Name: "shop_default", Driver: "bridge", Scope: "local" }, { id: "n1", name: "shop_default", driver: "bridge", isInternal: false }],
	["subnets", { IPAM: { Config: [{ Subnet: "172.18.0.0/16" }, {}, { Subnet: "fd00::/64" }] } }, { subnets: ["172.18.0.0/16", "fd00::/64"] }],
	["no address management", { IPAM: { Config: null } }, { subnets: [] }],
	["Compose's", { Labels: { "com.docker.compose.project": "shop" } }, { project: "shop" }],
	["time", { Created: "2026-11-25T21:00:00.123456789Z" }, { created: 1_795_640_400 }],
	["a configuration of others", { Scope: "local", ConfigOnly: true }, { isClosed: true }],
	["one for services", { Scope: "swarm", Attachable: false }, { isClosed: true }],
	["text that would turn the line around", { Name: "a\u202eb" }, { name: "ab" }],
	["nothing at all", {}, { id: "", name: "", created: 0, subnets: [] }],
])("lists %s", async (_name, answer, wanted) => expect(await list(answer)).toMatchObject(wanted));

test.each([
	["create", { after: undefined, ask: "row" }],
	["destroy", { after: undefined }],
	["connect", undefined],
	["disconnect", undefined],
])("%s", (action, wanted) => {
	const event = parseEvent(JSON.stringify({ Type: "network", Action: action, Actor: { ID: "n1", Attributes: { name: "web" } } }));
	expect(event && networks.reduce(undefined, event)).toEqual(wanted);
});
