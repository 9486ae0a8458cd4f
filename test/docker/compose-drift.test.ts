import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadProject } from "../../src/engine/compose/project.ts";
import type { DescribedContainer, DescribedImage } from "../../src/engine/compose/running/described.ts";
import { driftOf } from "../../src/engine/compose/running/drift.ts";
import { wantedOf } from "../../src/engine/compose/running/wanted.ts";
import { textOf } from "../../src/engine/text/message.ts";
import { outside } from "./own-engine.ts";

const name = `drift-${process.pid}`;
const folder = realpathSync(mkdtempSync(join(tmpdir(), "hullwright-drift-")));
const path = join(folder, "compose.yaml");
const compose = (...args: readonly string[]): string =>
	execFileSync("docker", ["compose", "--project-name", name, ...args], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

afterAll(async () => {
	compose("down", "--volumes", "--timeout=0");
	rmSync(folder, { recursive: true, force: true });
	await outside
		.getImage("busybox:drifting")
		.remove()
		.catch(() => {});
});

const service = {
	image: "busybox:test",
	command: '["sleep", "600"]',
	environment: '{ GREETING: "hello there", DB_PASSWORD: rosebud, EMPTY: "", UNSET: }',
	user: '"1000:1000"',
	working_dir: "/tmp",
	labels: "{ team: shop }",
	restart: "on-failure:3",
	ports: '["127.0.0.1:18431:80", "18432:53/udp", "127.0.0.1::90"]',
	volumes: '["data:/data", "./src:/src:ro", "/anonymous", { type: tmpfs, target: /scratch }]',
	tmpfs: "[/t1]",
	secrets: "[token]",
	mem_limit: "64m",
	cpus: "0.5",
	pids_limit: "50",
	cap_drop: "[ALL]",
	cap_add: "[NET_ADMIN]",
	healthcheck: '{ test: ["CMD", "true"], interval: 1m30s, retries: 2 }',
	networks: "{ default: { aliases: [w] }, back: }",
	hostname: "shop",
	init: "true",
	tty: "true",
	extra_hosts: "['db:10.0.0.1', 'six=[::1]', 'up:host-gateway']",
	dns: "[9.9.9.9]",
	dns_opt: "['ndots:2']",
	group_add: "['1001']",
	sysctls: "{ net.core.somaxconn: 1024 }",
	devices: "['/dev/null:/dev/nothing', '/dev/zero']",
	security_opt: "['no-new-privileges:true']",
	ulimits: "{ nofile: 1024, nproc: { soft: 100, hard: 200 } }",
	logging: "{ driver: json-file, options: { max-size: 1m } }",
	stop_signal: "SIGINT",
	stop_grace_period: "1m30s",
	shm_size: "32m",
	ipc: "private",
	expose: "['70', '71/udp']",
	mem_reservation: "16m",
	cpu_shares: "512",
};

function write(
	web: Partial<Record<keyof typeof service, string>> & { readonly entrypoint?: string; readonly links?: string; readonly volumes_from?: string },
): void {
	const fields = Object.entries({ ...service, ...web }).filter(([, value]) => value !== "");
	writeFileSync(
		path,
		[
			"services:",
			"  web:",
			...fields.map(([key, value]) => `    ${key}: ${value}`),
			"  plain:",
			"    image: busybox:test",
			"    entrypoint: [sleep]",
			'    command: ["600"]',
			'    deploy: { resources: { limits: { memory: 32M, cpus: "0.25", pids: 20 } }, restart_policy: { condition: on-failure, max_attempts: 2 } }',
			"  shared: { image: 'busybox:test', command: sleep 600, network_mode: 'service:plain', init: true }",
			"networks: { back: {} }",
			"volumes: { data: {}, other: {} }",
			"secrets: { token: { file: ./token.txt } }",
			"",
		].join("\n"),
	);
}

/** What is otherwise in the containers than in the file as it is now. */
async function drift(): Promise<Record<string, readonly string[]>> {
	const request = { paths: [path], folder, environment: () => undefined, profiles: [], name };
	const text = (each: string): string | undefined => (each === path ? execFileSync("cat", [path], { encoding: "utf8" }) : undefined);
	const project = loadProject(request, { text, isAbsent: () => true, home: undefined });
	expect(project.refusals).toEqual([]);
	const found: Record<string, readonly string[]> = {};
	for (const each of ["web", "plain", "shared"]) {
		const container = (await outside.getContainer(`${name}-${each}-1`).inspect()) as unknown as DescribedContainer;
		const image = (await outside.getImage(container.Image ?? "").inspect()) as unknown as DescribedImage;
		const tagged = ((await outside.getImage(container.Config?.Image ?? "").inspect()) as unknown as DescribedImage).Id;
		const wanted = wantedOf(project, each);
		if (!wanted) throw new Error(`there is no ${each}`);
		found[each] = driftOf(wanted, { container, image, tagged }).map(({ key, message }) => `${key}: ${textOf(message)}`);
	}
	return found;
}

test("a container is compared with its service, field by field, once it is up", async () => {
	mkdirSync(join(folder, "src"));
	writeFileSync(join(folder, "token.txt"), "t");
	await outside.getImage("busybox:test").tag({ repo: "busybox", tag: "drifting" });
	write({});
	compose("up", "--detach");
	expect(await drift()).toEqual({ web: [], plain: [], shared: [] });

	const differs = (key: string, there: string, here: string): string => `\`${key}\` is \`${there}\` in the container, and \`${here}\` in the file`;
	const cases: readonly (readonly [Parameters<typeof write>[0], readonly string[]])[] = [
		[{ image: "busybox:drifting" }, [`image: ${differs("image", "busybox:test", "busybox:drifting")}`]],
		[{ command: "sleep 700" }, [`command: ${differs("command", "sleep 600", "sleep 700")}`]],
		[{ command: "" }, [`command: ${differs("command", "sleep 600", "sh")}`]],
		[
			{ entrypoint: '["sleep", "800"]', command: "" },
			[
				"entrypoint: `entrypoint` is not set in the container, and `sleep 800` in the file",
				"command: `command` is `sleep 600` in the container, and not set in the file",
			],
		],
		[
			{ environment: '{ GREETING: "hello", DB_PASSWORD: other, EMPTY: "", MORE: "1" }' },
			[
				"environment: `DB_PASSWORD` has another value in the container",
				`environment: ${differs("GREETING", "hello there", "hello")}`,
				"environment: `MORE` is not set in the container",
				"environment: `UNSET` is set in the container, and not in the file",
			],
		],
		[{ user: '"1001"' }, [`user: ${differs("user", "1000:1000", "1001")}`]],
		[{ user: "" }, ["user: `user` is `1000:1000` in the container, and not set in the file"]],
		[{ working_dir: "/" }, [`working_dir: ${differs("working_dir", "/tmp", "/")}`]],
		[{ labels: "{ team: stern }" }, [`labels: ${differs("team", "shop", "stern")}`]],
		[{ labels: "" }, ["labels: `team` is set in the container, and not in the file"]],
		[{ restart: "always" }, [`restart: ${differs("restart", "on-failure:3", "always")}`]],
		[
			{ ports: '["18433:80", "18432:53/udp", "127.0.0.1::90"]' },
			["ports: the container does not publish `18433 → 80`", "ports: the container publishes `127.0.0.1:18431 → 80`, and the file does not"],
		],
		[
			{ volumes: '["other:/data", "./src:/src", "/anonymous", "./more:/more"]' },
			[
				`volumes: what is mounted at \`/data\` is \`${name}_data\` in the container, and \`${name}_other\` in the file`,
				"volumes: the container may not write at `/src`, and by the file it may",
				"volumes: nothing is mounted at `/more` in the container",
				"volumes: something is mounted at `/scratch` in the container, and not by the file",
			],
		],
		[{ tmpfs: "" }, ["volumes: something is mounted at `/t1` in the container, and not by the file"]],
		[{ mem_limit: "32m" }, [`mem_limit: ${differs("mem_limit", "67108864", "33554432")}`]],
		[{ cpus: "1" }, [`cpus: ${differs("cpus", "0.5", "1")}`]],
		[{ pids_limit: "" }, ["pids_limit: `pids_limit` is `50` in the container, and not set in the file"]],
		[{ cap_add: "[SYS_TIME]" }, [`cap_add: ${differs("cap_add", "NET_ADMIN", "SYS_TIME")}`]],
		[
			{ healthcheck: '{ test: ["CMD", "true"], interval: 60s, retries: 2 }' },
			[`healthcheck: ${differs("healthcheck", "true, interval 90s, retries 2", "true, interval 60s, retries 2")}`],
		],
		[
			{ hostname: "other", init: "", tty: "" },
			[
				`hostname: ${differs("hostname", "shop", "other")}`,
				"init: `init` is `true` in the container, and not set in the file",
				"tty: `tty` is `true` in the container, and not set in the file",
			],
		],
		[
			{ dns: "", security_opt: "", devices: "['/dev/zero:/dev/zero:rwm']" },
			[
				"dns: `dns` is `9.9.9.9` in the container, and not set in the file",
				`devices: ${differs("devices", "/dev/null:/dev/nothing:rwm, /dev/zero:/dev/zero:rwm", "/dev/zero:/dev/zero:rwm")}`,
				"security_opt: `security_opt` is `no-new-privileges=true` in the container, and not set in the file",
			],
		],
		[
			{ ulimits: "{ nofile: 2048 }", logging: "{ driver: json-file, options: { max-size: 2m } }", stop_grace_period: "90s", shm_size: "64m" },
			[
				`ulimits: ${differs("nofile", "1024:1024", "2048:2048")}`,
				`logging: ${differs("max-size", "1m", "2m")}`,
				`shm_size: ${differs("shm_size", "33554432", "67108864")}`,
			],
		],
		[{ secrets: "" }, ["secrets: something is mounted at `/run/secrets/token` in the container, and not by the file"]],
		[
			{ hostname: "", stop_signal: "", stop_grace_period: "", expose: "['70']" },
			[
				"expose: `expose` is `71/udp` in the container, and not set in the file",
				"hostname: `hostname` is `shop` in the container, and not set in the file",
				"stop_signal: `stop_signal` is `SIGINT` in the container, and not set in the file",
				`stop_grace_period: ${differs("stop_grace_period", "90s", "10s")}`,
			],
		],
		[
			{ volumes: '["data:/data:nocopy", "./src:/src:ro,z", "/anonymous", { type: tmpfs, target: /scratch, tmpfs: { size: 1m } }]' },
			[
				"volumes: `/data: nocopy` is not set in the container, and `true` in the file",
				"volumes: `/src: selinux` is not set in the container, and `z` in the file",
				"volumes: `/scratch: size` is not set in the container, and `1048576` in the file",
			],
		],
		[
			{ ports: '["127.0.0.1:18431:80", "0.0.0.0:18432:53/udp", "127.0.0.1::90"]' },
			["ports: the container does not publish `0.0.0.0:18432 → 53/udp`", "ports: the container publishes `18432 → 53/udp`, and the file does not"],
		],
		[
			{ links: '["plain:p"]', volumes_from: "[plain]" },
			["volumes_from: `volumes_from` is not set in the container, and `plain` in the file", "links: `links` is not set in the container, and `p` in the file"],
		],
		[
			{ networks: "[default]" },
			[
				`networks: the container is in the network \`${name}_back\`, and not by the file`,
				"networks: `aliases` is `w` in the container, and not set in the file",
			],
		],
	];
	for (const [change, expected] of cases) {
		write(change);
		expect((await drift())["web"], `with ${JSON.stringify(change)}`).toEqual(expected);
	}
});

test("an image that has been built or pulled anew since is told", async () => {
	write({ image: "busybox:drifting" });
	compose("up", "--detach", "--timeout=0");
	expect((await drift())["web"]).toEqual([]);
	const committed = (await outside.getContainer(`${name}-plain-1`).commit({ repo: "busybox", tag: "drifting" })) as { readonly Id: string };
	expect(committed.Id).toMatch(/^sha256:/);
	expect((await drift())["web"]).toEqual(["image: the image `busybox:drifting` is another by now than the container was made of"]);
});
