import { cleanPath } from "../../text/clean-path.ts";
import { type Difference, fieldsIn, ifOther, itemsIn, type Made, type PlainFields, textIn, type Wanted } from "./difference.ts";

/** What a service is allowed, and as whom and how long it runs. */
export function settingDrift({ service }: Wanted, { container, image }: Made): readonly Difference[] {
	const [host, config] = [container.HostConfig ?? {}, container.Config ?? {}];
	const deploy = fieldsIn(service["deploy"]);
	const limits = fieldsIn(fieldsIn(deploy["resources"])["limits"]);
	const [memory, cpus, pids] = [limits["memory"] ?? service["mem_limit"], limits["cpus"] ?? service["cpus"], limits["pids"] ?? service["pids_limit"]];
	const amount = (value: number): string => (value > 0 ? String(value) : "");
	const capabilities = (names: readonly string[]): string =>
		names
			.map((name) => name.toUpperCase().replace(/^CAP_/, ""))
			.toSorted()
			.join(", ");
	const flag = (value: boolean | undefined): string => (value === true ? "true" : "");
	// Without the image nobody knows what holds where nothing is said.
	const withDefault = (key: string, there: string | undefined, other: string | undefined, own = textIn(service[key])): readonly Difference[] => {
		return own === undefined && !image ? [] : ifOther(key, there ?? "", own || (other ?? ""));
	};
	const folder = textIn(service["working_dir"]);
	return [
		...withDefault("user", config.User, image?.Config?.User),
		...withDefault("working_dir", config.WorkingDir, image?.Config?.WorkingDir, folder?.startsWith("/") ? cleanPath(folder) : folder),
		...ifOther("restart", restartText(host.RestartPolicy?.Name, host.RestartPolicy?.MaximumRetryCount), wantedRestart(service, deploy)),
		...ifOther("mem_limit", amount(host.Memory ?? 0), amount(Number(textIn(memory) ?? 0))),
		...ifOther("cpus", amount((host.NanoCpus ?? 0) / 1e9), amount(Number(textIn(cpus) ?? 0))),
		...ifOther("pids_limit", amount(host.PidsLimit ?? 0), amount(Number(textIn(pids) ?? 0))),
		...ifOther("cap_add", capabilities(host.CapAdd ?? []), capabilities(itemsIn(service["cap_add"]).map(String))),
		...ifOther("cap_drop", capabilities(host.CapDrop ?? []), capabilities(itemsIn(service["cap_drop"]).map(String))),
		...ifOther("privileged", flag(host.Privileged), flag(service["privileged"] === true)),
		...ifOther("read_only", flag(host.ReadonlyRootfs), flag(service["read_only"] === true)),
	];
}

const restartText = (name = "", retries = 0): string =>
	name === "" || name === "no" ? "" : name === "on-failure" && retries > 0 ? `${name}:${retries}` : name;

function wantedRestart(service: PlainFields, deploy: PlainFields): string {
	const own = textIn(service["restart"]);
	if (own !== undefined && own !== "") {
		const [name = "", count = ""] = own.split(":");
		// A count that is no number is none.
		return restartText(policyOf(name), /^\d+$/.test(count) ? Number(count) : 0);
	}
	const policy = deploy["restart_policy"];
	if (policy === undefined) return "";
	const { condition, max_attempts: attempts } = fieldsIn(policy);
	const name = textIn(condition) ?? "";
	return restartText(policyOf(name), Number(attempts ?? 0));
}

/** Swarm's words mean the same. */
const policyOf = (name: string): string => ({ none: "no", any: "always" })[name] ?? name;
