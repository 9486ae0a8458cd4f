import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import Dockerode from "dockerode";
import { startEngine, whyNoEngine } from "../../scripts/engine/engine.mjs";
import { importBusybox } from "../../scripts/engine/images.mjs";
import { changed, creationFrom } from "../../src/engine/language/compose/containers/creation.ts";
import { type Config, type InspectedContainer, serviceFromInspect } from "../../src/engine/language/compose/containers/from-inspect.ts";
import { formOfService } from "../../src/engine/language/compose/containers/run-service.ts";
import type { RunForm } from "../../src/engine/run/form.ts";
import { client, find, get, outside, removeContainers, run, until, withoutNewer } from "./own-engine.ts";

const docker = client();
const cli = (...args: readonly string[]): string => execFileSync("docker", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
/** An image that says something of everything, and another that says something else. */
const image = "hullwright-again:one";
const other = "hullwright-again:two";
const changes = [
	'ENTRYPOINT ["/bin/sh", "-c"]',
	'CMD ["sleep 600"]',
	"ENV FROM_IMAGE=yes",
	"LABEL from.image=yes",
	"EXPOSE 8080 9090/udp",
	"VOLUME /from-image",
	"USER nobody",
	"WORKDIR /tmp",
	"STOPSIGNAL SIGKILL",
	"HEALTHCHECK --interval=7s CMD true",
];
const prefix = "hullwright-again-";
let release = (): void => {};

beforeAll(async () => {
	await importBusybox({ env: process.env }, [image], changes);
	await importBusybox({ env: process.env }, [other], ['CMD ["sleep", "500"]', "ENV FROM_IMAGE=other", "STOPSIGNAL SIGKILL"]);
	cli("network", "create", "--subnet", "10.98.0.0/24", "hullwright-again");
	cli("network", "create", "--subnet", "10.97.0.0/24", "hullwright-again-2");
	cli("run", "-d", "--name", `${prefix}host`, "--entrypoint", "sleep", image, "1000");
	release = docker.connection.hold();
	await docker.settled("containers");
}, 60_000);

afterAll(async () => {
	release();
	await removeContainers({ name: [prefix, "again-by-hand-"] });
	for (const network of ["hullwright-again", "hullwright-again-2"]) cli("network", "rm", network);
	cli("volume", "rm", "-f", "hullwright-again-data");
	cli("image", "rm", "-f", image, other);
});

/** Flags, and what the command is where it is not the image's. */
type Kind = readonly [name: string, flags: string, command?: string];
const all: readonly Kind[] = [
	["plain", ""],
	["with a command", "", "'sleep 700; echo $HOME'"],
	["with variables", "-e A=b -e 'PRICE=5$' -e EMPTY= -e FROM_IMAGE=no -e NONE_OF_THIS_NAME"],
	["with ports", "-p 48080:80 -p 127.0.0.1:45353:53/udp -p 81 --expose 7000"],
	["with volumes", "-v hullwright-again-data:/data -v /tmp:/host:ro -v /anonymous"],
	["with mounts", "--mount type=bind,source=/tmp,target=/bound,readonly --mount type=volume,target=/named --mount type=tmpfs,target=/small,tmpfs-size=1048576"],
	["with limits of memory", "--memory 64m --memory-reservation 32m --memory-swap 96m --oom-score-adj 100"],
	["with processors", "--cpus 0.5 --cpu-shares 512 --pids-limit 50"],
	["with a quota", "--log-driver local --log-opt max-size=5m --stop-timeout 3 --cpu-period 50000 --cpu-quota 25000"],
	[
		"hardened",
		"--restart on-failure:3 --tmpfs /run:rw,size=1m,mode=1777 -u 1000:1000 --group-add 44 -w /srv --read-only --cap-drop ALL --cap-add NET_BIND_SERVICE --security-opt no-new-privileges:true",
	],
	["privileged", "--device /dev/null:/dev/nothing:r --device-cgroup-rule 'c 1:3 rwm' --privileged"],
	["with an entry point", "--entrypoint sleep", "600"],
	["with its own health check", "--health-cmd 'test -e /tmp' --health-interval 10s --health-timeout 2s --health-retries 4"],
	["without a health check", "--no-healthcheck"],
	[
		"in a network",
		"--hostname shop --domainname example.com --add-host db:10.0.0.1 --dns 1.1.1.1 --network hullwright-again --network-alias shop --ip 10.98.0.77",
	],
	["with a hardware address", "--network hullwright-again --mac-address 02:42:0a:62:00:4d --label mac=hullwright-again"],
	["with another in the usual network", "--mac-address 0a:bb:cc:00:00:01 --label mac=bridge"],
	["of two networks", "--network hullwright-again --network-alias one --label mac=hullwright-again-2"],
	["in the host's network", "--pid host --ipc shareable --uts host --network host"],
	["without a network", "--network none"],
	["in another's network", `--network container:${prefix}host`],
	["with volumes of another", `--volumes-from ${prefix}host`],
	["linked", `--link ${prefix}host:peer`],
	["with kernel settings", "--ulimit nofile=1024:2048 --shm-size 128m --sysctl net.ipv4.ip_unprivileged_port_start=0 --init -i -t"],
	["with labels", "--label shop=web --label 'note=$5 #1' --label from.image=no --label com.docker.compose.project=shop"],
	["with annotations", "--annotation a=b"],
	["without the entry point of its image", "--entrypoint ''", "/bin/sleep 610"],
];

const kinds = await withoutNewer(all);

type Described = { readonly container: InspectedContainer; readonly image: Config };
const describeOne = async (id: string): Promise<Described> => (await docker.containers.describe(id)) as Described;

let counter = 0;
async function running(flags: string, command = ""): Promise<string> {
	const name = `${prefix}${counter++}`;
	const { stdout } = await promisify(execFile)("sh", ["-c", `docker run -d --name ${name} ${flags} ${image} ${command}`]);
	const id = stdout.trim();
	await until(docker, () => find(docker, id)?.state === "running");
	return id;
}

async function recreate(id: string, edit: (form: RunForm) => Partial<RunForm>, keeps = false): Promise<{ readonly id: string; readonly kept?: string }> {
	const { container, image: ofImage } = await describeOne(id);
	const before = formOfService(serviceFromInspect(container, ofImage), container.HostConfig["AutoRemove"] === true);
	const made = creationFrom(container, ofImage);
	return docker.containers.recreate(get(docker, id), changed(made, before, { ...before, ...edit(before) }, []), { before: made, keeps });
}

/** All that `inspect` says but ids, times, places and addresses that the engine gives anew. */
function toCompare({ Id, Config, HostConfig, NetworkSettings, Mounts, Name }: InspectedContainer): unknown {
	const { Hostname, ...config } = Config;
	const text = (value: unknown): string => JSON.stringify(value) ?? "";
	const networks = Object.entries(NetworkSettings?.Networks ?? {}).map(([name, endpoint]) => {
		const { Aliases, IPAMConfig, DriverOpts, GwPriority, DNSNames } = (endpoint ?? {}) as Record<string, unknown>;
		const names = (list: unknown): readonly string[] => ((list ?? []) as string[]).filter((each) => each !== Id.slice(0, 12)).toSorted();
		const MacAddress = Config.Labels?.["mac"] === name ? endpoint?.MacAddress : undefined;
		return [name, { aliases: names(Aliases), dns: names(DNSNames), IPAMConfig, DriverOpts, GwPriority, MacAddress }];
	});
	return {
		Name,
		config: { ...config, Env: (config.Env ?? []).toSorted(), ...(Hostname !== Id.slice(0, 12) && { Hostname }) },
		host: withoutEmpty(HostConfig),
		networks: Object.fromEntries(networks) as unknown,
		// Of a volume that is mounted by its name some engines say that its labels would be shared.
		mounts: (Mounts ?? []).map((mount) => ({ ...mount, Mode: undefined })).sort((one, two) => (text(one.Destination) < text(two.Destination) ? -1 : 1)),
	};
}

/** Nothing, an empty list and an empty mapping are the same to the engine. */
const withoutEmpty = (host: object): unknown =>
	Object.fromEntries(Object.entries(host).filter(([, value]) => value !== null && !(typeof value === "object" && Object.keys(value as object).length === 0)));

test.concurrent.each(kinds.map(([name, flags, command], index) => ({ name, flags, command, port: String(49000 + index) })))(
	"a container $name is made again with another variable, port and mount, and all else is the same",
	async ({ name, flags, command, port }) => {
		const id = await running(flags, command);
		if (name === "of two networks") await joinSecond(id);
		const original = await describeOne(id);
		const isShared = /--network (?:host|none|container:)/.test(flags);
		const { id: newId } = await recreate(id, ({ environment, ports, mounts }) => ({
			environment: [...environment, { name: "ADDED", value: "it is $5" }],
			...(!isShared && { ports: [...ports, `127.0.0.1:${port}:9000`] }),
			mounts: [...mounts, "hullwright-again-data:/added:ro"],
		}));
		const now = await describeOne(newId);
		expect(await outside.listContainers({ all: true, filters: { id: [id] } }), "the old one is gone").toEqual([]);
		expect(now.container.Config.Env).toContain("ADDED=it is $5");
		expect(now.container.Mounts).toContainEqual(expect.objectContaining({ Name: "hullwright-again-data", Destination: "/added", RW: false }));
		if (!isShared) expect(now.container.HostConfig.PortBindings?.["9000/tcp"]).toEqual([{ HostIp: "127.0.0.1", HostPort: port }]);
		expect(toCompare(withoutAdded(now.container))).toEqual(toCompare(withNamesOfVolumes(original.container)));
	},
	60_000,
);

/** Each network has a hardware address of its own since API 1.44; engines before that draw the same from the same address. */
async function joinSecond(id: string): Promise<void> {
	const EndpointConfig = { Aliases: ["two"], IPAMConfig: { IPv4Address: "10.97.0.44" }, MacAddress: "0a:bb:cc:00:00:02" };
	await outside.getNetwork("hullwright-again-2").connect({ Container: id, EndpointConfig } as object);
}

test("one keeps the hardware address that was chosen for it, whether it runs or not, and takes no other's", async () => {
	const MacAddress = "02:42:0a:62:00:4e";
	const isOfNow = Number((await outside.version()).ApiVersion.split(".")[1]) >= 44;
	const NetworkingConfig = { EndpointsConfig: { "hullwright-again": { MacAddress } } };
	const address = { HostConfig: { NetworkMode: "hullwright-again" }, ...(isOfNow ? { NetworkingConfig } : { MacAddress }) };
	const { id } = await run("again-by-hand", "sleep 600", address as object);
	const other = await run("again-by-hand", "sleep 600", { HostConfig: { NetworkMode: "hullwright-again" } });
	const addressOf = async (of: string): Promise<unknown> => (await describeOne(of)).container.NetworkSettings?.Networks?.["hullwright-again"]?.MacAddress;
	await until(docker, () => find(docker, other.id)?.state === "running");
	const { id: second } = await recreate(id, () => ({ user: "0" }));
	expect(await addressOf(second)).toBe(MacAddress);
	await docker.containers.stop(get(docker, second));
	await until(docker, () => find(docker, second)?.state === "exited");
	const { id: third } = await recreate(second, () => ({ user: "" }));
	expect(await addressOf(third)).toBe(MacAddress);
	const { id: otherAgain } = await recreate(other.id, () => ({ user: "0" }));
	expect((await describeOne(otherAgain)).container.Config.MacAddress).toBeUndefined();
}, 60_000);

test("one that does not start, or whose program fails at once, leaves the old one as it was", async () => {
	const id = await running("-v /anonymous -p 47001:80 --network hullwright-again --network-alias shop");
	const original = await describeOne(id);
	await expect(recreate(id, () => ({ entrypoint: "/not/there" }))).rejects.toMatchObject({ kind: "rejected", detail: expect.stringContaining("/not/there") });
	await expect(recreate(id, () => ({ command: "'echo no such thing >&2; exit 3'" }))).rejects.toMatchObject({
		detail: expect.stringMatching(/exit code 3: no such thing/),
	});
	await expect(recreate(id, () => ({ image: "hullwright-again:none" }))).rejects.toMatchObject({ kind: "missing" });
	await expect(recreate(id, () => ({ network: "hullwright-again-none" }))).rejects.toMatchObject({ detail: expect.stringContaining("hullwright-again-none") });
	await until(docker, () => find(docker, id)?.state === "running");
	const now = await describeOne(id);
	expect(now.container.Name).toBe(original.container.Name);
	expect(toCompare(now.container)).toEqual(toCompare(original.container));
	const name = original.container.Name.slice(1);
	expect((await outside.listContainers({ all: true, filters: { name: [name] } })).map(({ Names }) => Names)).toEqual([[`/${name}`]]);
}, 60_000);

test("one that removes itself when it stops is made again where the new one does not start, and one that was paused is paused again", async () => {
	const passing = await running("--rm");
	const name = get(docker, passing).name;
	const original = await describeOne(passing);
	await expect(recreate(passing, () => ({ entrypoint: "/not/there" }))).rejects.toMatchObject({ kind: "rejected" });
	expect((await outside.getContainer(name).inspect()).State.Running).toBe(true);
	expect(toCompare((await describeOne(name)).container)).toEqual(toCompare(withNamesOfVolumes(original.container)));

	// Its volume without a name would go with it, and the engine removes the new one by itself as well.
	const data = await running("--rm -v /precious -u 0 --stop-timeout 1", "'echo kept > /precious/file; exec sleep 600'");
	const nameOfData = get(docker, data).name;
	await expect(recreate(data, () => ({ command: "'exit 3'" }))).rejects.toMatchObject({ detail: expect.stringContaining("exit code 3") });
	expect(cli("exec", nameOfData, "cat", "/precious/file")).toBe("kept");

	const paused = await running("");
	await docker.containers.pause(get(docker, paused));
	await expect(recreate(paused, () => ({ entrypoint: "/not/there" }))).rejects.toMatchObject({ kind: "rejected" });
	await until(docker, () => find(docker, paused)?.state === "paused");
}, 60_000);

test("those that have the network of one are known, for they lose it, and those that see its processes or memory", async () => {
	const id = await running("");
	const other = await running(`--network container:${id}`);
	expect(await docker.containers.sharersOf(id)).toEqual({ network: [get(docker, other).name], others: [] });
	expect(await docker.containers.sharersOf(other)).toEqual({ network: [], others: [] });
	const owner = await running("--ipc shareable");
	const [beside, both] = [await running(`--pid container:${owner}`), await running(`--ipc container:${owner} --network container:${owner}`)];
	const nameOf = (each: string): string => get(docker, each).name;
	expect(await docker.containers.sharersOf(owner)).toEqual({ network: [nameOf(both)], others: [nameOf(beside), nameOf(both)].toSorted() });
}, 60_000);

test("with a new image its own command, variables and user hold, and what the container said itself stays; the old one can be kept", async () => {
	const id = await running("-e OWN=1 --label own=1");
	const { id: newId, kept } = await recreate(id, () => ({ image: other }), true);
	const { container } = await describeOne(newId);
	expect(container.Config).toMatchObject({ Image: other, Cmd: ["sleep", "500"], User: "", WorkingDir: expect.stringMatching(/^\/?$/) });
	expect(container.Config.Entrypoint ?? null).toBeNull();
	expect(container.Config.Healthcheck ?? null).toBeNull();
	expect(container.Config.Env).toEqual(expect.arrayContaining(["OWN=1", "FROM_IMAGE=other"]));
	expect(container.Config.Env).not.toContain("FROM_IMAGE=yes");
	expect(container.Config.Labels).toEqual({ own: "1" });
	expect(Object.keys(container.Config.ExposedPorts ?? {})).toEqual([]);
	const old = (await outside.getContainer(kept ?? "").inspect()).State;
	expect(old.Running).toBe(false);
}, 60_000);

test("what it says itself stays apart from what its image says, though it is the same, or a part, or nothing", async () => {
	await importBusybox(
		{ env: process.env },
		[`${prefix}a:1`],
		['ENTRYPOINT ["/bin/sh"]', 'CMD ["-c", "sleep 600"]', "ENV A=1", "HEALTHCHECK --interval=7s CMD true"],
	);
	await importBusybox({ env: process.env }, [`${prefix}b:1`], ['CMD ["sleep", "500"]', "ENV A=2", "HEALTHCHECK --retries=5 CMD echo two"]);
	// The image's entry point is said without a command, a variable is taken away, and a volume without a name is bound.
	const own = { Entrypoint: ["/bin/sh"], Cmd: [], OpenStdin: true, Tty: true, Env: ["A"], Healthcheck: { Interval: 11e9 }, HostConfig: { Binds: ["/bound"] } };
	const { id } = await run("again-by-hand", "", { Image: `${prefix}a:1`, ...own });
	await until(docker, () => find(docker, id)?.state === "running");
	const before = (await describeOne(id)).container;
	const { id: again } = await recreate(id, () => ({ user: "0" }));
	const { Config, Mounts } = (await describeOne(again)).container;
	expect(Config).toMatchObject({
		Entrypoint: ["/bin/sh"],
		Cmd: before.Config.Cmd,
		Env: before.Config.Env,
		Healthcheck: { Test: ["CMD-SHELL", "true"], Interval: 11e9 },
	});
	expect(Mounts).toEqual([expect.objectContaining({ Destination: "/bound", Source: before.Mounts?.[0]?.Source })]);
	const { id: ofOther } = await recreate(again, () => ({ image: `${prefix}b:1` }));
	expect((await describeOne(ofOther)).container.Config.Healthcheck).toEqual({ Test: ["CMD-SHELL", "echo two"], Interval: 11e9, Retries: 5 });
	await outside.getContainer(ofOther).remove({ force: true });
	cli("image", "rm", "-f", `${prefix}a:1`, `${prefix}b:1`);
}, 60_000);

test("one whose image has lost its name is made again of the same image, by its id", async () => {
	const name = "hullwright-again:passing";
	cli("tag", other, name);
	const id = cli("run", "-d", "--name", `${prefix}passing`, name);
	await until(docker, () => find(docker, id)?.state === "running");
	cli("image", "rm", name);
	const { container } = await describeOne(id);
	const { Image: ofImage } = container as unknown as { readonly Image: string };
	const { id: again } = await recreate(id, () => ({ image: ofImage, user: "0" }));
	expect((await describeOne(again)).container).toMatchObject({ Image: ofImage, Config: { Cmd: ["sleep", "500"], User: "0" } });
}, 60_000);

test.skipIf(whyNoEngine() !== undefined)(
	"one that is kept does not come back when the engine is started again, beside what has taken its ports",
	async () => {
		const engine = await startEngine({ log: () => {} });
		try {
			await importBusybox({ env: { ...process.env, DOCKER_HOST: `unix://${engine.socket}` } }, [other], ['CMD ["sleep", "500"]']);
			const restarted = client({ host: `unix://${engine.socket}` });
			const there = new Dockerode({ socketPath: engine.socket });
			const hold = restarted.connection.hold();
			await restarted.settled("containers");
			const options = { name: "shop", Image: other, StopTimeout: 1, HostConfig: { RestartPolicy: { Name: "always" } } };
			const { id } = await there.createContainer(options);
			await there.getContainer(id).start();
			await until(restarted, () => find(restarted, id)?.state === "running");
			const { container, image: ofImage } = (await restarted.containers.describe(id)) as Described;
			const made = creationFrom(container, ofImage);
			expect(await restarted.containers.recreate(get(restarted, id), made, { before: made, keeps: true })).toMatchObject({ kept: "shop-before" });
			await engine.kill();
			await engine.start();
			// Both are started at once, where both are.
			const states = async (): Promise<object> => Object.fromEntries((await there.listContainers({ all: true })).map(({ Names, State }) => [Names[0], State]));
			await expect.poll(states, { timeout: 15_000 }).toMatchObject({ "/shop": "running" });
			expect(await states()).toEqual({ "/shop": "running", "/shop-before": "exited" });
			hold();
		} finally {
			await engine.stop();
		}
	},
	60_000,
);

test.skipIf(whyNoEngine() !== undefined)(
	"where the engine is lost while the old one stops, that one is put back when the engine is there again",
	async () => {
		const engine = await startEngine({ log: () => {} });
		try {
			await importBusybox({ env: { ...process.env, DOCKER_HOST: `unix://${engine.socket}` } }, [other], ['CMD ["sleep", "500"]']);
			const lost = client({ host: `unix://${engine.socket}` });
			const there = new Dockerode({ socketPath: engine.socket });
			const hold = lost.connection.hold();
			await lost.settled("containers");
			const { id } = await there.createContainer({ name: "lost", Image: other, StopTimeout: 60 });
			await there.getContainer(id).start();
			await until(lost, () => find(lost, id)?.state === "running");
			const { container, image: ofImage } = (await lost.containers.describe(id)) as Described;
			const made = creationFrom(container, ofImage);
			const told = new Promise<void>((resolve) => void lost.onEvent(({ id: of, action }) => of === id && action === "kill" && resolve()));
			const again = lost.containers.recreate(get(lost, id), made, { before: made, keeps: false });
			const failed = again.catch((error: unknown) => error);
			await told;
			await engine.kill();
			await engine.start();
			await failed;
			const all = await there.listContainers({ all: true });
			expect(all.map(({ Id, Names, State }) => [Id, Names[0], State])).toEqual([[id, "/lost", "running"]]);
			hold();
		} finally {
			await engine.stop();
		}
	},
	60_000,
);

/** Without what the test has changed. */
function withoutAdded(container: InspectedContainer): InspectedContainer {
	const { Config, HostConfig, Mounts } = container;
	const { "9000/tcp": _binding, ...PortBindings } = HostConfig.PortBindings ?? {};
	const { "9000/tcp": _port, ...ExposedPorts } = Config.ExposedPorts ?? {};
	return {
		...container,
		Config: { ...Config, Env: (Config.Env ?? []).filter((each) => !each.startsWith("ADDED=")), ExposedPorts },
		HostConfig: { ...HostConfig, PortBindings, Binds: (HostConfig.Binds ?? []).filter((bind) => !bind.includes(":/added")) },
		Mounts: (Mounts ?? []).filter(({ Destination }) => Destination !== "/added"),
	};
}

/** Volumes without a name are kept, which takes saying their names. */
function withNamesOfVolumes(container: InspectedContainer): InspectedContainer {
	const { HostConfig: host } = container;
	const nameAt = (path: string): string => container.Mounts?.find(({ Destination }) => Destination === path)?.Name ?? "";
	const named = new Set([...(host.Binds ?? []).map((bind) => bind.split(":")[1]), ...(host.Mounts ?? []).map(({ Target }) => Target)]);
	const carried = Object.keys(container.Config.Volumes ?? {}).filter((path) => !named.has(path));
	return {
		...container,
		HostConfig: {
			...host,
			Binds: [...(host.Binds ?? []), ...carried.map((path) => `${nameAt(path)}:${path}`)],
			...(host.Mounts && { Mounts: host.Mounts.map((each) => (each.Type === "volume" && !each.Source ? { ...each, Source: nameAt(each.Target) } : each)) }),
		},
	};
}

test("cancelled while the old one stops, or while the new one is watched, it leaves the old one as it was", async () => {
	for (const when of ["stopping", "started"] as const) {
		const id = await running("-p 47003:80 --stop-timeout 1 --network hullwright-again");
		const before = (await describeOne(id)).container;
		const { container, image: ofImage } = await describeOne(id);
		const made = creationFrom(container, ofImage);
		const cancelling = new AbortController();
		const stop = docker.onEvent(({ action, id: of }) => {
			if ((when === "stopping" && of === id && action === "kill") || (when === "started" && of !== id && action === "start")) cancelling.abort();
		});
		const again = docker.containers.recreate(get(docker, id), made, { before: made, keeps: false, signal: cancelling.signal });
		await expect(again).rejects.toThrow();
		stop();
		const after = (await describeOne(id)).container;
		expect(after).toMatchObject({ Name: before.Name, State: { Running: true } });
		expect(await outside.listContainers({ all: true, filters: { name: [before.Name.slice(1)] } }), "and no other is left").toHaveLength(1);
		expect(toCompare(after)).toEqual(toCompare(before));
		cli("rm", "-f", id);
	}
}, 60_000);
