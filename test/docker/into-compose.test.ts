import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importBusybox } from "../../scripts/engine/images.mjs";
import { runLinesFromContainers } from "../../src/engine/language/compose/containers/compose-files.ts";
import { type Config, type InspectedContainer, serviceFromInspect } from "../../src/engine/language/compose/containers/from-inspect.ts";
import { servicesFromRun } from "../../src/engine/language/compose/containers/from-run.ts";
import { lineText, runLineOf } from "../../src/engine/language/compose/containers/to-run.ts";
import type { Plain, ServiceDraft } from "../../src/engine/language/compose/containers/service-draft.ts";
import { writeServices } from "../../src/engine/language/compose/containers/write-services.ts";
import { client, outside, withoutNewer } from "./own-engine.ts";

const ours = client();
const folder = mkdtempSync(join(tmpdir(), "hullwright-into-"));
const docker = (...args: readonly string[]): string =>
	execFileSync("docker", args, { encoding: "utf8", cwd: folder, stdio: ["ignore", "pipe", "pipe"] }).trim();
/** An image that says something of everything, so that it is seen what is left out. */
const image = "hullwright-into:test";
const changes = [
	'ENTRYPOINT ["/bin/sh", "-c"]',
	'CMD ["sleep 600"]',
	"ENV FROM_IMAGE=yes",
	"LABEL from.image=yes",
	"EXPOSE 8080 9090/udp",
	"VOLUME /from-image",
	"USER nobody",
	"WORKDIR /tmp",
	"STOPSIGNAL SIGINT",
	"HEALTHCHECK --interval=7s CMD true",
];

beforeAll(async () => {
	await importBusybox({ env: process.env }, [image], changes);
	docker("network", "create", "--subnet", "10.99.0.0/24", "hullwright-into");
	docker("network", "create", "hullwright-into-2");
	docker("run", "--detach", "--name", "hullwright-into-other", "--ipc", "shareable", image);
});

afterAll(() => {
	docker("rm", "-f", "hullwright-into-other");
	for (const network of ["hullwright-into", "hullwright-into-2"]) docker("network", "rm", "-f", network);
	docker("volume", "rm", "-f", "hullwright-into-data");
	docker("image", "rm", "-f", image);
	rmSync(folder, { recursive: true, force: true });
});

type Kind = readonly [name: string, flags: string, command?: string];
const all: readonly Kind[] = [
	["plain", ""],
	["command", "", "'sleep 5; echo $HOME'"],
	["variables", "-e A=b -e 'PRICE=5$' -e EMPTY= -e FROM_IMAGE=no"],
	["ports", "-p 8080:80 -p 127.0.0.1:5353:53/udp -p 81"],
	["volumes", "-v hullwright-into-data:/data -v /tmp:/host:ro -v /anonymous"],
	[
		"mounts",
		"--mount type=bind,source=/tmp,target=/bound,readonly --mount type=volume,source=hullwright-into-data,target=/named --mount type=tmpfs,target=/small,tmpfs-size=1048576,tmpfs-mode=1770",
	],
	["tmpfs", "--tmpfs /run:rw,size=1m,mode=1777 --tmpfs /plain"],
	["memory", "--memory 64m --memory-reservation 32m --memory-swap 96m --oom-score-adj 100"],
	["processors", "--cpus 0.5 --cpu-shares 512 --pids-limit 50"],
	["quota", "--cpu-period 50000 --cpu-quota 25000 --cpuset-cpus 0"],
	["restart", "--restart on-failure:3"],
	["always", "--restart unless-stopped"],
	["hardened", "--read-only --cap-drop ALL --cap-add NET_BIND_SERVICE --security-opt no-new-privileges:true"],
	["privileged", "--privileged"],
	["user", "-u 1000:1000 --group-add 44 -w /srv"],
	["entrypoint", "--entrypoint sleep", "60"],
	["emptied", "--entrypoint ''", "sleep 60"],
	["health", "--health-cmd 'test -e /tmp' --health-interval 10s --health-timeout 2s --health-retries 4 --health-start-period 1m30s"],
	["unwatched", "--no-healthcheck"],
	["names", "--hostname shop --domainname example.com --add-host db:10.0.0.1 --dns 1.1.1.1 --dns-search example.com --dns-option ndots:2"],
	["network", "--network hullwright-into --network-alias shop --ip 10.99.0.77"],
	["networks", "--network name=hullwright-into,alias=one --network hullwright-into-2"],
	["hardware", "--network hullwright-into --mac-address 0a:bb:cc:00:00:03"],
	["host", "--network host"],
	["none", "--network none"],
	["namespaces", "--pid host --ipc shareable --uts host --cgroupns host"],
	["stop", "--stop-signal SIGQUIT --stop-timeout 33"],
	["logging", "--log-driver local --log-opt max-size=5m"],
	["limits", "--ulimit nofile=1024:2048 --ulimit nproc=64 --shm-size 128m --sysctl net.ipv4.ip_unprivileged_port_start=0"],
	["labels", "--label shop=web --label 'note=$5 #1' --label from.image=no"],
	["annotations", "--annotation a=b"],
	["terminal", "-i -t --init --expose 7000 --expose 7001/udp"],
	["bundled", "-itm64m -eA=b -u=1000 -w=/srv -h shop -l a=b -l=c --init=1 --read-only=false --privileged=f"],
	[
		"quoted",
		'-e \'JSON={"a": "b, c"}\' -e "A=it\'s \\"1\\"" --label "rule=Host(\\`x\\`)" -e URL=\'postgres://u:p@db:5432/x?a=b&c=d#e\'',
		"'echo \"$HOME\"; echo \\\\d+ | cat'",
	],
	["swapless", "--memory 64m --memory-swap -1 --pids-limit -1"],
	["fields", "--mount '\"type=volume\",dst=/anonymous'"],
	["optioned", "--mount 'type=volume,src=hullwright-into-data,dst=/data,volume-nocopy=1,readonly=false' --volumes-from hullwright-into-other"],
	["shared", "-v /tmp:/shared:ro,rslave"],
	["early", "--network-alias shop --ip 10.99.0.78 --network hullwright-into --link-local-ip 169.254.8.8"],
	["options", "--network 'name=hullwright-into,alias=a,alias=b,ip=10.99.0.79,\"driver-opt=com.example.a=b,c\"'"],
	["joined", "--pid container:hullwright-into-other --ipc none --network container:hullwright-into-other"],
	["opened", "--security-opt seccomp=unconfined --security-opt apparmor=unconfined --userns host --cgroup-parent /shop --oom-kill-disable"],
	["linked", "--link hullwright-into-other:db --expose 7000-7002 -p 9000-9002:8000-8002 -p [::1]:8081:81 -p 127.0.0.1::82/udp"],
	["forever", "--restart on-failure --health-cmd 'wget -qO- \"http://localhost:$PORT\" || exit 1' --health-start-interval 2s --ulimit core=-1"],
	["emptied-command", "--entrypoint=/bin/sh", "-c ''"],
	["devices", "--device /dev/null:/dev/nothing:r --device-cgroup-rule 'c 1:3 rwm'"],
];

/** What older engines do not have, the CLI does not send them. */
const kinds = await withoutNewer(all);

const marked = "hullwright-into-";
/** Control groups that were asked for and are not what the engine takes by itself. */
const wanted: Readonly<Record<string, string>> = (await outside.info()).CgroupVersion === "1" ? {} : { namespaces: "host" };

test.each(kinds.map(([name, flags, command = ""]) => ({ name, flags, command })))(
	"a container, $name, and the service made of it are the same",
	async ({ name, flags, command }) => {
		const line = `docker create --name ${marked}${name} ${flags} ${image} ${command}`;
		execFileSync("sh", ["-c", line], { cwd: folder });
		const original = await inspected(`${marked}${name}`);
		const { Config: defaults } = (await outside.getImage(image).inspect()) as unknown as { readonly Config: Config };
		const draft = serviceFromInspect(original, defaults);
		docker("rm", "-f", `${marked}${name}`);
		expect(draft.notes).toEqual([]);
		expect(draft.service["cgroup"]).toBe(wanted[name]);
		const remade = await made(name, draft);
		expect(toCompare(remade.container)).toEqual(toCompare(original));
		for (const key of ["environment", "labels", "expose", "volumes"])
			expect(JSON.stringify(draft.service[key] ?? {})).not.toMatch(/FROM_IMAGE=?.*yes|from\.image.*yes|8080\/|9090|\/from-image/);

		// The line itself says the same, but for the network that Compose gives a service.
		const [fromLine] = servicesFromRun(line) ?? [];
		if (!fromLine) throw new Error("the line was not read");
		const joined = { ...fromLine, service: { ...fromLine.service, ...(/--network/.test(flags) ? {} : { network_mode: "bridge" }) } };
		const ofLine = await made(name, joined);
		expect(toCompare(ofLine.container)).toEqual(toCompare(original));

		// Without a Compose file between.
		const { Config: ofImage } = await outside.getImage(image).inspect();
		execFileSync("sh", ["-c", runLinesFromContainers([{ container: original, image: ofImage }]).replace("docker run", "docker create")], { cwd: folder });
		const copied = await inspected(`${marked}${name}`);
		docker("rm", "-f", `${marked}${name}`);
		expect(toCompare(copied)).toEqual(toCompare(original));

		// And back.
		const run = runLineOf(remade.project, draft.name);
		if (!run) throw new Error("the service was not found");
		execFileSync("sh", ["-c", lineText(run).replace("docker run", "docker create")], { cwd: folder });
		const again = await inspected(`${marked}${name}`);
		docker("rm", "-f", `${marked}${name}`);
		expect(toCompare(again)).toEqual(toCompare(original));
	},
);

const inspected = async (name: string): Promise<InspectedContainer> => (await ours.containers.describe(name)).container as InspectedContainer;

/** The container that Compose makes, which is gone again, and the project as Compose resolves it. */
async function made(name: string, draft: ServiceDraft): Promise<{ readonly container: InspectedContainer; readonly project: Plain }> {
	const file = join(folder, `${name}.yaml`);
	const text = writeServices([draft]);
	writeFileSync(file, text);
	const compose = (...args: readonly string[]): string => {
		try {
			return docker("compose", "-p", "hullwright-into-test", "-f", file, ...args);
		} catch (error) {
			throw new Error(`${String((error as { readonly stderr?: unknown }).stderr)}\n${text}`, { cause: error });
		}
	};
	const project = JSON.parse(compose("config", "--format", "json").replaceAll("$$", "$")) as Plain;
	compose("create", "--pull", "never");
	const container = await inspected(`${marked}${name}`);
	compose("down", "--timeout", "0");
	return { container, project };
}

/** Without names, without what the engine counts, and without who is attached to the output. */
function toCompare({ Id: id, Config: config, HostConfig: host, NetworkSettings: settings }: InspectedContainer): unknown {
	const { Labels: labels, Hostname: hostname, ...rest } = config as InspectedContainer["Config"] & Record<string, unknown>;
	for (const key of ["AttachStdin", "AttachStdout", "AttachStderr", "StdinOnce", "MacAddress"]) delete (rest as Record<string, unknown>)[key];
	const own = Object.entries(labels ?? {}).filter(([label]) => !label.startsWith("com.docker.compose."));
	const {
		ConsoleSize: _size,
		NetworkMode: mode,
		Binds: binds,
		Mounts: mounts,
		VolumeDriver: _driver,
		RestartPolicy: restart,
		CapAdd: added,
		CapDrop: dropped,
		...other
	} = host;
	const { Volumes: anonymous, ...image } = rest;
	// The engine is told of a volume in one of three ways, which come to the same.
	const volumes = (mounts ?? []).filter(({ Type: type, ReadOnly: isReadOnly }) => type === "volume" && isReadOnly !== true);
	const unnamed = volumes.flatMap(({ Source: source, Target: target }) => (source ? [] : [target]));
	const named = volumes.flatMap(({ Source: source, Target: target }) => (source ? [`${source}:${target}`] : []));
	// And of a folder of the host in one of two, where nothing more is said of it.
	const folders = (mounts ?? []).filter((mount) => mount.Type === "bind" && Object.keys({ ...mount, ...mount.BindOptions }).every((key) => plainKeys.has(key)));
	const bound = folders.map(({ Source: source, Target: target, ReadOnly: isReadOnly }) => `${source}:${target}${isReadOnly === true ? ":ro" : ""}`);
	// Older releases of Compose name a network by its id, and older engines what nobody has chosen.
	const network =
		mode === "default" ? "bridge" : /^[0-9a-f]{64}$/.test(String(mode)) ? docker("network", "inspect", "--format", "{{.Name}}", String(mode)) : mode;
	const capabilities = (value: unknown): unknown => ((value ?? []) as readonly string[]).map((capability) => capability.replace(/^CAP_/, ""));
	return sorted({
		config: { ...image, ...(hostname !== id.slice(0, 12) && { hostname }), labels: own },
		addresses: Object.values(settings?.Networks ?? {}).map((endpoint) => endpoint?.MacAddress),
		host: { ...other, network, restart: restart?.Name === "no" ? undefined : restart, added: capabilities(added), dropped: capabilities(dropped) },
		anonymous: [...new Set([...Object.keys(anonymous ?? {}), ...unnamed])],
		binds: [...(binds ?? []).map((bind) => bind.replace(/:rw$/, "")), ...named, ...bound],
		mounts: (mounts ?? []).filter((mount) => !volumes.includes(mount) && !folders.includes(mount)),
	});
}

const plainKeys = new Set(["Type", "Source", "Target", "ReadOnly", "BindOptions", "CreateMountpoint"]);

/** What is empty is not there, and the order of what has none does not count. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted).toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
	if (typeof value !== "object" || value === null) return value === "" || value === 0 || value === false || value === null ? undefined : value;
	const entries = Object.entries(value).map(([key, held]) => [key, sorted(held)] as const);
	return Object.fromEntries(
		entries
			.filter(([, held]) => held !== undefined && !(typeof held === "object" && held !== null && Object.keys(held).length === 0))
			.sort(([one], [other]) => (one < other ? -1 : 1)),
	);
}
