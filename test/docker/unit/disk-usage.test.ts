import { expect, test } from "vitest";
import { clientOf, fakeDaemon } from "./fake-daemon.ts";
import { toDiskUsage, type DiskAnswer } from "../../../src/docker/disk-usage.ts";

const images = [
	{ Id: "sha256:used", RepoTags: ["web:1"], Size: 100, SharedSize: 60, Containers: 1 },
	{ Id: "sha256:free", RepoTags: ["old:1", "old:2"], Size: 90, SharedSize: 60, Containers: 0 },
	{ Id: `sha256:${"b".repeat(64)}`, RepoTags: ["<none>:<none>"], Size: 70, SharedSize: -1, Containers: 0 },
];
const containers = [
	{ Id: "c1", Names: ["/web"], State: "running", SizeRw: 5 },
	{ Id: "c2", Names: ["/job\u001b[31m"], State: "exited", SizeRw: 7 },
	{ Id: "c3", Names: ["/new"], State: "created" },
	// Its removal has failed.
	{ Id: "c4", Names: ["/stuck"], State: "removing" },
	// A volume is being saved by it.
	{ Id: "c5", Names: ["/hullwright-volume-1"], State: "created", Labels: { "com.hullwright.helper": "volume" } },
];
const volumes = [
	{ Name: "data", UsageData: { Size: 1000, RefCount: 1 } },
	{ Name: "f".repeat(64), UsageData: { Size: 300, RefCount: 0 } },
	{ Name: "unknown", UsageData: { Size: -1, RefCount: -1 } },
	{ Name: "remote", UsageData: null },
];
const cache = [
	{ ID: "r1", Description: "[2/3] RUN make", Size: 400, InUse: false, Shared: false },
	{ ID: "r2", Description: "", Size: 200, InUse: false, Shared: true },
	{ ID: "r3", Description: "local source", Size: 10, InUse: true },
];
const old: DiskAnswer = { LayersSize: 200, Images: images, Containers: containers, Volumes: volumes, BuildCache: cache };

test("an image that is here by a digest alone is called by it", () => {
	const Images = [{ Id: "sha256:1", RepoTags: null, RepoDigests: [`shop/web@sha256:0123456789ab${"c".repeat(52)}`], Size: 1, Containers: 0 }];
	expect(toDiskUsage({ Images }).images.items).toMatchObject([{ name: "shop/web@0123456789ab", isNameless: true }]);
});

test("the shape up to API 1.52: layers that are shared count once, what is not known is not counted", () => {
	const usage = toDiskUsage(old);
	expect(Object.entries(usage).map(([of, { total, reclaimable }]) => [of, total, reclaimable])).toEqual([
		["images", 200, 160],
		["containers", 12, 7],
		["volumes", 1300, 300],
		["buildCache", 410, 400],
	]);
	expect(usage.images.items.map(({ name, size, isUsed, isNameless = false }) => [name, size, isUsed, isNameless])).toEqual([
		["web:1", 40, true, false],
		["old:1, old:2", 30, false, false],
		["bbbbbbbbbbbb", 70, false, true],
	]);
	expect(usage.containers.items.map(({ name, isUsed }) => [name, isUsed])).toEqual([
		["web", true],
		["job", false],
		["new", false],
		["stuck", false],
		["hullwright-volume-1", true],
	]);
	// Who mounts a volume is not known: it is never taken for free.
	expect(usage.volumes.items.map(({ name, isUsed }) => [name, isUsed])).toEqual([
		["data", true],
		["ffffffffffff", false],
		["unknown", true],
		["remote", true],
	]);
	expect(usage.buildCache.items.map(({ name, size }) => [name, size])).toEqual([
		["[2/3] RUN make", 400],
		["r2", 0],
		["local source", 10],
	]);
});

test.each([
	["as its change log has it", ["ImagesUsage", "ContainersUsage", "VolumesUsage"]],
	["as engines send it", ["ImageUsage", "ContainerUsage", "VolumeUsage"]],
] as const)("the shape from API 1.53 on, %s", (_, [ofImages, ofContainers, ofVolumes]) => {
	const answer = {
		[ofImages]: { TotalSize: 200, Reclaimable: 160, Items: images },
		[ofContainers]: { TotalSize: 12, Reclaimable: 7, Items: containers },
		// Zeros are left out.
		[ofVolumes]: { TotalSize: 1300, Items: volumes },
		BuildCacheUsage: { TotalSize: 410, Reclaimable: 400, Items: cache },
	};
	const before = toDiskUsage(old);
	expect(toDiskUsage(answer)).toEqual({ ...before, volumes: { ...before.volumes, reclaimable: 0 } });
});

test("an engine that tells nothing of a class", () => {
	const { images: of, buildCache } = toDiskUsage({ Images: null });
	expect([of, buildCache]).toEqual([
		{ total: 0, reclaimable: 0, items: [] },
		{ total: 0, reclaimable: 0, items: [] },
	]);
});

test("a network in which a swarm has something of its own is needed", async () => {
	const docker = clientOf(async (endpoint, signal) => {
		const daemon = fakeDaemon(endpoint, signal);
		daemon.answers.networks = ["bridge", "docker_gwbridge", "left"].map((Name) => ({ Id: Name, Name, Driver: "bridge", Scope: "local" }));
		daemon.answers.network = (id) => ({ Containers: id === "left" ? {} : { "ingress-sbox": { Name: "gateway_ingress-sbox" } } });
		return daemon;
	});
	expect((await docker.system.candidates(["networks"])).map(({ name }) => name)).toEqual(["left"]);
});
