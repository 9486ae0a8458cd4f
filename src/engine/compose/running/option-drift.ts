import type { Plain } from "../print/shapes.ts";
import { type Difference, fieldsIn, hasOtherValue, ifOther, isSecret, itemsIn, type Made, textIn, type Wanted } from "./difference.ts";
import { nanosecondsOf } from "./nanoseconds.ts";

/** What a service is given beside what it runs and may: names, resolvers, devices, limits, its log and the namespaces that it shares. */
export function optionDrift({ service }: Wanted, { container, image }: Made): readonly Difference[] {
	const [host, config] = [container.HostConfig ?? {}, container.Config ?? {}];
	const said = (key: string): string => textIn(service[key]) ?? "";
	/** Where the file says nothing, the engine has a value of its own. */
	const ifSaid = (key: string, there: string | number | undefined): readonly Difference[] =>
		said(key) === "" ? [] : ifOther(key, String(there ?? ""), said(key));
	const flag = (key: string, there: boolean | null | undefined): readonly Difference[] =>
		ifOther(key, there === true ? "true" : "", service[key] === true ? "true" : "");
	const inOrder = (key: string, there: readonly string[] | null | undefined): readonly Difference[] =>
		ifOther(key, (there ?? []).join(", "), textsIn(service[key]).join(", "));
	const inAnyOrder = (key: string, there: readonly string[], here: readonly string[]): readonly Difference[] =>
		ifOther(key, [...new Set(there)].toSorted().join(", "), [...new Set(here)].toSorted().join(", "));
	const grace = nanosecondsOf(textIn(service["stop_grace_period"]));
	// The host's or that of another container.
	const hasOthersName = /^(?:host$|container:)/.test(host.NetworkMode ?? "") || host.UTSMode === "host" || container.Id === undefined;
	return [
		...ifSaid("container_name", container.Name?.replace(/^\//, "")),
		...(said("hostname") === "" && (hasOthersName || config.Hostname === container.Id?.slice(0, 12))
			? []
			: ifOther("hostname", config.Hostname ?? "", said("hostname"))),
		...(said("domainname") === "" && hasOthersName ? [] : ifOther("domainname", config.Domainname ?? "", said("domainname"))),
		...flag("init", host.Init),
		...flag("tty", config.Tty),
		...flag("stdin_open", config.OpenStdin),
		...inAnyOrder("extra_hosts", (host.ExtraHosts ?? []).map(asHost), textsIn(service["extra_hosts"]).map(asHost)),
		...inOrder("dns", host.Dns),
		...inOrder("dns_search", host.DnsSearch),
		...inOrder("dns_opt", host.DnsOptions),
		...inAnyOrder("group_add", host.GroupAdd ?? [], textsIn(service["group_add"])),
		...inAnyOrder("sysctls", pairsIn(host.Sysctls ?? {}), pairsIn(fieldsIn(service["sysctls"]))),
		...inAnyOrder("devices", (host.Devices ?? []).map(asDevice), itemsIn(service["devices"]).map(asWantedDevice)),
		...inAnyOrder("device_cgroup_rules", host.DeviceCgroupRules ?? [], textsIn(service["device_cgroup_rules"])),
		...inAnyOrder("security_opt", securityOptions(host.SecurityOpt ?? []), securityOptions(textsIn(service["security_opt"]))),
		...ulimitDrift(service["ulimits"], host.Ulimits ?? []),
		...logDrift(service["logging"], host.LogConfig ?? {}),
		...signalDrift(said("stop_signal"), { container, image }),
		...ifOther("stop_grace_period", `${config.StopTimeout ?? 10}s`, service["stop_grace_period"] === undefined ? "10s" : `${Math.ceil(grace / 1e9)}s`),
		...ifOther("uts", host.UTSMode?.replace(/^private$/, "") ?? "", said("uts")),
		...ifSaid("cgroup", host.CgroupnsMode),
		...(host.UsernsMode === "host" ? ifOther("userns_mode", "host", said("userns_mode")) : ifSaid("userns_mode", host.UsernsMode)),
		...ifOther("cgroup_parent", host.CgroupParent ?? "", said("cgroup_parent")),
		...ifSaid("runtime", host.Runtime),
		...ifSaid("shm_size", host.ShmSize),
		...amountDrift("mem_reservation", reservedMemory(service["deploy"]) || said("mem_reservation"), host.MemoryReservation),
		// The engine doubles the memory where nothing is said, and has none of it on some machines.
		...(host.MemorySwap === -1 || (said("memswap_limit") === "" && host.MemorySwap === 2 * (host.Memory ?? 0))
			? []
			: amountDrift("memswap_limit", said("memswap_limit"), host.MemorySwap)),
		...amountDrift("cpu_shares", said("cpu_shares"), host.CpuShares),
		...amountDrift("cpu_quota", said("cpu_quota"), host.CpuQuota),
		...amountDrift("cpu_period", said("cpu_period"), host.CpuPeriod),
		...ifOther("cpuset", host.CpusetCpus ?? "", said("cpuset")),
		...ifOther("oom_score_adj", String(host.OomScoreAdj ?? 0), said("oom_score_adj") || "0"),
	];
}

const textsIn = (value: Plain | undefined): readonly string[] => (textIn(value) === undefined ? itemsIn(value).map(String) : [textIn(value) ?? ""]);

const pairsIn = (fields: Readonly<Record<string, Plain>>): readonly string[] => Object.entries(fields).map(([name, value]) => `${name}=${textIn(value) ?? ""}`);

/** `name:address` and `name=address` are the same, and an address of the newer kind may stand in brackets. */
const asHost = (text: string): string => text.replace(/^([^:=]*)[:=]\[?([^\]]*)\]?$/, "$1=$2");

const asDevice = ({ PathOnHost = "", PathInContainer = "", CgroupPermissions = "" }): string =>
	`${PathOnHost}:${PathInContainer || PathOnHost}:${CgroupPermissions || "rwm"}`;

function asWantedDevice(item: Plain): string {
	const { source, target, permissions } = fieldsIn(item);
	return asDevice({ PathOnHost: textIn(source) ?? "", PathInContainer: textIn(target) ?? "", CgroupPermissions: textIn(permissions) ?? "" });
}

/** Without what the engine adds to what is privileged; of a profile it is given the content. */
const securityOptions = (options: readonly string[]): readonly string[] =>
	options
		.map((option) => option.replace(/^([^:=]*):/, "$1="))
		.map((option) => (option === "no-new-privileges" ? "no-new-privileges=true" : option.replace(/^seccomp=(?!unconfined$|builtin$)[^]*$/, "seccomp=…")))
		.filter((option) => !/^(?:label=disable$|systempaths=|seccomp=builtin$|no-new-privileges=false$)/.test(option));

/** What the image says, or else the usual one, is no difference. */
function signalDrift(said: string, { container, image }: Pick<Made, "container" | "image">): readonly Difference[] {
	const there = container.Config?.StopSignal ?? image?.Config?.StopSignal ?? "";
	const usual = image?.Config?.StopSignal ?? (/^(?:SIGTERM|TERM|15)?$/.test(there) ? there : "");
	return said === "" && !image ? [] : ifOther("stop_signal", there, said || usual);
}

/** Of the limits of which the file says nothing, the engine may have some of its own. */
function ulimitDrift(
	ulimits: Plain | undefined,
	there: readonly { readonly Name?: string; readonly Soft?: number; readonly Hard?: number }[],
): readonly Difference[] {
	return Object.entries(fieldsIn(ulimits)).flatMap(([name, value]): readonly Difference[] => {
		const { soft, hard } = textIn(value) === undefined ? fieldsIn(value) : { soft: value, hard: value };
		const own = there.find(({ Name }) => Name === name);
		return ifOther(name, own ? `${own.Soft}:${own.Hard}` : "", `${textIn(soft) ?? ""}:${textIn(hard) ?? ""}`).map(({ message }) => ({
			key: "ulimits",
			message,
		}));
	});
}

/** The engine adds its own options, and has its own driver. */
function logDrift(
	logging: Plain | undefined,
	{ Type = "", Config }: { readonly Type?: string; readonly Config?: Readonly<Record<string, string>> | null },
): readonly Difference[] {
	const { driver, options } = fieldsIn(logging);
	const changed = Object.entries(fieldsIn(options)).flatMap(([name, value]): readonly Difference[] => {
		const [own, here] = [Config?.[name] ?? "", textIn(value) ?? ""];
		if (own !== here && isSecret(name, here)) return [hasOtherValue("logging", name)];
		return ifOther(name, own, here).map(({ message }) => ({ key: "logging", message }));
	});
	const named = textIn(driver);
	return [...(named === undefined ? [] : ifOther("logging", Type, named)), ...changed];
}

const reservedMemory = (deploy: Plain | undefined): string => textIn(fieldsIn(fieldsIn(fieldsIn(deploy)["resources"])["reservations"])["memory"]) ?? "";

const amountDrift = (key: string, here: string, there = 0): readonly Difference[] => ifOther(key, there > 0 ? String(there) : "", here === "0" ? "" : here);
