import { say } from "../../text/message.ts";
import { placeOf } from "../merge.ts";
import { entryOf, textOf, type Value } from "../value.ts";
import {
	always,
	bytes,
	byName,
	command,
	count,
	duration,
	flag,
	given,
	givenCount,
	givenInteger,
	integer,
	list,
	listOfTexts,
	longDuration,
	mapOf,
	mapping,
	number,
	optional,
	optOut,
	pairsOf,
	type Shape,
	single,
	structure,
	text,
	variables,
	Wrong,
} from "./shapes.ts";

// The structures of https://github.com/compose-spec/compose-go/tree/v2.14.0/types, as `docker compose config` prints them.

const hook = structure({ command, image: text, user: text, privileged: flag, working_dir: text, environment: variables, per_replica: flag });

/** Read, write and execute as Go writes octal numbers. */
const fileMode = single((value) => {
	if (value.kind === "integer") return `0${value.value.toString(8)}`;
	if (value.kind === "string" && /^[0-7]+$/.test(value.value)) return `0${Number.parseInt(value.value, 8).toString(8)}`;
	return new Wrong(say`a mode is an octal number, as in \`0440\``, "fileMode");
});

const fileMount = structure({ source: text, target: text, uid: text, gid: text, mode: fileMode });

const softAndHard = structure({ soft: integer, hard: integer });
const ulimit: Shape = {
	print: (value) => (value?.kind === "mapping" ? softAndHard.print(value) : (integer.print(value) ?? {})),
	check: (value, refuse) => (value.kind === "mapping" ? softAndHard : integer).check?.(value, refuse),
};

const hostAndAddresses = (item: Value): readonly string[] | undefined => {
	const [, host = "", addresses] = /^([^=]*)=([\s\S]*)$/.exec(textOf(item) ?? "") ?? /^([^:]*):([\s\S]*)$/.exec(textOf(item) ?? "") ?? [];
	return host === "" || addresses === undefined ? undefined : addresses.split(",").map((address) => hostAt(host, address));
};
const hostAt = (host: string, address: string): string => `${host}=${/^\[.+\]$/.test(address) ? address.slice(1, -1) : address}`;

const hosts: Shape = {
	print: (value) => {
		const found: string[] = [];
		if (value?.kind === "mapping") {
			for (const [host, { value: held }] of value.entries)
				for (const address of held.kind === "sequence" ? held.items : [held]) found.push(hostAt(host, textOf(address) ?? ""));
		} else if (value?.kind === "sequence") for (const item of value.items) found.push(...(hostAndAddresses(item) ?? []));
		return found.length > 0 ? found.sort() : undefined;
	},
	check: (value, refuse) => {
		if (value.kind !== "sequence") return;
		for (const item of value.items)
			if (!hostAndAddresses(item)) refuse({ kind: "extraHosts", at: placeOf(item), message: say`an entry of \`extra_hosts\` is \`host=address\`` });
	},
};

const isAll = (value: Value | undefined): boolean => value?.kind === "string" && value.value.toLowerCase() === "all";
/** A number with a point is none to it, whatever is behind the point. */
const deviceCount: Shape = {
	print: (value) => (isAll(value) ? -1 : integer.print(value)),
	check: (value, refuse) => {
		if (value.kind === "float") refuse({ kind: "wrongType", at: placeOf(value), message: say`this has to be a whole number` });
		else if (!isAll(value)) integer.check?.(value, refuse);
	},
};

const deviceRequests = list(structure({ capabilities: listOfTexts, driver: text, count: deviceCount, device_ids: listOfTexts, options: mapping }));

const resource = structure({
	cpus: number,
	memory: bytes,
	pids: integer,
	devices: deviceRequests,
	generic_resources: list(structure({ discrete_resource_spec: optional(structure({ kind: always(text, ""), value: always(integer, 0) })) })),
});

const updates = structure({
	parallelism: givenCount(64),
	delay: longDuration,
	failure_action: text,
	monitor: longDuration,
	max_failure_ratio: number,
	order: text,
});

const deploy = structure({
	mode: text,
	replicas: givenInteger,
	labels: mapping,
	update_config: optional(updates),
	rollback_config: optional(updates),
	resources: structure({ limits: optional(resource), reservations: optional(resource) }),
	restart_policy: optional(structure({ condition: text, delay: duration, max_attempts: givenCount(64), window: duration })),
	placement: structure({ constraints: listOfTexts, preferences: list(structure({ spread: text })), max_replicas_per_node: count(64) }),
	endpoint_mode: text,
});

/** Keys and their paths, in one text where there is a path. */
const ssh: Shape = {
	print: (value) => {
		const keys = pairsOf(value);
		return keys && keys.length > 0 ? keys.map(([id, path]) => (path === undefined || path === "" ? id : byName([[id, path]]))) : undefined;
	},
};

const build = structure({
	context: text,
	dockerfile: text,
	dockerfile_inline: text,
	entitlements: listOfTexts,
	args: variables,
	provenance: text,
	sbom: text,
	ssh,
	labels: mapping,
	cache_from: listOfTexts,
	cache_to: listOfTexts,
	no_cache: flag,
	no_cache_filter: listOfTexts,
	additional_contexts: mapping,
	pull: flag,
	extra_hosts: hosts,
	isolation: text,
	network: text,
	target: text,
	secrets: list(fileMount),
	shm_size: bytes,
	tags: listOfTexts,
	ulimits: mapOf(ulimit),
	platforms: listOfTexts,
	privileged: flag,
});

/** The fields of a device, as the engine's API has them. */
function device(fields: Readonly<Record<string, readonly [name: string, shape: Shape]>>): Shape {
	const all = Object.entries(fields);
	return {
		print: (value) => Object.fromEntries(all.map(([printed, [name, { print }]]) => [printed, print(entryOf(value, name)) ?? null])),
		check: (value, refuse) => {
			for (const [, [name, { check }]] of all) {
				const held = entryOf(value, name);
				if (held) check?.(held, refuse);
			}
		},
	};
}

const throttle = device({ Path: ["path", always(text, "")], Rate: ["rate", always(bytes, "0")] });
const weight = device({ Path: ["path", always(text, "")], Weight: ["weight", always(count(16), 0)] });

const healthTest: Shape = {
	print: (value) => (value?.kind === "string" ? ["CMD-SHELL", value.value] : listOfTexts.print(value)),
	check: (value, refuse) => value.kind === "string" || listOfTexts.check?.(value, refuse),
};

export const service = structure({
	profiles: listOfTexts,
	annotations: mapping,
	attach: given,
	build: optional(build),
	develop: optional(
		structure({
			watch: list(
				structure({
					path: always(text, ""),
					action: always(text, ""),
					target: text,
					exec: hook,
					include: listOfTexts,
					ignore: listOfTexts,
					initial_sync: flag,
				}),
			),
		}),
	),
	blkio_config: optional(
		structure({
			weight: count(16),
			weight_device: list(weight),
			device_read_bps: list(throttle),
			device_read_iops: list(throttle),
			device_write_bps: list(throttle),
			device_write_iops: list(throttle),
		}),
	),
	cap_add: listOfTexts,
	cap_drop: listOfTexts,
	cgroup_parent: text,
	cgroup: text,
	cpu_count: integer,
	cpu_percent: number,
	cpu_period: integer,
	cpu_quota: integer,
	cpu_rt_period: integer,
	cpu_rt_runtime: integer,
	cpus: number,
	cpuset: text,
	cpu_shares: integer,
	command,
	configs: list(fileMount),
	container_name: text,
	credential_spec: optional(structure({ config: text, file: text, registry: text })),
	depends_on: mapOf(structure({ condition: text, restart: flag, required: always(given, false) })),
	deploy: optional(deploy),
	device_cgroup_rules: listOfTexts,
	devices: list(structure({ source: text, target: text, permissions: text })),
	dns: listOfTexts,
	dns_opt: listOfTexts,
	dns_search: listOfTexts,
	dockerfile: text,
	domainname: text,
	entrypoint: command,
	provider: optional(structure({ type: text, options: mapOf(listOfTexts) })),
	environment: variables,
	env_file: list(structure({ path: text, required: optOut, format: text })),
	expose: listOfTexts,
	extends: optional(structure({ file: text, service: text })),
	external_links: listOfTexts,
	extra_hosts: hosts,
	group_add: listOfTexts,
	gpus: deviceRequests,
	hostname: text,
	healthcheck: optional(
		structure({
			test: healthTest,
			timeout: duration,
			interval: duration,
			retries: givenCount(64),
			start_period: duration,
			start_interval: duration,
			disable: flag,
		}),
	),
	image: text,
	init: given,
	ipc: text,
	isolation: text,
	labels: mapping,
	label_file: listOfTexts,
	links: listOfTexts,
	logging: optional(structure({ driver: text, options: mapping })),
	log_driver: text,
	log_opt: mapping,
	mem_limit: bytes,
	mem_reservation: bytes,
	memswap_limit: bytes,
	mem_swappiness: bytes,
	mac_address: text,
	models: mapOf(structure({ endpoint_var: text, model_var: text })),
	net: text,
	network_mode: text,
	networks: mapOf(
		structure({
			aliases: listOfTexts,
			driver_opts: mapping,
			gw_priority: integer,
			interface_name: text,
			ipv4_address: text,
			ipv6_address: text,
			link_local_ips: listOfTexts,
			mac_address: text,
			priority: integer,
		}),
	),
	oom_kill_disable: flag,
	oom_score_adj: integer,
	pid: text,
	pids_limit: integer,
	platform: text,
	ports: list(structure({ name: text, mode: text, host_ip: text, target: count(32), published: text, protocol: text, app_protocol: text })),
	privileged: flag,
	pull_policy: text,
	read_only: flag,
	restart: text,
	runtime: text,
	scale: givenInteger,
	secrets: list(fileMount),
	security_opt: listOfTexts,
	shm_size: bytes,
	stdin_open: flag,
	stop_grace_period: duration,
	stop_signal: text,
	storage_opt: mapping,
	sysctls: mapping,
	tmpfs: listOfTexts,
	tty: flag,
	ulimits: mapOf(ulimit),
	use_api_socket: flag,
	user: text,
	userns_mode: text,
	uts: text,
	volume_driver: text,
	volumes: list(
		structure({
			type: text,
			source: text,
			target: text,
			read_only: flag,
			consistency: text,
			bind: optional(structure({ selinux: text, propagation: text, create_host_path: optOut, recursive: text })),
			volume: optional(structure({ labels: mapping, nocopy: flag, subpath: text })),
			tmpfs: optional(structure({ size: bytes, mode: count(32) })),
			image: optional(structure({ subpath: text })),
		}),
	),
	volumes_from: listOfTexts,
	working_dir: text,
	pre_start: list(hook),
	post_start: list(hook),
	pre_stop: list(hook),
});

const fileObject = structure({
	name: text,
	file: text,
	environment: text,
	content: text,
	external: flag,
	labels: mapping,
	driver: text,
	driver_opts: mapping,
	template_driver: text,
});

/** Top-level sections apart from services. */
export const sections: Readonly<Record<string, Shape>> = {
	networks: structure({
		name: text,
		driver: text,
		driver_opts: mapping,
		ipam: structure({
			driver: text,
			config: list(structure({ subnet: text, gateway: text, ip_range: text, aux_addresses: mapping })),
			options: mapping,
		}),
		external: flag,
		internal: flag,
		attachable: flag,
		labels: mapping,
		enable_ipv4: given,
		enable_ipv6: given,
	}),
	volumes: structure({ name: text, driver: text, driver_opts: mapping, external: flag, labels: mapping }),
	secrets: fileObject,
	configs: fileObject,
};
