/** What a capability of Linux lets its holder do to the host, where that is much. https://man7.org/linux/man-pages/man7/capabilities.7.html */
export type Danger = "everything" | "mounts" | "modules" | "memory" | "files" | "devices" | "kernel";

/** All that Linux 6 has. */
const names: ReadonlySet<string> = new Set(
	(
		"AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE " +
		"LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT " +
		"SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM"
	).split(" "),
);

/** What a container has without asking: https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities. */
const usual: ReadonlySet<string> = new Set(
	"AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE NET_RAW SETFCAP SETGID SETPCAP SETUID SYS_CHROOT".split(" "),
);

const dangers: ReadonlyMap<string, Danger> = new Map([
	["ALL", "everything"],
	["BPF", "kernel"],
	["DAC_READ_SEARCH", "files"],
	["SYS_ADMIN", "mounts"],
	["SYS_MODULE", "modules"],
	["SYS_PTRACE", "memory"],
	["SYS_RAWIO", "devices"],
]);

/** As `capabilities(7)` has it, without `CAP_`: Docker takes it with that and without, in any case. */
export const capabilityName = (text: string): string => text.toUpperCase().replace(/^CAP_/, "");

/** Whether Docker takes the name, with which it otherwise refuses to make the container. */
export const isCapability = (name: string): boolean => name === "ALL" || names.has(name);

export const isUsualCapability = (name: string): boolean => usual.has(name);

export const dangerOf = (name: string): Danger | undefined => dangers.get(name);

export const capabilityNames: readonly string[] = [...names, "ALL"];
