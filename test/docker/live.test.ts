import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { client, find, get, host, make, outside, run, until } from "./own-engine.ts";
import type { Container } from "../../src/docker/resources/container.ts";

const docker = client();
let release = (): void => {};

beforeAll(async () => {
	release = docker.connection.hold();
	await docker.settled("images");
});
afterAll(() => release());

test("lists containers with all that is shown of them", async () => {
	const container = await run("web", "sleep 60", {
		Labels: { "com.docker.compose.project": "shop", "com.docker.compose.service": "web" },
		ExposedPorts: { "80/tcp": {} },
		HostConfig: { PortBindings: { "80/tcp": [{ HostIp: "127.0.0.1", HostPort: "" }] } },
	});
	await until(docker, () => (find(docker, container.id)?.ports.length ?? 0) > 0);
	const published = Number((await container.inspect()).NetworkSettings.Ports["80/tcp"]?.[0]?.HostPort);

	expect(get(docker, container.id)).toMatchObject({
		image: "busybox:test",
		imageId: expect.stringMatching(/^sha256:/),
		state: "running",
		project: "shop",
		service: "web",
		ports: [{ container: 80, host: published, ip: "127.0.0.1", protocol: "tcp" }],
	});
	// A list from the beginning says the same as the events did.
	const another = client();
	await another.connection.use(async () => {});
	expect(find(another, container.id)).toEqual(find(docker, container.id));
});

test("a container's life from outside, step by step", async () => {
	const container = await make("life", "trap 'exit 3' TERM; while :; do sleep 0.1; done");
	await until(docker, () => find(docker, container.id)?.state === "created");
	await container.start();
	await until(docker, () => find(docker, container.id)?.state === "running");
	await container.pause();
	await until(docker, () => find(docker, container.id)?.state === "paused");
	await container.unpause();
	await until(docker, () => find(docker, container.id)?.state === "running");
	await container.rename({ name: `${get(docker, container.id).name}-new` });
	await until(docker, () => get(docker, container.id).name.endsWith("-new"));
	await container.stop();
	await until(docker, () => get(docker, container.id).state === "exited");
	expect(get(docker, container.id).exitCode).toBe(3);
	await container.remove();
	await until(docker, () => !find(docker, container.id));
});

test("health is followed", async () => {
	const container = await run("sick", "sleep 60", { Healthcheck: { Test: ["CMD-SHELL", "test -e /ok"], Interval: 200e6, Timeout: 1e9, Retries: 1 } });
	await until(docker, () => find(docker, container.id)?.health === "unhealthy");
	const exec = await container.exec({ Cmd: ["touch", "/ok"] });
	await exec.start({ Detach: true });
	await until(docker, () => find(docker, container.id)?.health === "healthy");
});

describe("what went wrong is in the model, told by events", () => {
	const details = (id: string): unknown => find(docker, id)?.details;

	test.each<[string, Parameters<typeof make>[2], RegExp]>([
		["a program that is not there", { Cmd: ["no-such-program"] }, /executable file not found/],
		["a user that is not there", { User: "nobody-here" }, /unable to find user/],
		["without a network", { Cmd: ["no-such-program"], HostConfig: { NetworkMode: "none" } }, /executable file not found/],
	])("a start that fails: %s", async (_name, options, wanted) => {
		const container = await make("failing", "", options);
		await until(docker, () => find(docker, container.id)?.state === "created");
		await container.start().catch(() => {});
		await until(docker, () => wanted.test(find(docker, container.id)?.details?.startError ?? ""));
		expect(get(docker, container.id).state).toBe("created");
	});

	test("a start that fails in the network of another container, of which no event tells", async () => {
		const other = await run("other", "sleep 60");
		const container = await make("failing", "", { Cmd: ["no-such-program"], HostConfig: { NetworkMode: `container:${other.id}` } });
		await container.start().catch(() => {});
		await until(docker, () => /executable file not found/.test(find(docker, container.id)?.details?.startError ?? ""));
	});

	test("a start that fails after the container has once run", async () => {
		const port = { ExposedPorts: { "80/tcp": {} }, HostConfig: { PortBindings: { "80/tcp": [{ HostIp: "127.0.0.1", HostPort: "18093" }] } } };
		const container = await run("second", "true", port);
		await container.wait();
		const owner = await run("owner", "sleep 60", port);
		await container.start().catch(() => {});
		// From version 29 on no event tells of it.
		if (Number.parseInt((await outside.version()).Version, 10) >= 29) await docker.connection.check();
		await until(docker, () => /port is already allocated/.test(find(docker, container.id)?.details?.startError ?? ""));
		await owner.remove({ force: true });
		await container.start();
		await until(docker, () => get(docker, container.id).exitCode === 0);
		await until(docker, () => details(container.id) === undefined);
	});

	test("our own start that fails", async () => {
		const container = await make("failing", "", { Cmd: ["/etc"] });
		await until(docker, () => Boolean(find(docker, container.id)));
		await expect(docker.containers.start(get(docker, container.id))).rejects.toMatchObject({
			detail: expect.stringMatching(/permission denied|is a directory/),
		});
		expect(get(docker, container.id).details?.startError).toMatch(/permission denied|is a directory/);
	});

	test("a program that the kernel does not execute, of which the engine says no more than an exit code", async () => {
		const container = await run("windows", "", { Cmd: ["sh", "-c", "printf '#!/bin/sh\\r\\n' > /e.sh; chmod +x /e.sh"] });
		await container.wait();
		const { Id } = (await container.commit({})) as { Id: string };
		const broken = await run("windows", "", { Image: Id, Cmd: ["/e.sh"] });
		await until(docker, () => find(docker, broken.id)?.details?.execError === "exec /e.sh: no such file or directory");
		await broken.remove();
		await outside.getImage(Id).remove();
	});

	test("memory, a loop, and one that was only made", async () => {
		const hungry = await run("hungry", "sleep 0.5; a=x; while :; do a=$a$a; done", { HostConfig: { Memory: 8 * 1024 * 1024 } });
		const looping = await run("looping", "exit 3", { HostConfig: { RestartPolicy: { Name: "always" } } });
		const loop: unknown[] = [];
		const idle = await make("idle", "true");
		await until(docker, () => find(docker, hungry.id)?.exitCode === 137 && find(docker, hungry.id)?.details?.isOutOfMemory === true);
		await until(docker, () => (find(docker, looping.id)?.details?.restarts ?? 0) >= 2);
		// From now on it is one, whatever it does.
		await until(docker, () => (loop.push(get(docker, looping.id).state), (find(docker, looping.id)?.details?.restarts ?? 0) >= 4));
		expect(loop).not.toContain("exited");
		await until(docker, () => JSON.stringify(details(idle.id)) === "{}");
		// Whoever comes later knows the same.
		const another = client();
		const stop = another.connection.hold();
		await until(another, () => find(another, hungry.id)?.details?.isOutOfMemory === true);
		await until(another, () => (find(another, looping.id)?.details?.restarts ?? 0) >= 2);
		stop();
		await looping.remove({ force: true });
	});
});

describe("a change from outside is in the model within 150 ms", () => {
	const latencies = async (): Promise<number[]> => {
		const container = await make("quick", "sleep 60");
		const measured: number[] = [];
		for (let turn = 0; turn < 8; turn++) {
			const [action, state] = turn % 2 ? (["kill", "exited"] as const) : (["start", "running"] as const);
			const isThere = until(docker, () => find(docker, container.id)?.state === state).then(() => performance.now());
			await container[action]();
			const answered = performance.now();
			measured.push((await isThere) - answered);
		}
		return measured;
	};

	test("on a quiet engine", async () => {
		expect(Math.max(...(await latencies()))).toBeLessThan(150);
	});

	test("while another container loops", async () => {
		const looping = await make("loop", "exit 1", { HostConfig: { RestartPolicy: { Name: "always" } } });
		const stopping = new AbortController();
		const events: string[] = [];
		const stop = docker.onEvent(({ id, action }) => id === looping.id && events.push(action));
		const loop = (async (): Promise<void> => {
			while (!stopping.signal.aborted) {
				await looping.start();
				await looping.wait();
				await looping.stop({ t: 0 }).catch(() => {});
			}
		})();
		const measured = await latencies();
		stopping.abort();
		await loop;
		stop();

		expect(events.length, "the loop was steady").toBeGreaterThan(8);
		expect(Math.max(...measured)).toBeLessThan(150);
	});
});

test("an image that is tagged, untagged and removed", async () => {
	const tag = `hullwright-test/live:${process.pid}`;
	const has = (): boolean => [...docker.model.images.values()].some(({ tags }) => tags.includes(tag));
	const [repo, version] = tag.split(":") as [string, string];
	await outside.getImage("busybox:test").tag({ repo, tag: version });
	expect(await until(docker, has)).toBeLessThan(1_000);
	await docker.images.remove(tag);
	await until(docker, () => !has());
});

test("an image that a commit makes without a tag", async () => {
	const container = await make("committed", "true");
	const { Id } = (await container.commit({})) as { Id: string };
	expect(await until(docker, () => docker.model.images.has(Id))).toBeLessThan(1_000);
	expect(docker.model.images.get(Id)?.tags).toEqual([]);
	await outside.getImage(Id).remove();
	await until(docker, () => !docker.model.images.has(Id));
});

test.each([
	["BuildKit", "1", "COPY made /"],
	["the old builder", "0", "RUN echo $made > /made"],
	["the old builder, without a container that runs", "0", "LABEL made=$made"],
	["the old builder, without any container, once its command has ended", "0", "COPY made /"],
])("an image that a build makes without a tag: %s", async (name, kit, step) => {
	const folder = await mkdtemp(join(tmpdir(), "hullwright-build-"));
	await writeFile(join(folder, "made"), randomUUID());
	await writeFile(join(folder, "Dockerfile"), `FROM busybox:test\n${step.replace("$made", randomUUID())}\n`);
	const env = { ...process.env, DOCKER_HOST: host, DOCKER_BUILDKIT: kit };
	const id = (await promisify(execFile)("docker", ["build", "--quiet", folder], { env })).stdout.trim();
	await rm(folder, { recursive: true });
	// Of that one no event tells.
	if (name.includes("its command has ended")) await docker.connection.check();
	await until(docker, () => docker.model.images.has(id));
	await outside.getImage(id).remove();
});

test("a network that is made and removed", async () => {
	const name = `hullwright-test-${process.pid}`;
	const has = (): boolean => [...docker.model.networks.values()].some((network) => network.name === name && network.driver === "bridge");
	const network = await outside.createNetwork({ Name: name });
	expect(await until(docker, has)).toBeLessThan(1_000);
	await network.remove();
	await until(docker, () => !has());
});

test("a volume that is made, mounted and removed, and a network that a container joins and leaves", async () => {
	const name = `hullwright-test-volume-${process.pid}`;
	const network = await outside.createNetwork({ Name: name });
	await outside.createVolume({ Name: name });
	await until(docker, () => docker.model.volumes.has(name));
	const container = await outside.createContainer({
		Image: "busybox:test",
		Cmd: ["sleep", "600"],
		HostConfig: { Binds: [`${name}:/data:ro`], Init: true },
	});
	const row = (): Container | undefined => docker.model.containers.get(container.id);
	await container.start();
	await until(docker, () => row()?.volumes[0]?.target === "/data");
	expect(row()?.volumes).toEqual([{ name, target: "/data", isReadOnly: true }]);
	await network.connect({ Container: container.id });
	await until(docker, () => row()?.networks.some((each) => each.name === name && each.addresses.length > 0) === true);
	await network.disconnect({ Container: container.id });
	await until(docker, () => row()?.networks.every((each) => each.name !== name) === true);
	await container.remove({ force: true });
	await network.remove();
	await outside.getVolume(name).remove();
	await until(docker, () => !docker.model.volumes.has(name));
});

test("nobody looks: the stream of events ends, and the rows stay as they were", async () => {
	const another = client();
	const stop = another.connection.hold();
	await another.settled("containers");
	const rows = another.model.containers.size;
	stop();
	await until(another, () => another.connection.status.kind === "idle");
	expect(another.model.containers.size).toBe(rows);

	const again = another.connection.hold();
	await until(another, () => another.connection.status.kind === "connected");
	again();
});
