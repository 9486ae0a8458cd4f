import type { Plain } from "../print/shapes.ts";
import type { DescribedContainer, DescribedHealthcheck } from "./described.ts";
import { fieldsIn, itemsIn, type Made, type PlainFields, textIn, type Wanted } from "./difference.ts";

/** What Podman tells of a container, without what it gives to all and in Docker's words: of that nothing is in any file. */
export function likeDocker({ service }: Wanted, { container, image }: Made): DescribedContainer {
	const { Config, HostConfig } = container;
	if (!Config?.Env?.includes("container=podman")) return container;
	const ofImage = new Set((image?.Config?.Env ?? []).map(nameOf));
	const own = fieldsIn(service["environment"]);
	const isGiven = (name: string): boolean => /^(?:TERM|container|HOME|HOSTNAME)$/.test(name) && !(name in own) && !ofImage.has(name);
	/** Of all it tells one by one. */
	const inShort = (key: "cap_add" | "cap_drop", there: readonly string[] | null | undefined): readonly string[] =>
		itemsIn(service[key]).some((name) => textIn(name)?.toUpperCase() === "ALL") && (there?.length ?? 0) > 5 ? ["ALL"] : (there ?? []);
	const has = (...keys: readonly string[]): boolean => keys.some((key) => (service[key] ?? undefined) !== undefined);
	const limits = fieldsIn(fieldsIn(fieldsIn(service["deploy"])["resources"])["limits"]);
	return {
		...container,
		Config: {
			...Config,
			Domainname: Config.Domainname || (textIn(service["domainname"]) ?? ""),
			Env: Config.Env.filter((pair) => !isGiven(nameOf(pair))),
			WorkingDir: Config.WorkingDir === "/" && !has("working_dir") ? (image?.Config?.WorkingDir ?? "") : (Config.WorkingDir ?? ""),
			StopTimeout: has("stop_grace_period") && Config.StopTimeout ? Config.StopTimeout : null,
			...(Config.Healthcheck && { Healthcheck: withoutUsual(Config.Healthcheck, { ...image?.Config?.Healthcheck }, fieldsIn(service["healthcheck"])) }),
			StopSignal: signalOf(Config.StopSignal, service["stop_signal"] ?? image?.Config?.StopSignal),
		},
		HostConfig: {
			...HostConfig,
			CapAdd: inShort("cap_add", HostConfig?.CapAdd),
			CapDrop: service["privileged"] === true ? itemsIn(service["cap_drop"]).map(String) : inShort("cap_drop", HostConfig?.CapDrop),
			// Of these it tells nothing, or not all.
			Sysctls: HostConfig?.Sysctls ?? textsIn(service["sysctls"]),
			LogConfig: { ...HostConfig?.LogConfig, Config: HostConfig?.LogConfig?.Config ?? textsIn(fieldsIn(service["logging"])["options"]) },
			IpcMode: HostConfig?.IpcMode === "shareable" ? (textIn(service["ipc"]) ?? "shareable") : (HostConfig?.IpcMode ?? ""),
			...(!has("pids_limit") && limits["pids"] === undefined && { PidsLimit: 0 }),
			...((HostConfig?.NanoCpus ?? 0) > 0 && { CpuQuota: 0, CpuPeriod: 0 }),
			...(!has("oom_score_adj") && { OomScoreAdj: 0 }),
			Ulimits: (HostConfig?.Ulimits ?? []).map((limit) => ({ ...limit, Name: limit.Name?.replace(/^RLIMIT_/, "").toLowerCase() ?? "" })),
			Tmpfs: withoutGiven(HostConfig?.Tmpfs ?? {}, service["read_only"] === true, itemsIn(service["tmpfs"]).map(String)),
		},
	};
}

const nameOf = (pair: string): string => pair.split("=", 1)[0] ?? "";

/** Times that nobody has said. */
function withoutUsual(check: DescribedHealthcheck, ofImage: DescribedHealthcheck, said: PlainFields): DescribedHealthcheck {
	const isUsual = (key: string, there: number | undefined, usual: number, other: number | undefined): boolean =>
		there === usual && said[key] === undefined && !other;
	return {
		...check,
		...(isUsual("interval", check.Interval, 30e9, ofImage.Interval) && { Interval: 0 }),
		...(isUsual("timeout", check.Timeout, 30e9, ofImage.Timeout) && { Timeout: 0 }),
		...(isUsual("retries", check.Retries, 3, ofImage.Retries) && { Retries: 0 }),
	};
}

/** It tells of a number, which may be anybody's. */
const signalOf = (there: string | undefined, said: unknown): string =>
	typeof said === "string" && /^\d+$/.test(there ?? "") ? said : /^\d*$/.test(there ?? "") ? "" : (there ?? "");

/** Where nothing may be written it still lets programs write at these, and memory that is mounted as a volume has options of its own. */
function withoutGiven(tmpfs: Readonly<Record<string, string>>, isReadOnly: boolean, said: readonly string[]): Readonly<Record<string, string>> {
	const isSaid = (target: string): boolean => said.some((item) => item.split(":")[0] === target);
	const isGiven = (target: string): boolean => isReadOnly && /^\/(?:run|tmp|var\/tmp)$/.test(target) && !isSaid(target);
	return Object.fromEntries(Object.entries(tmpfs).flatMap(([target, options]) => (isGiven(target) ? [] : [[target, isSaid(target) ? options : ""] as const])));
}

const textsIn = (value: Plain | undefined): Readonly<Record<string, string>> =>
	Object.fromEntries(Object.entries(fieldsIn(value)).map(([name, each]) => [name, textIn(each) ?? ""]));
