import { parseVolume } from "../../../compose/short-forms/volumes.ts";
import { say, type Message } from "../../../text/message.ts";
import { notesOfVolumesFrom, recursions } from "./run-values.ts";
import { escaped, type Plain, type ServiceDraft, serviceName, withoutEmpty } from "./service-draft.ts";

/** What `GET /containers/{id}/json` tells, as far as it is read; engines leave out what they do not know. */
export type InspectedContainer = {
	readonly Id: string;
	readonly Name: string;
	readonly Config: Config & { readonly Image: string; readonly Hostname?: string; readonly MacAddress?: string };
	readonly HostConfig: HostConfig;
	readonly NetworkSettings?: { readonly Networks?: Readonly<Record<string, Endpoint | null>> };
	readonly Mounts?: readonly { readonly Type?: string; readonly Name?: string; readonly Source?: string; readonly Destination?: string }[] | null;
};

/** What an image has in its configuration, and a container where it says nothing else. */
export type Config = {
	readonly User?: string;
	readonly WorkingDir?: string;
	readonly Entrypoint?: readonly string[] | null;
	readonly Cmd?: readonly string[] | null;
	readonly Env?: readonly string[] | null;
	readonly Labels?: Readonly<Record<string, string>> | null;
	readonly ExposedPorts?: Readonly<Record<string, object>> | null;
	readonly Volumes?: Readonly<Record<string, object>> | null;
	readonly Healthcheck?: Healthcheck | null;
	readonly StopSignal?: string;
	readonly StopTimeout?: number | null;
	readonly Domainname?: string;
	readonly Tty?: boolean;
	readonly OpenStdin?: boolean;
};

/** Durations in nanoseconds. */
type Healthcheck = {
	readonly Test?: readonly string[];
	readonly Interval?: number;
	readonly Timeout?: number;
	readonly StartPeriod?: number;
	readonly StartInterval?: number;
	readonly Retries?: number;
};

export type Endpoint = {
	readonly NetworkID?: string;
	readonly Aliases?: readonly string[] | null;
	readonly Links?: readonly string[] | null;
	readonly IPAddress?: string;
	readonly MacAddress?: string;
	readonly DriverOpts?: Readonly<Record<string, string>> | null;
	readonly GwPriority?: number;
	readonly IPAMConfig?: { readonly IPv4Address?: string; readonly IPv6Address?: string; readonly LinkLocalIPs?: readonly string[] } | null;
};

type Rate = { readonly Path: string; readonly Rate: number };

export type HostConfig = {
	readonly [key: string]: unknown;
	readonly Binds?: readonly string[] | null;
	readonly Mounts?: readonly Mount[] | null;
	readonly Tmpfs?: Readonly<Record<string, string>> | null;
	readonly NetworkMode?: string;
	readonly PortBindings?: Readonly<Record<string, readonly { readonly HostIp?: string; readonly HostPort?: string }[] | null>> | null;
	readonly RestartPolicy?: { readonly Name?: string; readonly MaximumRetryCount?: number };
	readonly LogConfig?: { readonly Type?: string; readonly Config?: Readonly<Record<string, string>> | null };
	readonly Ulimits?: readonly { readonly Name: string; readonly Soft: number; readonly Hard: number }[] | null;
	readonly Devices?: readonly { readonly PathOnHost: string; readonly PathInContainer: string; readonly CgroupPermissions: string }[] | null;
	readonly DeviceRequests?: readonly DeviceRequest[] | null;
};

export type Mount = {
	readonly Type: string;
	readonly Source?: string;
	readonly Target: string;
	readonly ReadOnly?: boolean;
	readonly Consistency?: string;
	readonly BindOptions?: BindOptions | null;
	readonly VolumeOptions?: { readonly NoCopy?: boolean; readonly Subpath?: string } | null;
	readonly TmpfsOptions?: { readonly SizeBytes?: number; readonly Mode?: number } | null;
};

type BindOptions = {
	readonly Propagation?: string;
	readonly CreateMountpoint?: boolean;
	readonly NonRecursive?: boolean;
	readonly ReadOnlyNonRecursive?: boolean;
	readonly ReadOnlyForceRecursive?: boolean;
};

type DeviceRequest = {
	readonly Driver?: string;
	readonly Count?: number;
	readonly DeviceIDs?: readonly string[] | null;
	readonly Capabilities?: readonly (readonly string[])[] | null;
	readonly Options?: Readonly<Record<string, string>> | null;
};

/** The service that makes such a container: what it says itself, and nothing that it has from its image (of which `image` is the configuration). */
export function serviceFromInspect(container: InspectedContainer, image: Config): ServiceDraft {
	const { Config: config, HostConfig: host } = container;
	const name = container.Name.replace(/^\//, "");
	const own = Object.fromEntries(Object.entries(config.Labels ?? {}).filter(([label]) => !label.startsWith("com.docker.compose.")));
	const networks = networksOf(container, config.Labels?.["com.docker.compose.service"]);
	const service = {
		image: config.Image,
		container_name: name,
		...configOf(container, image, own),
		...hostOf(host),
		...limitsOf(host),
		...(networks.mode !== undefined && { network_mode: networks.mode }),
		networks: networks.networks,
		mac_address: networks.networks ? undefined : config.MacAddress || undefined,
		ports: portsOf(host),
		volumes: volumesOf(config, host, image),
		tmpfs: Object.entries(host.Tmpfs ?? {}).map(([path, options]) => (options ? `${path}:${options}` : path)),
	};
	return {
		name: serviceName(config.Labels?.["com.docker.compose.service"] ?? name),
		service: withoutEmpty(withDollars(service) as { readonly [key: string]: Plain | undefined }),
		volumes: Object.fromEntries(namedVolumes(host).map((volume) => [volume, { name: volume, external: true }])),
		networks: Object.fromEntries(Object.keys(networks.networks ?? {}).map((network) => [network, { name: network, external: true }])),
		notes: notesOf(host),
	};
}

/** Texts in which a `$` begins no variable. */
function withDollars(value: unknown): unknown {
	if (typeof value === "string") return escaped(value);
	if (Array.isArray(value)) return value.map(withDollars);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, withDollars(held)]));
}

/** In whatever order their keys are. */
export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null, inOrder) === JSON.stringify(other ?? null, inOrder);
const inOrder = (_key: string, value: unknown): unknown =>
	typeof value === "object" && value !== null && !Array.isArray(value)
		? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
		: value;

/** Nothing where it is what the engine takes anyway. */
const unless = <T>(value: T | null | undefined, ...usual: readonly unknown[]): T | undefined =>
	value === null || value === undefined || usual.some((each) => same(value, each)) ? undefined : value;

/** Those that the image does not have, or has with other values. */
export function ownVariables(config: Config, image: Config): readonly string[] {
	const ofImage = new Set(image.Env ?? []);
	return (config.Env ?? []).filter((variable) => !ofImage.has(variable));
}

/** Whether it says what it starts with itself, be it nothing: the image's command counts no more then, and where that is gone it has been said, too. */
export const isOtherEntrypoint = (config: Config, image: Config): boolean =>
	!same(config.Entrypoint ?? [], image.Entrypoint ?? []) || (!config.Cmd?.length && Boolean(image.Cmd?.length));

/** None is said by an empty word, for an empty list would be the image's. */
export const entrypointOf = ({ Entrypoint: words }: Config): readonly string[] => (words?.length ? words : [""]);

/** What of a health check it says itself: engines take each part that is not said from the image's. */
export function ownHealthcheck({ Healthcheck: check }: Config, { Healthcheck: ofImage }: Config): Healthcheck | undefined {
	const own = Object.entries(check ?? {}).filter(([part, value]) => !same(value, ofImage?.[part as keyof Healthcheck]));
	return own.length > 0 ? Object.fromEntries(own) : undefined;
}

/** Whether its host name is that of the machine or of another container. */
export const sharesName = (host: HostConfig): boolean => /^(?:host|container:)/.test(host.NetworkMode ?? "") || host["UTSMode"] === "host";

/** `container:alias` of a link as the engine tells it. */
export const linkText = (link: string): string => link.replace(/^\/([^:]+):.*\/([^/]+)$/, "$1:$2");

function configOf({ Id, Config: config, HostConfig: host }: InspectedContainer, image: Config, labels: Readonly<Record<string, string>>) {
	const isOther = isOtherEntrypoint(config, image);
	// A name alone takes a variable away, and is none.
	const environment = ownVariables(config, image)
		.filter((variable) => variable.includes("="))
		.map((variable) => [variable.replace(/=[^]*$/, ""), variable.replace(/^[^=]*=/, "")]);
	const published = new Set(Object.keys(host.PortBindings ?? {}));
	const exposed = Object.keys(config.ExposedPorts ?? {}).filter((port) => !published.has(port) && !(port in (image.ExposedPorts ?? {})));
	return {
		hostname: sharesName(host) ? undefined : unless(config.Hostname, "", Id.slice(0, 12)),
		domainname: unless(config.Domainname, ""),
		user: unless(config.User, "", image.User),
		working_dir: unless(config.WorkingDir, "", image.WorkingDir),
		entrypoint: isOther ? entrypointOf(config) : undefined,
		// With another entry point the image's command counts no more.
		command: isOther ? unless(config.Cmd, []) : unless(config.Cmd, image.Cmd),
		environment: Object.fromEntries(environment) as Readonly<Record<string, string>>,
		labels: Object.fromEntries(Object.entries(labels).filter(([label, value]) => image.Labels?.[label] !== value)),
		expose: exposed.map((port) => port.replace(/\/tcp$/, "")),
		healthcheck: healthcheckOf(ownHealthcheck(config, image)),
		stop_signal: unless(config.StopSignal, "", image.StopSignal),
		stop_grace_period: unless(config.StopTimeout) === undefined ? undefined : `${config.StopTimeout ?? 0}s`,
		tty: config.Tty === true ? true : undefined,
		stdin_open: config.OpenStdin === true ? true : undefined,
	};
}

function healthcheckOf(check: Healthcheck | undefined) {
	if (!check) return undefined;
	if (check.Test?.[0] === "NONE") return { disable: true };
	const lasting = (nanoseconds: number | undefined): string | undefined => (nanoseconds ? `${nanoseconds / 1e9}s` : undefined);
	return withoutEmpty({
		test: check.Test,
		interval: lasting(check.Interval),
		timeout: lasting(check.Timeout),
		start_period: lasting(check.StartPeriod),
		start_interval: lasting(check.StartInterval),
		retries: check.Retries || undefined,
	});
}

const listOf = (value: unknown): readonly string[] | undefined => (Array.isArray(value) && value.length > 0 ? (value as readonly string[]) : undefined);
const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const positive = (value: unknown): number | undefined => (typeof value === "number" && value !== 0 ? value : undefined);

function hostOf(host: HostConfig) {
	const { Name: policy = "", MaximumRetryCount: most = 0 } = host.RestartPolicy ?? {};
	const { Type: driver, Config: options } = host.LogConfig ?? {};
	return {
		restart: policy === "" || policy === "no" ? undefined : most > 0 ? `${policy}:${most}` : policy,
		init: unless(host["Init"]),
		privileged: host["Privileged"] === true ? true : undefined,
		read_only: host["ReadonlyRootfs"] === true ? true : undefined,
		cap_add: listOf(host["CapAdd"]),
		cap_drop: listOf(host["CapDrop"]),
		// A privileged container gets that one by itself.
		security_opt: listOf(host["SecurityOpt"])?.filter((option) => host["Privileged"] !== true || option !== "label=disable"),
		group_add: listOf(host["GroupAdd"]),
		dns: listOf(host["Dns"]),
		dns_opt: listOf(host["DnsOptions"]),
		dns_search: listOf(host["DnsSearch"]),
		extra_hosts: listOf(host["ExtraHosts"]),
		external_links: listOf(host["Links"])?.map(linkText),
		ipc: unless(textOf(host["IpcMode"]), "private"),
		pid: textOf(host["PidMode"]),
		uts: textOf(host["UTSMode"]),
		userns_mode: textOf(host["UsernsMode"]),
		cgroup: unless(textOf(host["CgroupnsMode"]), "private"),
		cgroup_parent: textOf(host["CgroupParent"]),
		runtime: unless(textOf(host["Runtime"]), "runc"),
		isolation: unless(textOf(host["Isolation"]), "default"),
		volumes_from: listOf(host["VolumesFrom"])?.map((from) => `container:${from}`),
		sysctls: host["Sysctls"] as Plain | undefined,
		storage_opt: host["StorageOpt"] as Plain | undefined,
		annotations: host["Annotations"] as Plain | undefined,
		logging: driver === undefined || (driver === "json-file" && same(options ?? {}, {})) ? undefined : withoutEmpty({ driver, options: options ?? undefined }),
		devices: host.Devices?.map(
			({ PathOnHost: from, PathInContainer: to, CgroupPermissions: rights }) => `${from}:${to}${rights === "rwm" ? "" : `:${rights}`}`,
		),
		device_cgroup_rules: listOf(host["DeviceCgroupRules"]),
		gpus: host.DeviceRequests?.map((request) =>
			withoutEmpty({
				driver: textOf(request.Driver),
				count: request.DeviceIDs?.length ? undefined : request.Count,
				device_ids: request.DeviceIDs ?? undefined,
				capabilities: request.Capabilities?.flat(),
				options: request.Options ?? undefined,
			}),
		),
		ulimits: Object.fromEntries(
			(host.Ulimits ?? []).map(({ Name: limit, Soft: soft, Hard: hard }) => [limit, soft === hard ? soft : { soft, hard }]),
		) as Readonly<Record<string, Plain>>,
	};
}

function limitsOf(host: HostConfig) {
	const memory = positive(host["Memory"]);
	const swap = positive(host["MemorySwap"]);
	const cpus = positive(host["NanoCpus"]);
	const swappiness = host["MemorySwappiness"];
	const rates = (key: string): Plain | undefined => (host[key] as readonly Rate[] | null | undefined)?.map(({ Path: path, Rate: rate }) => ({ path, rate }));
	const weights = host["BlkioWeightDevice"] as readonly { readonly Path: string; readonly Weight: number }[] | null | undefined;
	return {
		mem_limit: memory,
		// Without a word of it there is as much swap again.
		memswap_limit: swap === undefined || (memory !== undefined && swap === 2 * memory) ? undefined : swap,
		mem_reservation: positive(host["MemoryReservation"]),
		mem_swappiness: typeof swappiness === "number" && swappiness >= 0 ? swappiness : undefined,
		oom_kill_disable: host["OomKillDisable"] === true ? true : undefined,
		oom_score_adj: positive(host["OomScoreAdj"]),
		pids_limit: positive(host["PidsLimit"]),
		cpus: cpus === undefined ? undefined : cpus / 1e9,
		cpu_shares: positive(host["CpuShares"]),
		cpu_period: positive(host["CpuPeriod"]),
		cpu_quota: positive(host["CpuQuota"]),
		cpu_rt_period: positive(host["CpuRealtimePeriod"]),
		cpu_rt_runtime: positive(host["CpuRealtimeRuntime"]),
		cpu_count: positive(host["CpuCount"]),
		cpu_percent: positive(host["CpuPercent"]),
		cpuset: textOf(host["CpusetCpus"]),
		shm_size: unless(positive(host["ShmSize"]), 64 * 1024 * 1024),
		blkio_config: withoutEmpty({
			weight: positive(host["BlkioWeight"]),
			weight_device: weights?.map(({ Path: path, Weight: weight }) => ({ path, weight })),
			device_read_bps: rates("BlkioDeviceReadBps"),
			device_read_iops: rates("BlkioDeviceReadIOps"),
			device_write_bps: rates("BlkioDeviceWriteBps"),
			device_write_iops: rates("BlkioDeviceWriteIOps"),
		}),
	};
}

/** `IP:HOST:CONTAINER/PROTOCOL`, as short as it may be. */
function portsOf({ PortBindings: bindings }: HostConfig): readonly string[] {
	return Object.entries(bindings ?? {}).flatMap(([port, places]) =>
		(places ?? []).map(({ HostIp: ip = "", HostPort: published = "" }) => {
			const address = ip.includes(":") ? `[${ip}]` : ip;
			const target = port.replace(/\/tcp$/, "");
			return address ? `${address}:${published}:${target}` : published && published !== "0" ? `${published}:${target}` : target;
		}),
	);
}

function volumesOf(config: Config, host: HostConfig, image: Config): readonly Plain[] {
	const binds = host.Binds ?? [];
	const mounted = new Set([...binds.map(targetOf), ...(host.Mounts ?? []).map(({ Target: target }) => target)]);
	const anonymous = Object.keys(config.Volumes ?? {}).filter((path) => !(path in (image.Volumes ?? {})) && !mounted.has(path));
	return [...binds.map((bind) => bind.replace(/:rw$/, "")), ...(host.Mounts ?? []).map(toVolume), ...anonymous];
}

/** Where in the container it is; of a bind whose `source` is empty, an engine has made the volume. */
export function partsOf(bind: string): { readonly source: string; readonly target: string } {
	const parsed = parseVolume(bind);
	return "problem" in parsed ? { source: "", target: "" } : parsed;
}

const targetOf = (bind: string): string => partsOf(bind).target;

function toVolume({
	Type: type,
	Source: source,
	Target: target,
	ReadOnly: isReadOnly,
	Consistency: consistency,
	BindOptions: bind,
	VolumeOptions: volume,
	TmpfsOptions: tmpfs,
}: Mount): Plain {
	return withoutEmpty({
		type,
		source: source || undefined,
		target,
		read_only: isReadOnly || undefined,
		consistency: unless(consistency, "", "default"),
		// Said, for otherwise Compose makes the folder where it is not there.
		bind: type === "bind" ? bindOf(bind ?? {}) : undefined,
		volume: withoutEmpty({ nocopy: volume?.NoCopy || undefined, subpath: volume?.Subpath || undefined }),
		tmpfs: withoutEmpty({ size: tmpfs?.SizeBytes || undefined, mode: tmpfs?.Mode || undefined }),
	});
}

const bindOf = (bind: BindOptions): Plain =>
	withoutEmpty({
		create_host_path: bind.CreateMountpoint === true,
		propagation: bind.Propagation || undefined,
		recursive: recursions.find(([, option]) => bind[option])?.[0],
	});

function namedVolumes(host: HostConfig): readonly string[] {
	const ofBinds = (host.Binds ?? []).map((bind) => partsOf(bind).source).filter((source) => /^[A-Za-z\d][\w.-]*$/.test(source));
	const ofMounts = (host.Mounts ?? []).flatMap(({ Type: type, Source: source }) => (type === "volume" && source ? [source] : []));
	return [...new Set([...ofBinds, ...ofMounts])];
}

function networksOf({ Id, Name, Config: config, HostConfig: host, NetworkSettings: settings }: InspectedContainer, service: string | undefined) {
	const mode = host.NetworkMode ?? "default";
	if (mode === "default" || mode === "bridge") return { mode: "bridge", networks: undefined };
	if (/^(?:host|none|nat|container:)/.test(mode)) return { mode, networks: undefined };
	const joined = Object.entries(settings?.Networks ?? {});
	const all = joined.length > 0 ? joined : [[mode, null] as const];
	const own = new Set([Id.slice(0, 12), Name.replace(/^\//, ""), service]);
	const networks = all.map(([name, endpoint]): readonly [string, Plain] => {
		const { IPAMConfig: addresses, Aliases: aliases, DriverOpts: options, GwPriority: priority } = endpoint ?? {};
		const held = withoutEmpty({
			aliases: (aliases ?? []).filter((alias) => !own.has(alias)),
			ipv4_address: addresses?.IPv4Address || undefined,
			ipv6_address: addresses?.IPv6Address || undefined,
			link_local_ips: addresses?.LinkLocalIPs ?? undefined,
			driver_opts: options ?? undefined,
			// Compose loses one of the service where the network has no settings.
			mac_address: (name === mode && config.MacAddress) || undefined,
			gw_priority: priority || undefined,
		});
		return [name, Object.keys(held).length > 0 ? held : null];
	});
	return { mode: undefined, networks: Object.fromEntries(networks) };
}

function notesOf(host: HostConfig): readonly Message[] {
	const notes: Message[] = [];
	if (host["AutoRemove"] === true) notes.push(say`\`--rm\`: \`docker compose down\` removes containers, and \`docker compose run --rm\` one at its end`);
	if (host["PublishAllPorts"] === true) notes.push(say`\`--publish-all\`: \`ports\` names each port: \`- "80"\` publishes it wherever there is room`);
	if (textOf(host["CpusetMems"])) notes.push(say`\`--cpuset-mems ${textOf(host["CpusetMems"]) ?? ""}\`: a Compose file cannot say it`);
	for (const from of listOf(host["VolumesFrom"]) ?? []) notes.push(...notesOfVolumesFrom(from));
	if (textOf(host["ContainerIDFile"])) notes.push(say`\`--cidfile\`: \`docker compose ps -q\` tells the id`);
	return notes;
}
