import { type Changeable, type Limits, limitsOf } from "../../docker/actions/change.ts";
import type { Docker } from "../../docker/docker.ts";
import { plainText } from "../../docker/plain-text.ts";
import { ageText } from "../../engine/text/age.ts";
import { toStartError, type Container } from "../../docker/resources/container.ts";
import { engineWords } from "../start-error.ts";
import { healthText, stateText } from "./container-state.ts";
import { shortId, type Fact, type Translate } from "./kind.ts";
import { portText, urlOf } from "./ports.ts";

type Probe = { readonly End?: string; readonly ExitCode?: number; readonly Output?: string };

/** What of `inspect` is shown. Any of it may be missing. */
type Inspected = {
	readonly Path?: string;
	readonly Args?: readonly string[] | null;
	readonly RestartCount?: number;
	readonly State?: {
		readonly StartedAt?: string;
		readonly FinishedAt?: string;
		readonly ExitCode?: number;
		readonly Error?: string;
		readonly OOMKilled?: boolean;
		readonly Health?: { readonly FailingStreak?: number; readonly Log?: readonly Probe[] | null } | null;
	};
	readonly HostConfig?: Changeable;
	readonly Mounts?: readonly { readonly Source?: string; readonly Name?: string; readonly Destination?: string }[];
	readonly NetworkSettings?: {
		readonly Networks?: Readonly<Record<string, { readonly IPAddress?: string; readonly GlobalIPv6Address?: string } | null>> | null;
	};
};

/** All that a container's tooltip says below its name, in the order in which one asks. */
export async function containerFacts(container: Container, docker: Docker, t: Translate): Promise<readonly Fact[]> {
	const inspected = (await docker.containers.inspect(container.id)) as Inspected;
	const { State = {}, Mounts, NetworkSettings, RestartCount = 0, HostConfig } = inspected;
	const isUp = container.state === "running" || container.state === "paused";
	const mounts = (Mounts ?? []).slice(0, 8).map((mount) => `${plainText(mount.Name || mount.Source, 80)} → ${plainText(mount.Destination, 80)}`);
	const networks = Object.entries(NetworkSettings?.Networks ?? {}).map(([name, joined]) => {
		const addresses = [joined?.IPAddress, joined?.GlobalIPv6Address].filter(Boolean).map((address) => plainText(address, 60));
		return `${plainText(name)}${addresses.length > 0 ? ` (${addresses.join(", ")})` : ""}`;
	});
	const hasEnded = !isUp && Boolean(time(State.FinishedAt));
	const policy = plainText(HostConfig?.RestartPolicy?.Name);
	return [
		[t("State"), stateText(container, t)],
		[t("Engine's words"), engineWords(toStartError(State.Error) || (container.details?.execError ?? ""), t)],
		[t("Exit code"), hasEnded && State.ExitCode !== undefined ? String(State.ExitCode) : ""],
		[t("Restarts"), RestartCount > 0 ? `${RestartCount}${policy ? ` (${policy})` : ""}` : ""],
		[t("Restart policy"), policy === "no" ? "" : policyText(policy, HostConfig)],
		[t("Limits"), limitsText(limitsOf(HostConfig ?? {}), t)],
		...healthFacts(container, State.Health, t),
		[t("Command"), commandText(inspected)],
		[t("Image"), container.image],
		[t("Service"), container.service ?? ""],
		[t("Ports"), container.ports.map((port) => ({ text: (port.ip ? `${port.ip}:` : "") + portText(port), url: urlOf(port, docker.connection.status) }))],
		[t("Networks"), networks.join(", ")],
		[t("Mounts"), mounts.join(", ")],
		[t("Up"), isUp && time(State.StartedAt) ? t("{0}, since {1}", ageText(Date.now() - Date.parse(State.StartedAt ?? "")), time(State.StartedAt)) : ""],
		[t("Ended"), hasEnded ? time(State.FinishedAt) : ""],
		[t("Id"), shortId(container.id)],
	];
}

const policyText = (policy: string, of: Inspected["HostConfig"]): string =>
	`${policy}${of?.RestartPolicy?.MaximumRetryCount ? `:${of.RestartPolicy.MaximumRetryCount}` : ""}`;

/** Those that are set. */
function limitsText({ memory, swap, cpus, processes }: Limits, t: Translate): string {
	const mebibytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`;
	const parts = [
		...(memory > 0 ? [t("memory {0}", mebibytes(memory))] : []),
		...(memory > 0 && swap < 0 ? [t("swap without a limit")] : []),
		...(memory > 0 && swap >= memory ? [t("swap {0}", mebibytes(swap - memory))] : []),
		...(cpus > 0 ? [t("processors {0}", String(Math.round(cpus * 100) / 100))] : []),
		...(processes > 0 ? [t("processes {0}", processes)] : []),
	];
	return parts.join(", ");
}

function healthFacts({ health }: Container, inspected: NonNullable<Inspected["State"]>["Health"], t: Translate): readonly Fact[] {
	const last = inspected?.Log?.at(-1);
	if (!health) return [];
	const { FailingStreak = 0 } = inspected ?? {};
	const streak = FailingStreak > 1 ? t("{0}, failed {1} times in a row", healthText(health, t), FailingStreak) : healthText(health, t);
	if (!last) return [[t("Health"), streak]];
	// Docker says -1 of a probe that could not run, or not in time.
	const outcome = last.ExitCode === -1 ? t("it could not run, or not in time") : t("exit code {0}", last.ExitCode ?? 0);
	return [
		[t("Health"), streak],
		[t("Last probe"), [outcome, time(last.End)].filter(Boolean).join(", ")],
		[
			t("Its output"),
			{
				output: (last.Output ?? "")
					.slice(0, 2_000)
					.split("\n")
					.slice(0, 8)
					.map((line) => plainText(line, 160))
					.join("\n")
					.trim(),
			},
		],
	];
}

function commandText({ Path = "", Args }: Inspected): string {
	const words = [Path, ...(Args ?? [])].filter((word, index) => word || index > 0);
	return plainText(words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`)).join(" "), 300);
}

/** Daemons say "year 1" for what has not happened. */
const time = (text: string | undefined): string => (text && !text.startsWith("0001") ? new Date(text).toLocaleString() : "");
