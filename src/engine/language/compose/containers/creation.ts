import { parsePorts } from "../../../compose/short-forms/ports.ts";
import { parseVolume } from "../../../compose/short-forms/volumes.ts";
import { bytesOf } from "../../../compose/print/bytes.ts";
import { nanosecondsOf } from "../../../compose/print/duration.ts";
import { changedFields, emptyForm, type Field, type RunForm, type Variable } from "../../../run/form.ts";
import { wordsOf } from "../../../run/words.ts";
import { gpus, mount, recursions, type VolumeSettings } from "./run-values.ts";
import {
	type Config,
	type Endpoint,
	entrypointOf,
	type HostConfig,
	type InspectedContainer,
	isOtherEntrypoint,
	linkText,
	ownHealthcheck,
	ownVariables,
	partsOf,
	same,
	sharesName,
} from "./from-inspect.ts";
import { isLong } from "./run-service.ts";
import type { Plain } from "./service-draft.ts";

type Body = { readonly [key: string]: unknown; readonly HostConfig: Settings };
type Settings = { readonly [key: string]: unknown };

/** What the engine is told to make a container. `networks` are those that it joins before it starts, besides the one in `HostConfig`, which it leaves where `leaves` names it. */
export type Creation = {
	readonly name: string;
	readonly body: Body;
	readonly networks: Readonly<Record<string, Settings>>;
	readonly leaves?: string;
};

/** The container that a form asks for; `variables` are those of its files. */
export const creationOf = (form: RunForm, variables: readonly Variable[]): Creation =>
	changed({ name: form.name, body: { Image: form.image, HostConfig: {} }, networks: {} }, emptyForm, form, variables);

/** What makes a container as it is, volumes without a name kept, but for what it has from its image, of which `image` is the configuration. */
export function creationFrom(container: InspectedContainer, image: Config): Creation {
	const { Config: config, HostConfig: host } = container;
	const of = config as Settings;
	const isOwn = (key: string): boolean => of[key] !== undefined && of[key] !== "" && !same(of[key], (image as Settings)[key]);
	const isOther = isOtherEntrypoint(config, image);
	const health = ownHealthcheck(config, image);
	const others = Object.fromEntries(
		Object.entries(of).filter(([key]) => !ofImage.has(key) && !(key === "Hostname" && (sharesName(host) || config.Hostname === container.Id.slice(0, 12)))),
	);
	const kept = Object.fromEntries(["User", "WorkingDir", "StopSignal", "Shell"].filter(isOwn).map((key) => [key, of[key]]));
	const { mode, primary, joined } = networksOf(container);
	const { [primary]: first, ...rest } = joined as Readonly<Record<string, Settings>>;
	const security = (host["SecurityOpt"] as readonly string[] | null)?.filter((option) => host["Privileged"] !== true || option !== "label=disable");
	return {
		name: container.Name.replace(/^\//, ""),
		body: {
			...others,
			...kept,
			Env: ownVariables(config, image),
			...(health && { Healthcheck: health }),
			...(isOther && { Entrypoint: entrypointOf(config) }),
			...((isOther || isOwn("Cmd")) && { Cmd: config.Cmd }),
			Labels: without(config.Labels, (label, value) => image.Labels?.[label] === value),
			ExposedPorts: { ...without(config.ExposedPorts, (port) => port in (image.ExposedPorts ?? {})), ...asKeys(Object.keys(host.PortBindings ?? {})) },
			Volumes: without(config.Volumes, (path) => path in (image.Volumes ?? {})),
			HostConfig: {
				...host,
				...withVolumes(container),
				SecurityOpt: security,
				Links: (host["Links"] as readonly string[] | null)?.map(linkText),
			},
			...(first && Object.keys({ ...first, ...rest }).length > 0 && { NetworkingConfig: { EndpointsConfig: { [primary]: first } } }),
		},
		networks: rest,
		...(mode === "own" && Object.keys(joined).length > 0 && !first && { leaves: primary }),
	};
}

/** What a container has from its image where it says nothing itself. */
const ofImage = new Set([
	"Env",
	"Cmd",
	"Entrypoint",
	"Labels",
	"ExposedPorts",
	"Volumes",
	"User",
	"WorkingDir",
	"Healthcheck",
	"StopSignal",
	"Shell",
	"OnBuild",
	"ArgsEscaped",
]);

const without = (held: Readonly<Record<string, unknown>> | null | undefined, isLeftOut: (key: string, value: unknown) => boolean): Settings =>
	Object.fromEntries(Object.entries(held ?? {}).filter(([key, value]) => !isLeftOut(key, value)));

const asKeys = (keys: readonly string[]): Settings => Object.fromEntries(keys.map((key) => [key, {}]));

/** Its volumes without a name are mounted by the one that the engine gave them. */
function withVolumes({ Config: config, HostConfig: host, Mounts: mounted }: InspectedContainer): Settings {
	const unnamed = new Map(
		(mounted ?? []).flatMap(({ Type: type, Name: named, Source: source = "", Destination: at }) => {
			// Engine 29 does not name those that `Binds` has without a name; where they lie tells.
			const name = named || /[/\\]volumes[/\\]([^/\\]+)[/\\]_data$/.exec(source)?.[1];
			return type === "volume" && name && at ? [[at, name] as const] : [];
		}),
	);
	const binds = (host.Binds ?? []).map((bind) => ({ bind, ...partsOf(bind) }));
	const named = new Set([...binds.map(({ target }) => target), ...(host.Mounts ?? []).map(({ Target: target }) => target)]);
	const carried = Object.keys(config.Volumes ?? {}).filter((path) => !named.has(path) && unnamed.has(path));
	return {
		Binds: [
			...binds.map(({ bind, source, target }) => (source === "" && unnamed.has(target) ? `${unnamed.get(target) ?? ""}:${bind}` : bind)),
			...carried.map((path) => `${unnamed.get(path) ?? ""}:${path}`),
		],
		Mounts: host.Mounts?.map((each) => (each.Type === "volume" && !each.Source ? { ...each, Source: unnamed.get(each.Target) } : each)),
	};
}

function networksOf({ Id, Config: { MacAddress: chosen }, HostConfig: { NetworkMode: mode = "default" }, NetworkSettings: settings }: InspectedContainer) {
	if (/^(?:host|none|container:)/.test(mode)) return { mode: "shared", primary: mode, joined: {} } as const;
	const all = Object.entries(settings?.Networks ?? {});
	// Compose of old names a network by its id, and the engine then does not tell the address that was chosen.
	const byId = all.find(([, endpoint]) => endpoint?.NetworkID === mode)?.[0];
	const primary = byId ?? (mode === "default" ? "bridge" : mode);
	const addressIn = (name: string): string | undefined => (name === primary ? (chosen ?? (name === byId ? undefined : "")) : undefined);
	return { mode: "own", primary, joined: Object.fromEntries(all.map(([name, endpoint]) => [name, toEndpoint(endpoint ?? {}, Id, addressIn(name))])) } as const;
}

/** `chosen` is the hardware address that was asked for, empty where none was; undefined where that is not known. */
function toEndpoint({ Aliases, IPAMConfig, Links, DriverOpts, GwPriority, MacAddress, IPAddress }: Endpoint, id: string, chosen?: string): Settings {
	const aliases = (Aliases ?? []).filter((alias) => alias !== id.slice(0, 12));
	// One that was drawn does no harm where it is kept, but one that was made of an address would meet that address's next holder.
	const address = chosen ?? (MacAddress === addressOf(IPAddress) ? "" : MacAddress);
	return {
		...(aliases.length > 0 && { Aliases: aliases }),
		...(IPAMConfig && { IPAMConfig }),
		...(Links?.length && { Links }),
		...(DriverOpts && { DriverOpts }),
		...(GwPriority && { GwPriority }),
		...(address && { MacAddress: address }),
	};
}

/** The hardware address that engines make of an address: `02:42`, and its four bytes. */
const addressOf = (ip = ""): string => ["02", "42", ...ip.split(".").map((part) => Number(part).toString(16).padStart(2, "0"))].join(":");

type Change = (creation: Creation, before: RunForm, after: RunForm, variables: readonly Variable[]) => Creation;

/** The same with what has been changed in the form. What the form does not ask for stays as it is. */
export function changed(creation: Creation, before: RunForm, after: RunForm, variables: readonly Variable[]): Creation {
	return changedFields(before, after).reduce((made, field) => changes[field](made, before, after, variables), creation);
}

const inBody = (creation: Creation, keys: Settings): Creation => ({ ...creation, body: { ...creation.body, ...keys } });
const inHost = (creation: Creation, keys: Settings): Creation => inBody(creation, { HostConfig: { ...creation.body.HostConfig, ...keys } });
const bytes = (text: string): number => Number(bytesOf(text) ?? 0);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

const changes: Readonly<Record<Field, Change>> = {
	image: (creation, _, { image }) => inBody(creation, { Image: image }),
	name: (creation, _, { name }) => ({ ...creation, name }),
	mode: (creation, _, { mode }) => inBody(creation, { Tty: mode.includes("t"), OpenStdin: mode.includes("i") }),
	removesItself: (creation, _, { removesItself }) => inHost(creation, { AutoRemove: removesItself }),
	ports(creation, before, after) {
		const [old, now] = [portsOf(before.ports), portsOf(after.ports)];
		const exposed = without(creation.body["ExposedPorts"] as Settings | undefined, (port) => port in old);
		return inHost(inBody(creation, { ExposedPorts: { ...exposed, ...asKeys(Object.keys(now)) } }), { PortBindings: now });
	},
	environment: withVariables,
	envFiles: withVariables,
	mounts: withMounts,
	network(creation, _, { network }) {
		const { NetworkingConfig: _first, MacAddress: _address, ...body } = creation.body;
		const { [network]: _again, ...others } = creation.networks;
		const isShared = /^(?:host|none|container:)/.test(network);
		const first = Object.keys(others).length > 0 && !["", "default"].includes(network) ? { NetworkingConfig: { EndpointsConfig: { [network]: {} } } } : {};
		return inHost(
			{ name: creation.name, body: isShared ? body : { ...body, ...first }, networks: isShared ? {} : others },
			{ NetworkMode: network || "default" },
		);
	},
	restart(creation, _, { restart }) {
		const [name = "", most = "0"] = restart.split(":");
		return inHost(creation, { RestartPolicy: { Name: name || "no", MaximumRetryCount: Number(most) } });
	},
	memory(creation, before, { memory }) {
		const { MemorySwap: swap, ...host } = creation.body.HostConfig;
		// As much swap again is what the engine takes by itself.
		const keeps = typeof swap === "number" && swap !== 2 * bytes(before.memory);
		return inBody(creation, { HostConfig: { ...host, Memory: bytes(memory), ...(keeps && { MemorySwap: swap }) } });
	},
	cpus(creation, _, { cpus }) {
		const { CpuQuota: _quota, CpuPeriod: _period, ...host } = creation.body.HostConfig;
		return inBody(creation, { HostConfig: { ...host, NanoCpus: Math.round(Number(cpus) * 1e9) } });
	},
	gpus: (creation, _, { gpus: text }) => inHost(creation, { DeviceRequests: text === "" ? [] : deviceRequests(gpus(text)) }),
	shm: (creation, _, { shm }) => inHost(creation, { ShmSize: bytes(shm) }),
	init: (creation, _, { init }) => inHost(creation, { Init: init || null }),
	readOnly: (creation, _, { readOnly }) => inHost(creation, { ReadonlyRootfs: readOnly }),
	noHealthcheck: withHealthcheck,
	healthCommand: withHealthcheck,
	healthInterval: withHealthcheck,
	healthTimeout: withHealthcheck,
	healthStart: withHealthcheck,
	healthRetries: withHealthcheck,
	user: (creation, _, { user }) => inBody(creation, { User: user }),
	entrypoint: (creation, _, { entrypoint }) => inBody(creation, { Entrypoint: entrypoint === "" ? null : wordsOf(entrypoint) }),
	command: (creation, _, { command }) => inBody(creation, { Cmd: command === "" ? null : wordsOf(command) }),
};

function portsOf(texts: readonly string[]): Readonly<Record<string, readonly { readonly HostIp: string; readonly HostPort: string }[]>> {
	const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {};
	for (const text of texts) {
		const parsed = parsePorts(text);
		if ("problem" in parsed) continue;
		for (const { hostIp, published, target, protocol } of parsed) (bindings[`${target}/${protocol}`] ??= []).push({ HostIp: hostIp, HostPort: published });
	}
	return bindings;
}

/** Those that have stayed keep their places. What stands in the form counts more than what stands in a file. */
function withVariables(creation: Creation, before: RunForm, after: RunForm, fromFiles: readonly Variable[]): Creation {
	const wanted = new Map([...fromFiles, ...after.environment].map(({ name, value }) => [name, value]));
	const known = new Set(before.environment.map(({ name }) => name));
	const env: string[] = [];
	for (const variable of list(creation.body["Env"]) as readonly string[]) {
		const name = variable.replace(/=[^]*$/, "");
		if (wanted.has(name)) env.push(`${name}=${wanted.get(name) ?? ""}`);
		else if (!known.has(name)) env.push(variable);
		wanted.delete(name);
	}
	return inBody(creation, { Env: [...env, ...[...wanted].map(([name, value]) => `${name}=${value}`)] });
}

/** What it does not say itself, the engine takes from the image's. */
function withHealthcheck(creation: Creation, before: RunForm, after: RunForm): Creation {
	const { Healthcheck: old, ...body } = creation.body;
	if (after.noHealthcheck) return inBody(creation, { Healthcheck: { Test: ["NONE"] } });
	const { Test: test, StartInterval: startInterval } = (before.noHealthcheck ? {} : (old ?? {})) as {
		readonly Test?: unknown;
		readonly StartInterval?: unknown;
	};
	const lasting = (text: string): number => Number(nanosecondsOf(text) ?? 0n);
	const stays = before.healthCommand === after.healthCommand;
	const own = {
		...(after.healthCommand !== "" && { Test: stays && test ? test : ["CMD-SHELL", after.healthCommand] }),
		...(after.healthInterval !== "" && { Interval: lasting(after.healthInterval) }),
		...(after.healthTimeout !== "" && { Timeout: lasting(after.healthTimeout) }),
		...(after.healthStart !== "" && { StartPeriod: lasting(after.healthStart) }),
		...(after.healthRetries !== "" && { Retries: Number(after.healthRetries) }),
		...(startInterval !== undefined && { StartInterval: startInterval }),
	};
	return { ...creation, body: { ...body, ...(Object.keys(own).length > 0 && { Healthcheck: own }) } as Body };
}

/** What has stayed is told to the engine as it was, for it may say more than its text. */
function withMounts(creation: Creation, before: RunForm, after: RunForm): Creation {
	const gone = new Set(before.mounts.filter((text) => !after.mounts.includes(text)).map(mountTarget));
	const added = after.mounts.filter((text) => !before.mounts.includes(text));
	const isOld = (target: string): boolean => gone.has(target) || added.some((text) => mountTarget(text) === target);
	const host = creation.body.HostConfig as HostConfig;
	const unnamed = added.filter(isUnnamed);
	return inHost(
		inBody(creation, {
			Volumes: { ...without(creation.body["Volumes"] as Settings | undefined, isOld), ...asKeys(unnamed.map(mountTarget)) },
		}),
		{
			Binds: [...(host.Binds ?? []).filter((bind) => !isOld(partsOf(bind).target)), ...added.filter((text) => !isLong(text) && !isUnnamed(text))],
			Mounts: [...(host.Mounts ?? []).filter(({ Target: target }) => !isOld(target)), ...added.filter((text) => isLong(text) && !isUnnamed(text)).map(toMount)],
		},
	);
}

/** Where in the container a mount of the form is. */
function mountTarget(text: string): string {
	if (isLong(text)) return (mount(text, []) as { readonly target?: string }).target ?? "";
	const parsed = parseVolume(text);
	return "problem" in parsed ? "" : parsed.target;
}

/** A volume of which nothing but its place is said, however that is written. */
function isUnnamed(text: string): boolean {
	if (isLong(text)) return Object.keys(mount(text, []) as object).every((key) => key === "type" || key === "target") && /(?:^|,)type=volume(?:,|$)/.test(text);
	const parsed = parseVolume(text);
	return !("problem" in parsed) && parsed.source === "";
}

/** Also with what its volume is to be made, should the engine not have it yet. */
function toMount(text: string): Settings {
	const made: VolumeSettings = new Map();
	const { type, source, target, read_only: isReadOnly, bind, volume: options, tmpfs } = mount(text, [], made) as { readonly [key: string]: Plain | undefined };
	const { propagation, recursive } = (bind ?? {}) as { readonly propagation?: string; readonly recursive?: string };
	const { nocopy, subpath } = (options ?? {}) as { readonly nocopy?: boolean; readonly subpath?: string };
	const { size, mode } = (tmpfs ?? {}) as { readonly size?: string | number; readonly mode?: number };
	const { driver, driver_opts: driverOptions, labels } = Object.fromEntries(made.get(source as string) ?? []) as { readonly [key: string]: Plain | undefined };
	const bound = {
		...(propagation !== undefined && { Propagation: propagation }),
		...Object.fromEntries(recursions.flatMap(([said, option]) => (said === recursive ? [[option, true]] : []))),
	};
	const ofVolume = {
		...(nocopy && { NoCopy: true }),
		...(subpath !== undefined && { Subpath: subpath }),
		...(labels !== undefined && { Labels: labels }),
		...((driver !== undefined || driverOptions !== undefined) && {
			DriverConfig: { ...(driver !== undefined && { Name: driver }), ...(driverOptions !== undefined && { Options: driverOptions }) },
		}),
	};
	return {
		Type: type,
		...(source !== undefined && { Source: source }),
		Target: target,
		...(isReadOnly === true && { ReadOnly: true }),
		...(Object.keys(bound).length > 0 && { BindOptions: bound }),
		...(Object.keys(ofVolume).length > 0 && { VolumeOptions: ofVolume }),
		...((size !== undefined || mode !== undefined) && {
			TmpfsOptions: { ...(size !== undefined && { SizeBytes: bytes(String(size)) }), ...(mode !== undefined && { Mode: mode }) },
		}),
	};
}

function deviceRequests(devices: Plain): readonly Settings[] {
	const requests = devices === "all" ? [{ count: -1 }] : (devices as readonly { readonly [key: string]: Plain | undefined }[]);
	return requests.map((request) => {
		const { driver, count, device_ids: ids, capabilities } = request as { readonly [key: string]: Plain | undefined };
		return {
			...(driver !== undefined && { Driver: driver }),
			...(ids === undefined && { Count: count ?? -1 }),
			...(ids !== undefined && { DeviceIDs: ids }),
			Capabilities: [[...new Set(["gpu", ...(Array.isArray(capabilities) ? (capabilities as readonly string[]) : [])])]],
		};
	});
}
