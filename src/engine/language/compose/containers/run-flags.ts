import { say } from "../../../text/message.ts";
import type { Message } from "../../../text/message.ts";

/** What becomes of a flag of `docker run`. */
export type Counterpart =
	/** A key that holds a text, a whole number, a number, or whether something is so. */
	| { readonly as: "text" | "integer" | "number" | "switch"; readonly key: string }
	/** One more item of a list, or one more `NAME=value` of a mapping. */
	| { readonly as: "item" | "pair"; readonly key: string }
	/** Something of its own. */
	| { readonly as: "own" }
	/** No key of a service. */
	| { readonly as: "none"; readonly instead: Message };

export type RunFlag = { readonly name: string; readonly short?: string; readonly takesValue: boolean; readonly to: Counterpart };

const text = (name: string, key: string, short?: string): RunFlag => ({ name, takesValue: true, to: { as: "text", key }, ...(short && { short }) });
const integer = (name: string, key: string, short?: string): RunFlag => ({ name, takesValue: true, to: { as: "integer", key }, ...(short && { short }) });
const turned = (name: string, key: string, short?: string): RunFlag => ({ name, takesValue: false, to: { as: "switch", key }, ...(short && { short }) });
const item = (name: string, key: string, short?: string): RunFlag => ({ name, takesValue: true, to: { as: "item", key }, ...(short && { short }) });
const pair = (name: string, key: string, short?: string): RunFlag => ({ name, takesValue: true, to: { as: "pair", key }, ...(short && { short }) });
const own = (name: string, short?: string): RunFlag => ({ name, takesValue: true, to: { as: "own" }, ...(short && { short }) });
const none = (name: string, takesValue: "value" | "switch", instead: Message, short?: string): RunFlag => ({
	name,
	takesValue: takesValue === "value",
	to: { as: "none", instead },
	...(short && { short }),
});

const nothing = say`a Compose file cannot say it`;

/** All flags of `docker run` of Docker 29.0 (2025-11-10), and what a service has for each: https://docs.docker.com/reference/cli/docker/container/run/. */
export const runFlags: readonly RunFlag[] = [
	item("add-host", "extra_hosts"),
	pair("annotation", "annotations"),
	none("attach", "value", say`\`docker compose up\` shows the output of all services, but those with \`attach: false\``, "a"),
	integer("blkio-weight", "blkio_config.weight"),
	own("blkio-weight-device"),
	item("cap-add", "cap_add"),
	item("cap-drop", "cap_drop"),
	text("cgroup-parent", "cgroup_parent"),
	text("cgroupns", "cgroup"),
	none("cidfile", "value", say`\`docker compose ps -q\` tells the id`),
	integer("cpu-count", "cpu_count"),
	integer("cpu-percent", "cpu_percent"),
	integer("cpu-period", "cpu_period"),
	integer("cpu-quota", "cpu_quota"),
	integer("cpu-rt-period", "cpu_rt_period"),
	integer("cpu-rt-runtime", "cpu_rt_runtime"),
	integer("cpu-shares", "cpu_shares", "c"),
	{ name: "cpus", takesValue: true, to: { as: "number", key: "cpus" } },
	text("cpuset-cpus", "cpuset"),
	none("cpuset-mems", "value", nothing),
	none("detach", "switch", say`\`docker compose up -d\` does it`, "d"),
	none("detach-keys", "value", say`\`docker compose attach --detach-keys\` has it`),
	item("device", "devices"),
	item("device-cgroup-rule", "device_cgroup_rules"),
	own("device-read-bps"),
	own("device-read-iops"),
	own("device-write-bps"),
	own("device-write-iops"),
	none("disable-content-trust", "switch", say`Compose knows no content trust`),
	item("dns", "dns"),
	item("dns-option", "dns_opt"),
	item("dns-opt", "dns_opt"),
	item("dns-search", "dns_search"),
	text("domainname", "domainname"),
	own("entrypoint"),
	own("env", "e"),
	item("env-file", "env_file"),
	item("expose", "expose"),
	own("gpus"),
	item("group-add", "group_add"),
	text("health-cmd", "healthcheck.test"),
	text("health-interval", "healthcheck.interval"),
	integer("health-retries", "healthcheck.retries"),
	text("health-start-interval", "healthcheck.start_interval"),
	text("health-start-period", "healthcheck.start_period"),
	text("health-timeout", "healthcheck.timeout"),
	none("help", "switch", nothing),
	text("hostname", "hostname", "h"),
	turned("init", "init"),
	turned("interactive", "stdin_open", "i"),
	none("io-maxbandwidth", "value", nothing),
	none("io-maxiops", "value", nothing),
	own("ip"),
	own("ip6"),
	text("ipc", "ipc"),
	text("isolation", "isolation"),
	none("kernel-memory", "value", say`neither Docker nor Compose has it any more`),
	pair("label", "labels", "l"),
	item("label-file", "label_file"),
	item("link", "external_links"),
	own("link-local-ip"),
	text("log-driver", "logging.driver"),
	pair("log-opt", "logging.options"),
	own("mac-address"),
	text("memory", "mem_limit", "m"),
	text("memory-reservation", "mem_reservation"),
	integer("memory-swap", "memswap_limit"),
	integer("memory-swappiness", "mem_swappiness"),
	own("mount"),
	text("name", "container_name"),
	own("network"),
	own("net"),
	own("network-alias"),
	own("net-alias"),
	turned("no-healthcheck", "healthcheck.disable"),
	turned("oom-kill-disable", "oom_kill_disable"),
	integer("oom-score-adj", "oom_score_adj"),
	text("pid", "pid"),
	integer("pids-limit", "pids_limit"),
	text("platform", "platform"),
	turned("privileged", "privileged"),
	item("publish", "ports", "p"),
	none("publish-all", "switch", say`\`ports\` names each port: \`- "80"\` publishes it wherever there is room`, "P"),
	text("pull", "pull_policy"),
	none("quiet", "switch", say`\`docker compose up --quiet-pull\` does it`, "q"),
	turned("read-only", "read_only"),
	text("restart", "restart"),
	none("rm", "switch", say`\`docker compose down\` removes containers, and \`docker compose run --rm\` one at its end`),
	text("runtime", "runtime"),
	item("security-opt", "security_opt"),
	text("shm-size", "shm_size"),
	none("sig-proxy", "switch", nothing),
	text("stop-signal", "stop_signal"),
	own("stop-timeout"),
	pair("storage-opt", "storage_opt"),
	pair("sysctl", "sysctls"),
	item("tmpfs", "tmpfs"),
	turned("tty", "tty", "t"),
	own("ulimit"),
	turned("use-api-socket", "use_api_socket"),
	text("user", "user", "u"),
	text("userns", "userns_mode"),
	text("uts", "uts"),
	own("volume", "v"),
	own("volume-driver"),
	own("volumes-from"),
	text("workdir", "working_dir", "w"),
];
