import { type Message, say } from "../../text/message.ts";

/** What may be written as a value, with what follows from it. */
export type KnownValue = readonly [value: string, about?: Message];

/** The values that Compose or the engine gives a meaning, by the path of their key; items are `*`. */
export const valuesOfKeys: Readonly<Record<string, readonly KnownValue[]>> = {
	"services.*.restart": [
		["no", say`A container that has ended stays so; the default`],
		["always", say`Started again whenever it ends, and with the engine, but for one that was stopped by hand until then`],
		["unless-stopped", say`The same, and one that was stopped by hand stays so`],
		["on-failure", say`Started again where it ends with an error`],
		["on-failure:3", say`The same, three times at most`],
	],
	"services.*.pull_policy": [
		["missing", say`Pulled where the engine does not have it; the default`],
		["always", say`Pulled at every start`],
		["never", say`Never pulled: it has to be there`],
		["build", say`Built, and built again at every start`],
		["daily", say`Pulled where the last time was more than a day ago`],
		["weekly", say`Pulled where the last time was more than a week ago`],
		["every_12h", say`Pulled where the last time was longer ago than that`],
	],
	"services.*.depends_on.*.condition": [
		["service_started", say`It has been started, and may not answer yet; the default`],
		["service_healthy", say`Its health check has succeeded`],
		["service_completed_successfully", say`It has ended without an error`],
	],
	"services.*.network_mode": [
		["bridge", say`The engine's own network, in which no service finds another by its name`],
		["host", say`The network of the machine itself: ports need not be published, and nothing is kept apart`],
		["none", say`No network at all`],
		["service:", say`The network of another service`],
		["container:", say`The network of a container`],
	],
	"services.*.pid": [
		["host", say`All processes of the machine are seen`],
		["service:", say`The processes of another service are seen`],
	],
	"services.*.ipc": [
		["shareable", say`Others may share its memory`],
		["private", say`Nobody shares its memory`],
		["host", say`It shares the memory of the machine`],
		["none", say`No shared memory`],
		["service:", say`It shares the memory of another service`],
	],
	"services.*.cgroup": [
		["host", say`The control groups of the machine`],
		["private", say`Control groups of its own`],
	],
	"services.*.uts": [["host", say`The machine's host name`]],
	"services.*.userns_mode": [["host", say`No mapping of users, where the engine has one`]],
	"services.*.runtime": [
		["runc", say`The default`],
		["nvidia", say`With GPUs, by NVIDIA's toolkit`],
		["runsc", say`gVisor: system calls are answered by a kernel of its own`],
	],
	"services.*.isolation": [["default"], ["process"], ["hyperv"]],
	"services.*.platform": ["linux/amd64", "linux/arm64", "linux/arm/v7", "linux/386", "windows/amd64"].map((name) => [name] as const),
	"services.*.build.platforms.*": ["linux/amd64", "linux/arm64", "linux/arm/v7", "linux/386", "windows/amd64"].map((name) => [name] as const),
	"services.*.build.network": [["default"], ["host", say`The network of the machine itself`], ["none", say`The build has no network`]],
	"services.*.build.ssh.*": [["default", say`The agent that runs where the build is started`]],
	"services.*.build.entitlements.*": [["network.host"], ["security.insecure"]],
	"services.*.gpus": [["all", say`All GPUs of the machine`]],
	"services.*.stop_signal": [
		["SIGTERM", say`The default`],
		["SIGINT", say`Ends programs as Ctrl+C does; PostgreSQL at once, but cleanly`],
		["SIGQUIT", say`Ends nginx and PHP-FPM gently`],
		["SIGWINCH", say`Ends Apache HTTP Server gently`],
		["SIGKILL", say`Cannot be handled: the program is ended at once`],
	],
	"services.*.cap_drop.*": [["ALL", say`All of them; what is needed is given back by \`cap_add\``], ["NET_RAW"]],
	"services.*.cap_add.*":
		"ALL AUDIT_CONTROL AUDIT_WRITE BPF CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER IPC_LOCK KILL MKNOD NET_ADMIN NET_BIND_SERVICE NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYS_ADMIN SYS_CHROOT SYS_MODULE SYS_NICE SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME SYSLOG"
			.split(" ")
			.map((name) => [name] as const),
	"services.*.security_opt.*": [
		["no-new-privileges:true", say`No program gains rights by \`sudo\` and the like`],
		["seccomp:unconfined", say`All system calls are allowed`],
		["apparmor:unconfined", say`Without AppArmor`],
		["label:disable", say`Without SELinux's labels`],
		["systempaths=unconfined", say`All of \`/proc\` and \`/sys\` is seen`],
	],
	"services.*.logging.driver": [
		["json-file", say`In a file of the engine; the default, without an end unless \`max-size\` sets one`],
		["local", say`In files of the engine that are smaller, and taken turns with`],
		["none", say`Nothing is kept, and \`docker logs\` shows nothing`],
		["journald"],
		["syslog"],
		["gelf"],
		["fluentd"],
		["awslogs"],
		["splunk"],
		["etwlogs"],
		["gcplogs"],
	],
	"services.*.volumes.*.type": [
		["bind", say`A file or folder of the machine`],
		["volume", say`A volume that the engine keeps`],
		["tmpfs", say`In memory, and gone with the container`],
		["image", say`The files of an image`],
		["npipe", say`A named pipe of Windows`],
		["cluster", say`A volume of a Swarm cluster`],
	],
	"services.*.volumes.*.bind.propagation": ["rprivate", "private", "rshared", "shared", "rslave", "slave"].map((name) => [name] as const),
	"services.*.volumes.*.bind.selinux": [
		["z", say`Shared with other containers`],
		["Z", say`For this container alone`],
	],
	"services.*.volumes.*.bind.recursive": [["enabled"], ["disabled"], ["writable"], ["readonly"]],
	"services.*.volumes.*.consistency": [["consistent"], ["cached"], ["delegated"]],
	"services.*.ports.*.protocol": [["tcp", say`The default`], ["udp"], ["sctp"]],
	"services.*.ports.*.mode": [
		["ingress", say`Any node of a Swarm answers`],
		["host", say`The machine that runs it answers`],
	],
	"services.*.ports.*.app_protocol": [["http"], ["https"], ["http2"], ["grpc"]],
	"services.*.ports.*.host_ip": [
		["127.0.0.1", say`Only from this machine`],
		["0.0.0.0", say`From anywhere; the default`],
	],
	"services.*.healthcheck.test.*": [
		["CMD", say`A program with its arguments, without a shell`],
		["CMD-SHELL", say`A line for the container's shell`],
		["NONE", say`The image's own health check is switched off`],
	],
	"services.*.develop.watch.*.action": [
		["sync", say`Changed files are copied into the container`],
		["rebuild", say`The image is built again, and the container replaced`],
		["restart", say`The container is started again`],
		["sync+restart", say`Files are copied, and the container is started again`],
		["sync+exec", say`Files are copied, and a command is run in the container`],
	],
	"services.*.deploy.mode": [
		["replicated", say`As many containers as \`replicas\` says; the default`],
		["global", say`One container on each node`],
		["replicated-job", say`As many containers as \`replicas\` says, which end`],
		["global-job", say`One container on each node, which ends`],
	],
	"services.*.deploy.endpoint_mode": [
		["vip", say`One address for all containers; the default`],
		["dnsrr", say`The name stands for the addresses of all`],
	],
	"services.*.deploy.restart_policy.condition": [
		["none", say`Never started again`],
		["on-failure", say`Started again where it ends with an error`],
		["any", say`Started again whenever it ends; the default`],
	],
	...Object.fromEntries(
		["update_config", "rollback_config"].flatMap((config) => [
			[
				`services.*.deploy.${config}.order`,
				[
					["stop-first", say`The old one ends first; the default`],
					["start-first", say`Both run for a while`],
				],
			],
			[`services.*.deploy.${config}.failure_action`, [["continue"], ["pause"], ...(config === "update_config" ? [["rollback"]] : [])]],
		]),
	),
	"services.*.deploy.resources.reservations.devices.*.capabilities.*": [["gpu"], ["nvidia"], ["compute"], ["utility"], ["video"], ["graphics"], ["display"]],
	"services.*.deploy.resources.reservations.devices.*.driver": [["nvidia"], ["cdi"]],
	"services.*.deploy.resources.reservations.devices.*.count": [["all"], ["1"]],
	"services.*.gpus.*.driver": [["nvidia"]],
	"services.*.gpus.*.count": [["all"], ["1"]],
	"services.*.env_file.*.format": [["raw", say`Taken as it stands: neither quotes nor variables mean anything`]],
	"services.*.provider.type": [["model"]],
	"networks.*.driver": [
		["bridge", say`On one machine; the default`],
		["overlay", say`Over the machines of a Swarm`],
		["host", say`The network of the machine itself`],
		["macvlan", say`Each container has an address of its own in the machine's network`],
		["ipvlan", say`The same, with the machine's hardware address`],
		["none"],
	],
	"networks.*.ipam.driver": [["default"]],
	"volumes.*.driver": [["local", say`On the machine of the engine; the default`]],
};
