import { expect, test } from "vitest";
import { loadProject } from "../../../src/engine/compose/project.ts";
import { compareRunning, dockerfileOf, type RunningContainer } from "../../../src/engine/compose/running/compare.ts";
import type { DescribedContainer, DescribedImage } from "../../../src/engine/compose/running/described.ts";
import { textOf } from "../../../src/engine/text/message.ts";

// What a real engine says is compared in test/docker/compose-drift.test.ts; here stands what is hard to bring about there.

const path = "/shop/compose.yaml";
const load = (text: string) =>
	loadProject(
		{ paths: [path], folder: "/shop", environment: () => undefined, profiles: [], name: undefined },
		{ text: (each) => (each === path ? text : undefined), isAbsent: () => true, home: undefined },
	);

const networks = { NetworkSettings: { Networks: { shop_default: {} } } };

/** What is told of one container of `web`. */
function drift(web: string, container: DescribedContainer, more: Partial<RunningContainer> = {}, changedAt = new Map<string, number>()): readonly string[] {
	const project = load(`services:\n  web: ${web}\n`);
	const running: RunningContainer = { service: "web", container: { ...networks, ...container }, ...more };
	const differences = compareRunning(project, [running], changedAt);
	return (differences.get("web") ?? []).map(({ key, message }) => `${key}: ${textOf(message)}`);
}

const image: DescribedImage = {
	Id: "sha256:1",
	Created: "2026-05-01T10:00:00Z",
	Metadata: { LastTagTime: "2026-05-02T10:00:00Z" },
	Config: {
		Env: ["PATH=/bin", "LANG=C"],
		Cmd: ["serve"],
		Entrypoint: ["/entry"],
		User: "app",
		WorkingDir: "/srv",
		Labels: { maker: "us" },
		Volumes: { "/data": {} },
		Healthcheck: { Test: ["CMD-SHELL", "true"], Interval: 30e9 },
	},
};

const asImage: DescribedContainer = {
	Image: "sha256:1",
	Config: {
		...image.Config,
		Image: "web",
		Env: ["PATH=/bin", "LANG=C", "HTTP_PROXY=http://proxy:3128"],
		Labels: { maker: "us", "com.docker.compose.project": "shop", "desktop.docker.io/binds/0/Source": "/x" },
	},
	HostConfig: { RestartPolicy: { Name: "no" }, PortBindings: { "80/tcp": null } },
	Mounts: [{ Type: "volume", Name: "0".repeat(64), Destination: "/data", RW: true }],
};

test("what an image says by itself, and what Docker adds, is no difference", () => {
	expect(drift("{ image: web }", asImage, { image, tagged: "sha256:1" })).toEqual([]);
	expect(drift("{ image: docker.io/library/web:latest }", asImage, { image })).toEqual([]);
});

test("without its image only what the file says is compared", () => {
	expect(drift("{ image: web, command: run }", asImage, {})).toEqual(["command: `command` is `serve` in the container, and `run` in the file"]);
	expect(drift("{ image: web }", { ...asImage, Config: { ...asImage.Config, Env: [], Labels: {} } })).toEqual([]);
});

test("what the file adds to an image, and takes from it", () => {
	const told = drift("{ image: web, environment: { LANG: de, A: '1' }, labels: { maker: them }, healthcheck: { interval: 1m } }", asImage, { image });
	expect(told).toEqual([
		"environment: `LANG` is `C` in the container, and `de` in the file",
		"environment: `A` is not set in the container",
		"labels: `maker` is `us` in the container, and `them` in the file",
		"healthcheck: `healthcheck` is `true, interval 30s` in the container, and `true, interval 60s` in the file",
	]);
	expect(
		drift("{ image: web, healthcheck: { disable: true } }", { ...asImage, Config: { ...asImage.Config, Healthcheck: { Test: ["NONE"] } } }, { image }),
	).toEqual([]);
});

test("secrets are told of, and not told", () => {
	const config = { ...asImage.Config, Env: ["PATH=/bin", "LANG=C", "API_TOKEN=s3cr3t-one", "URL=postgres://me:s3cr3t@db/x"] };
	const told = drift("{ image: web, environment: { API_TOKEN: s3cr3t-two, URL: 'postgres://me:other@db/y' } }", { ...asImage, Config: config }, { image });
	expect(told.length).toBe(2);
	expect(told.join("\n")).not.toMatch(/s3cr3t|other@/);
});

test("folders of Docker Desktop are those of its host", () => {
	const mounted = { ...asImage, Mounts: [...(asImage.Mounts ?? []), { Type: "bind", Source: "/host_mnt/shop/src", Destination: "/src", RW: true }] };
	expect(drift("{ image: web, volumes: ['./src:/src'] }", mounted, { image })).toEqual([]);
	expect(drift("{ image: web, volumes: ['/shop//src/:/src/'] }", mounted, { image })).toEqual([]);
});

test("a Dockerfile that was changed after its image was last built is told", () => {
	const service = "{ build: { context: app, dockerfile: deploy/Dockerfile } }";
	expect(dockerfileOf(load(`services:\n  web: ${service}\n`), "web")).toBe("/shop/app/deploy/Dockerfile");
	const changed = (time: string) => new Map([["/shop/app/deploy/Dockerfile", Date.parse(time)]]);
	expect(drift(service, asImage, { image }, changed("2026-05-03T00:00:00Z"))).toEqual(["build: the Dockerfile has been changed since the image was built"]);
	expect(drift(service, asImage, { image }, changed("2026-05-02T00:00:00Z"))).toEqual([]);
	expect(drift(service, asImage, { image: { ...image, Created: "1970-01-01T00:00:00Z", Metadata: null } }, changed("2026-05-03T00:00:00Z"))).toEqual([]);
	expect(dockerfileOf(load("services:\n  web: { build: 'https://github.com/example/app.git' }\n"), "web")).toBeUndefined();
});

test("what several containers of a service have in common is told once, and nothing of one that was run by hand", () => {
	const project = load("services:\n  web: { image: web, user: root }\n");
	const running: RunningContainer = { service: "web", container: { ...networks, ...asImage }, image };
	const byHand = { ...asImage, Config: { ...asImage.Config, Labels: { "com.docker.compose.oneoff": "True" } } };
	const told = (all: readonly RunningContainer[]) => compareRunning(project, all, new Map()).get("web")?.length;
	expect(told([running, running])).toBe(1);
	expect(told([{ ...running, container: byHand }])).toBeUndefined();
	expect(told([{ ...running, service: "gone" }])).toBeUndefined();
});

test("what a service is given beside what it runs is compared, too, where it is no default of the engine", () => {
	const HostConfig: DescribedContainer["HostConfig"] = {
		...asImage.HostConfig,
		Init: null,
		IpcMode: "private",
		PidMode: "",
		CgroupnsMode: "host",
		Runtime: "runc",
		ShmSize: 67_108_864,
		MemorySwap: 0,
		LogConfig: { Type: "json-file", Config: { "max-file": "3" } },
		Ulimits: [{ Name: "nofile", Soft: 1024, Hard: 2048 }],
		SecurityOpt: ["no-new-privileges:true", "label=disable"],
		ExtraHosts: ["db:10.0.0.1", "six:::1"],
		Dns: [],
		Sysctls: { "net.core.somaxconn": "1024" },
		Devices: [{ PathOnHost: "/dev/null", PathInContainer: "/dev/null", CgroupPermissions: "rwm" }],
	};
	const container = {
		...asImage,
		Name: "/shop-web-1",
		Config: { ...asImage.Config, Hostname: "0123456789ab", ExposedPorts: { "80/tcp": {}, "81": {} } },
		HostConfig,
	};
	const same =
		"extra_hosts: ['six=[::1]', 'db=10.0.0.1'], security_opt: ['no-new-privileges=true'], sysctls: { net.core.somaxconn: 1024 }, devices: ['/dev/null']";
	expect(drift(`{ image: web, ${same}, expose: [80, 81], ulimits: { nofile: { soft: 1024, hard: 2048 } } }`, container, { image })).toEqual([]);
	const told = (more: string) => drift(`{ image: web, ${same}, ${more} }`, container, { image });
	expect(told("expose: [81], hostname: shop, init: true, tty: true")).toEqual([
		"hostname: `hostname` is `0123456789ab` in the container, and `shop` in the file",
		"init: `init` is not set in the container, and `true` in the file",
		"tty: `tty` is not set in the container, and `true` in the file",
	]);
	expect(told("expose: [81], logging: { driver: local, options: { max-size: 1m } }, ulimits: { nofile: 4096 }, shm_size: 64m, ipc: host, pid: host")).toEqual([
		"ulimits: `nofile` is `1024:2048` in the container, and `4096:4096` in the file",
		"logging: `logging` is `json-file` in the container, and `local` in the file",
		"logging: `max-size` is not set in the container, and `1m` in the file",
		"ipc: `ipc` is `private` in the container, and `host` in the file",
		"pid: `pid` is not set in the container, and `host` in the file",
	]);
	expect(told("stop_grace_period: 1m, container_name: shop, expose: [82/udp], mem_reservation: 16m, dns: 9.9.9.9")).toEqual([
		"expose: `expose` is `81` in the container, and `82/udp` in the file",
		"container_name: `container_name` is `shop-web-1` in the container, and `shop` in the file",
		"dns: `dns` is not set in the container, and `9.9.9.9` in the file",
		"stop_grace_period: `stop_grace_period` is `10s` in the container, and `60s` in the file",
		"mem_reservation: `mem_reservation` is not set in the container, and `16777216` in the file",
	]);
	expect(drift("{ image: web }", container, { image }).map((each) => each.split(":")[0])).toEqual([
		"expose",
		"extra_hosts",
		"sysctls",
		"devices",
		"security_opt",
	]);
});

test("a secret among the options of a log is not told", () => {
	const HostConfig = { ...asImage.HostConfig, LogConfig: { Type: "splunk", Config: { "splunk-token": "s3cr3t-one" } } };
	const told = drift("{ image: web, logging: { driver: splunk, options: { splunk-token: s3cr3t-two } } }", { ...asImage, HostConfig }, { image });
	expect(told).toEqual(["logging: `splunk-token` has another value in the container"]);
});

test("aliases, addresses and the options of a memory file system are compared", () => {
	const there = { shop_default: { Aliases: ["web", "w"], IPAMConfig: { IPv4Address: "10.0.0.5" } } };
	const Config = { ...asImage.Config, Labels: { ...asImage.Config?.Labels, "com.docker.compose.service": "web" } };
	const container = { ...asImage, Config, HostConfig: { ...asImage.HostConfig, Tmpfs: { "/t": "rw,size=1m" } }, NetworkSettings: { Networks: there } };
	const told = (address: string, alias: string, options: string) =>
		drift(`{ image: web, tmpfs: '/t${options}', networks: { default: { ipv4_address: ${address}, aliases: [${alias}] } } }`, container, { image });
	expect(told("10.0.0.5", "w", ":size=1m")).toEqual([]);
	expect(told("10.0.0.6", "x", ":size=2m")).toEqual([
		"tmpfs: `/t` is `rw,size=1m` in the container, and `size=2m` in the file",
		"networks: `aliases` is `w` in the container, and `x` in the file",
		"networks: `ipv4_address` is `10.0.0.5` in the container, and `10.0.0.6` in the file",
	]);
});

test("an entry point of one empty word is none", () => {
	const container = { ...asImage, Config: { ...asImage.Config, Entrypoint: null, Cmd: ["run"] } };
	expect(drift("{ image: web, entrypoint: [''], command: run }", container, { image })).toEqual([]);
});

test("what is taken out of the file is told where no engine has it by itself", () => {
	const HostConfig = {
		...asImage.HostConfig,
		CgroupParent: "/shop",
		OomScoreAdj: -5,
		UsernsMode: "host",
		CpuPeriod: 50_000,
		Memory: 0,
		ShmSize: 1024,
		Runtime: "runsc",
	};
	const Config = { ...asImage.Config, Hostname: "shop", Domainname: "example", StopSignal: "SIGINT", StopTimeout: 20, MacAddress: "02:42:ac:11:65:43" };
	const container: DescribedContainer = { ...asImage, Id: "0".repeat(64), HostConfig: { ...HostConfig, LogConfig: { Type: "local" } }, Config };
	const told = drift("{ image: web }", container, { image }).map((each) => each.split(":")[0]);
	expect(told).toEqual([
		...["mac_address", "hostname", "domainname", "stop_signal", "stop_grace_period"],
		...["userns_mode", "cgroup_parent", "cpu_period", "oom_score_adj"],
	]);
	const usual = { Hostname: "0".repeat(12), StopSignal: "SIGTERM", StopTimeout: 10 };
	expect(drift("{ image: web }", { ...container, HostConfig: asImage.HostConfig ?? {}, Config: { ...asImage.Config, ...usual } }, { image })).toEqual([]);
	const ofImage = { ...image, Config: { ...image.Config, StopSignal: "SIGQUIT" } };
	const ofHost = { ...asImage, Id: "1".repeat(64), HostConfig: { ...asImage.HostConfig, NetworkMode: "host" }, NetworkSettings: { Networks: { host: {} } } };
	const asHost = { ...ofHost, Config: { ...asImage.Config, Hostname: "laptop", Domainname: "lan", StopSignal: "SIGQUIT" } };
	expect(drift("{ image: web, network_mode: host }", asHost, { image: ofImage })).toEqual([]);
});

test("what a container shares with others is told by their services, also where those have been made anew", () => {
	const project = load(
		"services:\n  web: { image: web, network_mode: 'service:db', pid: 'service:db', volumes_from: [db], ipc: 'container:cache' }\n  db: { image: db }\n",
	);
	const [now, before] = ["d".repeat(64), "e".repeat(64)];
	const shares = (id: string): RunningContainer => ({
		service: "web",
		container: {
			...asImage,
			HostConfig: {
				...asImage.HostConfig,
				NetworkMode: `container:${id}`,
				PidMode: `container:${id}`,
				IpcMode: `container:${"a".repeat(64)}`,
				VolumesFrom: [`${id}:rw`],
			},
			NetworkSettings: { Networks: {} },
		},
		image,
	});
	const db: RunningContainer = { service: "db", container: { ...networks, Id: now, Name: "/shop-db-1" } };
	const told = (id: string) => (compareRunning(project, [shares(id), db], new Map()).get("web") ?? []).map(({ message }) => textOf(message));
	expect(told(now)).toEqual([]);
	expect(told(before)).toEqual([
		"`network_mode` is `container:eeeeeeeeeeee` in the container, and `service:db` in the file",
		"`pid` is `container:eeeeeeeeeeee` in the container, and `service:db` in the file",
		"`volumes_from` is `container:eeeeeeeeeeee` in the container, and `db` in the file",
	]);
});

test("names for others are compared without those that Compose adds", () => {
	const linked = (...Links: readonly string[]): DescribedContainer => ({ ...asImage, NetworkSettings: { Networks: { shop_default: { Links } } } });
	const added = ["shop-db-1:db-1", "shop-db-1:shop-db-1"];
	const project = (more: string) => `{ image: web, ${more} }\n  db: { image: db }`;
	expect(drift(project("links: [db]"), linked("shop-db-1:db", ...added), { image })).toEqual([]);
	expect(drift(project("external_links: [old, 'old:name']"), linked("old:old", "old:name"), { image })).toEqual([]);
	expect(drift(project("links: ['db:data']"), linked("shop-db-1:db", ...added), { image })).toEqual([
		"links: `links` is `db` in the container, and `data` in the file",
	]);
	expect(drift("{ image: web }", linked("old:old"), { image })).toEqual(["links: `links` is `old` in the container, and not set in the file"]);
});

test("what `docker compose up` carries over to a volume without a name is no difference", () => {
	const bind = { Type: "bind", Source: "/shop/src", Destination: "/data", RW: true };
	expect(drift("{ image: web }", { ...asImage, Mounts: [bind] }, { image })).toEqual([]);
	expect(drift("{ image: other, volumes: [/data] }", { ...asImage, Config: { ...asImage.Config, Image: "other" }, Mounts: [bind] }, {})).toEqual([]);
	const unnamed = { Type: "volume", Name: "1".repeat(64), Destination: "/more", RW: true };
	expect(drift("{ image: web }", { ...asImage, Mounts: [unnamed] }, { image })).toEqual([
		"volumes: something is mounted at `/more` in the container, and not by the file",
	]);
	expect(drift("{ image: web }", { ...asImage, Mounts: [unnamed] })).toEqual([]);
});

test("what was asked of a mount is compared in the way in which it was asked", () => {
	const mount = (more: object, Type = "bind", Source = "/shop/src"): DescribedContainer => ({
		...asImage,
		HostConfig: { ...asImage.HostConfig, ...more },
		Mounts: [{ Type, Source, Name: "shop_d", Destination: "/d", RW: true }],
	});
	const told = (volume: string, container: DescribedContainer) => drift(`{ image: web, volumes: [${volume}] }`, container, { image });
	expect(told("./src:/d:z", mount({ Binds: ["/shop/src:/d:rw,Z"] }))).toEqual(["volumes: `/d: selinux` is `Z` in the container, and `z` in the file"]);
	expect(told("'./src:/d:z,rslave'", mount({ Mounts: [{ Type: "bind", Target: "/d", BindOptions: { Propagation: "rslave" } }] }))).toEqual([]);
	expect(told("./src:/d", mount({ Binds: ["/shop/src:/d:rw,rprivate,rbind"] }))).toEqual([]);
	expect(told("./src:/d", mount({ Binds: ["/shop/src:/d:rw,rshared"] }))).toEqual([
		"volumes: `/d: propagation` is `rshared` in the container, and not set in the file",
	]);
	const temporary = mount({ Mounts: [{ Type: "tmpfs", Target: "/d", TmpfsOptions: { SizeBytes: 1024, Mode: 960 } }] }, "tmpfs", "");
	expect(told("{ type: tmpfs, target: /d, tmpfs: { size: 1024, mode: 0o1700 } }", temporary)).toEqual([]);
	expect(told("{ type: tmpfs, target: /d, tmpfs: { size: 2k } }", temporary)).toEqual([
		"volumes: `/d: size` is `1024` in the container, and `2048` in the file",
		"volumes: `/d: mode` is `960` in the container, and not set in the file",
	]);
});

test("files that are secrets and configs are compared as mounts, also in Windows' spelling", () => {
	const secret = (Source: string): DescribedContainer => ({ ...asImage, Mounts: [{ Type: "bind", Source, Destination: "/run/secrets/token", RW: false }] });
	const told = (file: string, container: DescribedContainer) =>
		drift(`{ image: web, secrets: [token] }\nsecrets: { token: { file: '${file}' } }`, container, { image });
	expect(told("./token.txt", secret("/shop/token.txt"))).toEqual([]);
	expect(told("C:/shop/token.txt", secret("/run/desktop/mnt/host/c/shop/token.txt"))).toEqual([]);
	expect(told("./other.txt", secret("/shop/token.txt"))).toEqual([
		"secrets: what is mounted at `/run/secrets/token` is `/shop/token.txt` in the container, and `/shop/other.txt` in the file",
	]);
	expect(told("./token.txt", asImage)).toEqual(["secrets: nothing is mounted at `/run/secrets/token` in the container"]);
	expect(drift("{ image: web }", secret("/shop/token.txt"), { image })).toEqual([
		"secrets: something is mounted at `/run/secrets/token` in the container, and not by the file",
	]);
	expect(drift("{ image: web, secrets: [token] }\nsecrets: { token: { environment: TOKEN } }", asImage, { image })).toEqual([]);
});

test("what not every machine can give is told where the container has it", () => {
	const here =
		"{ image: web, platform: linux/arm64/v8, annotations: [a=b], blkio_config: { device_read_bps: [{ path: /dev/sda, rate: 1k }] }, mem_swappiness: 5, oom_kill_disable: true }";
	const container = { ...asImage, Driver: "overlay2" };
	expect(drift(here, container, { image: { ...image, Os: "linux", Architecture: "arm64", Variant: "v8" } })).toEqual([]);
	const HostConfig = { ...asImage.HostConfig, BlkioDeviceReadBps: [{ Path: "/dev/sda", Rate: 10 }], MemorySwappiness: 6, OomKillDisable: false };
	const NetworkSettings = { Networks: { shop_default: { DNSNames: ["web"] } } };
	expect(drift(here, { ...container, HostConfig, NetworkSettings }, { image: { ...image, Os: "linux", Architecture: "amd64" } })).toEqual([
		"platform: `platform` is `linux/amd64` in the container, and `linux/arm64/v8` in the file",
		"blkio_config: `device_read_bps` is `/dev/sda 10` in the container, and `/dev/sda 1024` in the file",
		"mem_swappiness: `mem_swappiness` is `6` in the container, and `5` in the file",
		"oom_kill_disable: `oom_kill_disable` is not set in the container, and `true` in the file",
		"annotations: `a` is not set in the container",
	]);
	const several = { ...container, Driver: "overlayfs", ImageManifestDescriptor: { platform: { os: "linux", architecture: "arm64" } } };
	expect(drift("{ image: web, platform: linux/arm64 }", several, { image: { ...image, Os: "linux", Architecture: "amd64" } })).toEqual([]);
});

test("addresses of ports are those of one kind or of both, and have several spellings", () => {
	const published = (HostIp: string, HostPort = "8080"): DescribedContainer => ({
		...asImage,
		HostConfig: { ...asImage.HostConfig, PortBindings: { "80/tcp": [{ HostIp, HostPort }] } },
	});
	expect(drift("{ image: web, ports: ['[0:0:0:0:0:0:0:1]:8080:80'] }", published("::1"), { image })).toEqual([]);
	expect(drift("{ image: web, ports: ['0:80'] }", published("", ""), { image })).toEqual([]);
	expect(drift("{ image: web, ports: ['0.0.0.0:8080:80'] }", published(""), { image })).toEqual([
		"ports: the container does not publish `0.0.0.0:8080 → 80`",
		"ports: the container publishes `8080 → 80`, and the file does not",
	]);
});

test("what older releases of Compose leave out is no difference", () => {
	const madeBy = (version: string): DescribedContainer => ({
		...asImage,
		Config: { ...asImage.Config, Labels: { maker: "us", "com.docker.compose.version": version } },
		NetworkSettings: { Networks: { shop_default: { MacAddress: "02:42:0a:3e:86:31", DriverOpts: null } } },
	});
	const web = "{ image: web, mac_address: 02:42:ac:11:65:43, networks: { default: { driver_opts: { a: b } } } }";
	expect(drift(web, madeBy("2.26.1"), { image })).toEqual([]);
	expect(drift(web, madeBy("5.5.0"), { image })).toEqual([
		"networks: `driver_opts` is not set in the container, and `a=b` in the file",
		"networks: `mac_address` is `02:42:0a:3e:86:31` in the container, and `02:42:ac:11:65:43` in the file",
	]);
	const ranged = { ...asImage, Config: { ...asImage.Config, ExposedPorts: { "80-82": {} } } };
	expect(drift("{ image: web, expose: ['80-82'] }", ranged, { image })).toEqual([]);
});

test("a policy of restarts is compared as Compose reads it", () => {
	const restarting = (Name: string, MaximumRetryCount = 0): DescribedContainer => ({
		...asImage,
		HostConfig: { ...asImage.HostConfig, RestartPolicy: { Name, MaximumRetryCount } },
	});
	const told = (restart: string, container: DescribedContainer) => drift(`{ image: web, ${restart} }`, container, { image }).length;
	for (const text of ["on-failure:three", "'on-failure:'", "'on-failure:0'"]) expect(told(`restart: ${text}`, restarting("on-failure"))).toBe(0);
	expect(told("restart: 'on-failure:03'", restarting("on-failure", 3))).toBe(0);
	expect(told("restart: any", restarting("always"))).toBe(0);
	expect(told("restart: none", restarting("no"))).toBe(0);
	expect(told("deploy: { restart_policy: { max_attempts: 2 } }", restarting("no"))).toBe(0);
	expect(told("deploy: { restart_policy: { condition: unless-stopped } }", restarting("unless-stopped"))).toBe(0);
	expect(told("restart: 'on-failure:4'", restarting("on-failure", 3))).toBe(1);
});

test("what Podman gives to all of its containers, says in its own words or leaves out is no difference", () => {
	const container: DescribedContainer = {
		...asImage,
		Config: {
			...asImage.Config,
			Env: ["TERM=xterm", "container=podman", "PATH=/bin", "LANG=C"],
			StopSignal: "15",
			StopTimeout: 0,
			Healthcheck: { ...image.Config?.Healthcheck, Timeout: 30e9, Retries: 3 },
		},
		HostConfig: {
			...asImage.HostConfig,
			PidsLimit: 2048,
			NanoCpus: 5e8,
			CpuQuota: 50_000,
			CpuPeriod: 100_000,
			CapDrop: ["CHOWN", "FOWNER", "FSETID", "KILL", "MKNOD", "SETUID"],
			Ulimits: [{ Name: "RLIMIT_NOFILE", Soft: 1024, Hard: 1024 }],
			Tmpfs: { "/run": "rw", "/tmp": "rw", "/t": "size=1024,mode=0,rw" },
			ReadonlyRootfs: true,
			IpcMode: "shareable",
			LogConfig: { Type: "json-file", Config: null },
		},
	};
	const more = "ulimits: { nofile: 1024 }, volumes: [{ type: tmpfs, target: /t, tmpfs: { size: 1k } }], ipc: host, sysctls: { a: 1 }";
	const web = `image: web, cpus: 0.5, cap_drop: [ALL], read_only: true, ${more}, logging: { options: { max-size: 1m } }, domainname: d`;
	expect(drift(`{ ${web} }`, container, { image })).toEqual([]);
	expect(
		drift(`{ ${web}, pids_limit: 9, stop_grace_period: 3s, environment: { TERM: vt100 } }`, container, { image }).map((each) => each.split(":")[0]),
	).toEqual([...["environment", "pids_limit", "stop_grace_period"]]);
});
