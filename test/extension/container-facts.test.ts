import { expect, test } from "vitest";
import type { Docker } from "../../src/docker/docker.ts";
import type { Container } from "../../src/docker/resources/container.ts";
import { containerFacts } from "../../src/extension/explorer/container-facts.ts";

const english = (message: string, ...args: (string | number)[]): string => message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));
const container: Container = { id: "c", name: "web", image: "nginx", imageId: "i", state: "running", ports: [], volumes: [], networks: [] };
const factsOf = async (inspected: object): Promise<Record<string, unknown>> => {
	const docker = { containers: { inspect: async () => inspected }, connection: { status: { kind: "idle" } } } as unknown as Docker;
	return Object.fromEntries(await containerFacts(container, docker, english));
};
const mebibyte = 1024 * 1024;

test.each<[object, string]>([
	[{}, ""],
	[{ Memory: 0, MemorySwap: 0, NanoCpus: 0, PidsLimit: null }, ""],
	[{ Memory: 512 * mebibyte, MemorySwap: 1024 * mebibyte, NanoCpus: 1.5e9, PidsLimit: 100 }, "memory 512 MiB, swap 512 MiB, processors 1.5, processes 100"],
	[{ Memory: 64 * mebibyte, MemorySwap: -1 }, "memory 64 MiB, swap without a limit"],
	[{ CpuQuota: 50_000, CpuPeriod: 100_000, PidsLimit: -1 }, "processors 0.5"],
])("limits of %j", async (HostConfig, wanted) => expect((await factsOf({ HostConfig }))["Limits"]).toBe(wanted));

test("the restart policy, also before anything was restarted, and addresses of networks", async () => {
	expect((await factsOf({ HostConfig: { RestartPolicy: { Name: "on-failure", MaximumRetryCount: 3 } } }))["Restart policy"]).toBe("on-failure:3");
	expect((await factsOf({ HostConfig: { RestartPolicy: { Name: "no" } } }))["Restart policy"]).toBe("");
	const Networks = { shop: { IPAddress: "172.18.0.2", GlobalIPv6Address: "fd00::2" }, other: { IPAddress: "" }, none: null };
	expect((await factsOf({ NetworkSettings: { Networks } }))["Networks"]).toBe("shop (172.18.0.2, fd00::2), other, none");
});
