import { afterAll, beforeAll, expect, test } from "vitest";
import { client, find, make, outside, run, until } from "./own-engine.ts";

const docker = client();
let release = (): void => {};
const name = `hullwright-test-net-${process.pid}`;

beforeAll(async () => {
	release = docker.connection.hold();
	await docker.settled("networks");
});
afterAll(() => release());

test("a network is made as it was wanted, containers join and leave it, and it goes", async () => {
	expect(await docker.networks.drivers()).toEqual(expect.arrayContaining(["bridge", "macvlan"]));
	await docker.networks.create({ name, driver: "bridge", subnet: "10.213.7.0/24", isInternal: true, isAttachable: true });
	const row = () => [...docker.model.networks.values()].find((network) => network.name === name);
	await until(docker, () => row() !== undefined);
	expect(row()).toMatchObject({ driver: "bridge", isInternal: true, subnets: ["10.213.7.0/24"] });
	const { id = "" } = row() ?? {};
	expect(await docker.networks.inspect(id)).toMatchObject({ Name: name, Attachable: true });

	const running = await run("member", "sleep 60");
	const stopped = await make("sleeper", "true");
	const networksOf = (of: string): readonly string[] => (find(docker, of)?.networks ?? []).map((network) => network.name);
	for (const container of [running, stopped]) {
		await until(docker, () => find(docker, container.id) !== undefined);
		await docker.networks.connect(id, container.id);
		await until(docker, () => networksOf(container.id).includes(name));
	}
	expect(find(docker, running.id)?.networks.find((network) => network.name === name)?.addresses[0]).toMatch(/^10\.213\.7\./);
	await expect(docker.networks.remove(id)).rejects.toMatchObject({ detail: expect.stringMatching(/active endpoints|in use/) });
	for (const container of [running, stopped]) {
		await docker.networks.disconnect(id, container.id);
		await until(docker, () => !networksOf(container.id).includes(name));
	}
	await docker.networks.remove(id);
	await until(docker, () => row() === undefined);
});

test("a subnet that is taken or wrong is refused in the engine's words", async () => {
	const wanted = { name: `${name}-wrong`, driver: "bridge", isInternal: false, isAttachable: false };
	await expect(docker.networks.create({ ...wanted, subnet: "10.213.7.0/99" })).rejects.toMatchObject({ kind: "rejected" });
	expect((await outside.listNetworks()).filter(({ Name }) => Name === wanted.name)).toEqual([]);
});
