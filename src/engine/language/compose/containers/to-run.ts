import { type Message, say } from "../../../text/message.ts";
import { bytesText } from "../../../compose/print/bytes.ts";
import { quoted } from "../../../run/words.ts";
import type { Plain } from "./service-draft.ts";

type Held = { readonly [name: string]: Plain | undefined };

/** A `docker run` that makes such a container, word by word with each flag as one, and what it cannot say. */
export type RunLine = { readonly parts: readonly string[]; readonly notes: readonly Message[] };

/** The `docker run` of a service of a project as Compose resolves it; undefined where there is no such service. */
export function runLineOf(project: Plain, service: string): RunLine | undefined {
	const whole = held(project);
	const own = held(held(whole["services"])[service]);
	if (!whole["services"] || Object.keys(own).length === 0) return undefined;
	const notes: Message[] = [];
	const parts: string[] = [];
	const flag = (name: string, value?: Plain): void => {
		parts.push(value === undefined ? `--${name}` : `--${name} ${quoted(shown(value))}`);
	};
	const prefix = shown(whole["name"] ?? "");
	flag("name", own["container_name"] ?? (prefix === "" ? service : `${prefix}-${service}-1`));
	const entrypoint = texts(own["entrypoint"]);
	for (const [key, value] of Object.entries(own)) {
		if (value === undefined || value === null || known.has(key)) continue;
		const write = writers[key];
		if (write) write(value, flag, whole, notes);
		else notes.push(say`\`${key}\`: \`docker run\` has nothing for it`);
	}
	if (own["networks"] !== undefined && own["network_mode"] === undefined) joinNetworks(held(own["networks"]), whole, flag);
	if (entrypoint.length > 0) flag("entrypoint", entrypoint[0] ?? "");
	const image = own["image"] ?? (own["build"] === undefined ? "" : `${prefix}-${service}`);
	if (own["build"] !== undefined) notes.push(say`\`build\`: \`docker compose build ${service}\` makes the image first`);
	return { parts: [...parts, quoted(shown(image)), ...[...entrypoint.slice(1), ...texts(own["command"])].map(quoted)], notes };
}

/** As it is typed: one flag a line. The notes stand above, as comments. */
export const lineText = ({ parts }: RunLine): string => ["docker run", ...parts].join(" \\\n  ");

const held = (value: Plain | undefined): Held => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Held) : {});
/** What is no list and no mapping, as text. */
const shown = (value: Plain | undefined): string => (typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "");
const items = (value: Plain | undefined): readonly Plain[] => (Array.isArray(value) ? (value as readonly Plain[]) : []);
const texts = (value: Plain | undefined): readonly string[] => items(value).map(shown);

type Write = (value: Plain, flag: (name: string, value?: Plain) => void, project: Held, notes: Message[]) => void;

/** What is said elsewhere, or means nothing to one container. */
const known = new Set(["image", "build", "container_name", "entrypoint", "command", "networks", "profiles"]);

const one =
	(name: string): Write =>
	(value, flag) =>
		flag(name, value);
/** An amount of bytes, as short as it can be said. */
const size =
	(name: string): Write =>
	(value, flag) =>
		flag(name, /^\d+$/.test(shown(value)) ? bytesText(Number(value)) : value);
const each =
	(name: string): Write =>
	(value, flag) =>
		texts(value).forEach((item) => flag(name, item));
const pairs =
	(name: string): Write =>
	(value, flag) =>
		Object.entries(held(value)).forEach(([key, item]) => flag(name, item === null ? key : `${key}=${shown(item)}`));
const turned =
	(name: string): Write =>
	(value, flag) => {
		if (value === true) flag(name);
	};

const writers: { readonly [key: string]: Write | undefined } = {
	annotations: pairs("annotation"),
	blkio_config(value, flag) {
		const config = held(value);
		if (config["weight"] !== undefined) flag("blkio-weight", config["weight"]);
		for (const device of items(config["weight_device"]).map(held)) flag("blkio-weight-device", `${shown(device["path"])}:${shown(device["weight"])}`);
		for (const key of ["device_read_bps", "device_read_iops", "device_write_bps", "device_write_iops"])
			for (const device of items(config[key]).map(held)) flag(key.replaceAll("_", "-"), `${shown(device["path"])}:${shown(device["rate"])}`);
	},
	cap_add: each("cap-add"),
	cap_drop: each("cap-drop"),
	cgroup: one("cgroupns"),
	cgroup_parent: one("cgroup-parent"),
	configs: files("configs", ""),
	cpu_count: one("cpu-count"),
	cpu_percent: one("cpu-percent"),
	cpu_period: one("cpu-period"),
	cpu_quota: one("cpu-quota"),
	cpu_rt_period: one("cpu-rt-period"),
	cpu_rt_runtime: one("cpu-rt-runtime"),
	cpu_shares: one("cpu-shares"),
	cpus: one("cpus"),
	cpuset: one("cpuset-cpus"),
	deploy(value, flag, _, notes) {
		const { resources, restart_policy: policy, ...rest } = held(value);
		const limits = held(held(resources)["limits"]);
		if (limits["cpus"] !== undefined) flag("cpus", limits["cpus"]);
		if (limits["memory"] !== undefined) flag("memory", limits["memory"]);
		if (limits["pids"] !== undefined) flag("pids-limit", limits["pids"]);
		const reserved = held(held(resources)["reservations"]);
		if (reserved["memory"] !== undefined) flag("memory-reservation", reserved["memory"]);
		for (const device of items(reserved["devices"])) flag("gpus", gpuText(held(device)));
		if (policy !== undefined || Object.keys(rest).some((key) => key !== "placement")) notes.push(say`\`deploy\`: \`docker run\` takes its limits alone`);
	},
	devices(value, flag) {
		for (const device of items(value)) {
			const { source, target, permissions } = held(device);
			flag(
				"device",
				typeof device === "string"
					? device
					: [source, target, permissions]
							.map(shown)
							.filter((part) => part !== "")
							.join(":"),
			);
		}
	},
	device_cgroup_rules: each("device-cgroup-rule"),
	dns: each("dns"),
	dns_opt: each("dns-option"),
	dns_search: each("dns-search"),
	domainname: one("domainname"),
	environment: pairs("env"),
	expose: each("expose"),
	external_links: each("link"),
	extra_hosts: (value, flag) => texts(value).forEach((host) => flag("add-host", host.replace("=", ":"))),
	gpus: (value, flag) => items(value).forEach((device) => flag("gpus", gpuText(held(device)))),
	group_add: each("group-add"),
	healthcheck(value, flag) {
		const check = held(value);
		if (check["disable"] === true || texts(check["test"])[0] === "NONE") return flag("no-healthcheck");
		const [kind, ...words] = texts(check["test"]);
		if (kind !== undefined) flag("health-cmd", kind === "CMD-SHELL" ? words.join(" ") : words.map(quoted).join(" "));
		for (const key of ["interval", "timeout", "retries", "start_period", "start_interval"])
			if (check[key] !== undefined) flag(`health-${key.replaceAll("_", "-")}`, check[key]);
	},
	hostname: one("hostname"),
	init: turned("init"),
	ipc: one("ipc"),
	isolation: one("isolation"),
	labels: pairs("label"),
	logging(value, flag) {
		const { driver, options } = held(value);
		if (driver !== undefined) flag("log-driver", driver);
		for (const [key, item] of Object.entries(held(options))) flag("log-opt", `${key}=${shown(item)}`);
	},
	mac_address: one("mac-address"),
	mem_limit: size("memory"),
	mem_reservation: size("memory-reservation"),
	mem_swappiness: one("memory-swappiness"),
	memswap_limit: size("memory-swap"),
	// The bridge is where containers are by themselves, and links are refused to those that name it.
	network_mode: (value, flag) => (value === "bridge" ? undefined : flag("network", value)),
	oom_kill_disable: turned("oom-kill-disable"),
	oom_score_adj: one("oom-score-adj"),
	pid: one("pid"),
	pids_limit: one("pids-limit"),
	platform: one("platform"),
	ports(value, flag) {
		for (const port of items(value).map(held)) {
			const address = port["host_ip"] === undefined ? "" : `${shown(port["host_ip"]).includes(":") ? `[${shown(port["host_ip"])}]` : shown(port["host_ip"])}:`;
			const published = port["published"] === undefined ? (address ? ":" : "") : `${shown(port["published"])}:`;
			flag(
				"publish",
				`${address}${published}${shown(port["target"])}${port["protocol"] === "udp" || port["protocol"] === "sctp" ? `/${port["protocol"]}` : ""}`,
			);
		}
	},
	privileged: turned("privileged"),
	pull_policy(value, flag, _, notes) {
		if (value === "always" || value === "missing" || value === "never") flag("pull", value);
		else if (value !== "if_not_present") notes.push(say`\`pull_policy: ${shown(value)}\`: \`docker run\` has nothing for it`);
	},
	read_only: turned("read-only"),
	restart: one("restart"),
	runtime: one("runtime"),
	secrets: files("secrets", "/run/secrets/"),
	security_opt: each("security-opt"),
	shm_size: size("shm-size"),
	stdin_open: turned("interactive"),
	stop_grace_period(value, flag) {
		const [, hours = 0, minutes = 0, seconds = 0] = /^(?:(\d+)h)?(?:(\d+)m)?(?:([\d.]+)s)?$/.exec(shown(value)) ?? [];
		flag("stop-timeout", Number(hours) * 3600 + Number(minutes) * 60 + Math.round(Number(seconds)));
	},
	stop_signal: one("stop-signal"),
	storage_opt: pairs("storage-opt"),
	sysctls: pairs("sysctl"),
	tmpfs: each("tmpfs"),
	tty: turned("tty"),
	ulimits(value, flag) {
		for (const [name, limit] of Object.entries(held(value))) {
			const { soft, hard } = held(limit);
			flag("ulimit", `${name}=${typeof limit === "object" ? `${shown(soft)}:${shown(hard)}` : shown(limit)}`);
		}
	},
	use_api_socket: turned("use-api-socket"),
	user: one("user"),
	userns_mode: one("userns"),
	uts: one("uts"),
	volumes(value, flag, project) {
		for (const volume of items(value).map(held)) mount(volume, flag, project);
	},
	volumes_from: (value, flag) => texts(value).forEach((from) => flag("volumes-from", from.replace(/^container:/, ""))),
	working_dir: one("workdir"),
};

/** What Compose mounts from files. */
function files(section: string, folder: string): Write {
	return (value, flag, project, notes) => {
		for (const entry of items(value).map(held)) {
			const source = shown(entry["source"]);
			const { file } = held(held(project[section])[source]);
			const target = shown(entry["target"] ?? `/${source}`);
			if (file === undefined) notes.push(say`\`${section}\`: \`${source}\` is in no file that \`docker run\` could mount`);
			else flag("volume", `${shown(file)}:${target.startsWith("/") ? target : `${folder}${target}`}:ro`);
		}
	};
}

/** As `--gpus` takes it. */
export function gpuText(device: Held): string {
	const ids = texts(device["device_ids"]);
	if (ids.length > 0) return `"device=${ids.join(",")}"`;
	const count = shown(device["count"] ?? "all");
	return count === "-1" ? "all" : count;
}

function mount(volume: Held, flag: (name: string, value?: Plain) => void, project: Held): void {
	const { type, source } = volume;
	const made = type === "volume" && source !== undefined ? held(held(project["volumes"])[shown(source)]) : {};
	const text = mountText({ ...volume, source: made["name"] ?? source }, made);
	flag(/^type=/.test(text) ? "mount" : "volume", text);
}

/** A field of what commas part. */
const field = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A mount in its long form as `-v` takes it, or else as `--mount` does, which begins with its type. `made` is with what its volume is made. */
export function mountText(volume: Held, made: Held = {}): string {
	const { type, source: name, target } = volume;
	const options = new Set(Object.keys(volume));
	for (const usual of ["type", "source", "target", "read_only"]) options.delete(usual);
	const bind = held(volume["bind"]);
	const { driver, driver_opts: settings } = made;
	const isPlain = driver === undefined && settings === undefined;
	const isShort =
		isPlain &&
		[...options].every(
			(key) =>
				(key === "bind" || key === "volume") &&
				Object.keys(held(volume[key])).every((each) => each === "create_host_path" || each === "selinux" || each === "propagation"),
		);
	if (isShort && (type === "volume" || (type === "bind" && bind["create_host_path"] !== false && volume["bind"] !== undefined)))
		return `${name === undefined ? "" : `${shown(name)}:`}${shown(target)}${optionsText(volume["read_only"] === true ? "ro" : "", shown(bind["propagation"]), shown(bind["selinux"]))}`;
	const parts = [
		`type=${shown(type)}`,
		...(name === undefined ? [] : [field(`source=${shown(name)}`)]),
		field(`target=${shown(target)}`),
		...(volume["read_only"] === true ? ["readonly"] : []),
	];
	const { nocopy, subpath } = held(volume["volume"]);
	const { size, mode } = held(volume["tmpfs"]);
	if (bind["propagation"] !== undefined) parts.push(`bind-propagation=${shown(bind["propagation"])}`);
	if (bind["recursive"] !== undefined) parts.push(`bind-recursive=${shown(bind["recursive"])}`);
	if (nocopy === true) parts.push("volume-nocopy");
	if (subpath !== undefined) parts.push(`volume-subpath=${shown(subpath)}`);
	const ofImage = held(volume["image"])["subpath"];
	if (ofImage !== undefined) parts.push(`image-subpath=${shown(ofImage)}`);
	if (driver !== undefined) parts.push(`volume-driver=${shown(driver)}`);
	for (const [key, value] of Object.entries(held(settings))) parts.push(field(`volume-opt=${key}=${shown(value)}`));
	if (size !== undefined) parts.push(`tmpfs-size=${shown(size)}`);
	if (mode !== undefined) parts.push(`tmpfs-mode=${Number(mode).toString(8)}`);
	return parts.join(",");
}

const optionsText = (...options: readonly string[]): string => {
	const given = options.filter((option) => option !== "");
	return given.length > 0 ? `:${given.join(",")}` : "";
};

/** By name, as the engine has them; the one that is used by default comes without its settings. */
function joinNetworks(networks: Held, project: Held, flag: (name: string, value?: Plain) => void): void {
	for (const [key, settings] of Object.entries(networks)) {
		const name = shown(held(held(project["networks"])[key])["name"] ?? key);
		const {
			aliases,
			ipv4_address: ip,
			ipv6_address: ip6,
			mac_address: mac,
			link_local_ips: local,
			driver_opts: options,
			gw_priority: priority,
		} = held(settings);
		const more = [
			...texts(aliases).map((alias) => `alias=${alias}`),
			...(ip ? [`ip=${shown(ip)}`] : []),
			...(ip6 ? [`ip6=${shown(ip6)}`] : []),
			...(mac ? [`mac-address=${shown(mac)}`] : []),
			...texts(local).map((address) => `link-local-ip=${address}`),
			...Object.entries(held(options)).map(([option, value]) => field(`driver-opt=${option}=${shown(value)}`)),
			...(priority ? [`gw-priority=${shown(priority)}`] : []),
		];
		flag("network", more.length > 0 ? [`name=${name}`, ...more].join(",") : name);
	}
}
