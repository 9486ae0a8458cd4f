import { plainText } from "../docker/plain-text.ts";
import type { Translate } from "./explorer/kind.ts";

type Meaning = {
	readonly pattern: RegExp;
	/** What it means, in words that need no knowledge of runtimes; `group` reads what the pattern has caught, safe to show. */
	readonly say: (group: (name: string) => string, t: Translate) => string;
};

/**
 * What a daemon, its runtime (runc, crun) or the kernel says of a start that fails. The first that matches counts, so the particular stand before the general.
 * The words are those of moby 20.10 to 29, runc 1.0 to 1.3, crun and Docker Desktop.
 */
const meanings: readonly Meaning[] = [
	// What was mounted: before the program, for the same words end both.
	{
		pattern: /error (?:during container init: error )?mounting "(?<source>[^"]+)" to rootfs at "(?<target>[^"]+)".*not a directory/s,
		say: (group, t) =>
			t(
				"{0} cannot be mounted at {1}: one is a file, the other a folder. Where the file was missing, Docker has made a folder of its name",
				group("source"),
				group("target"),
			),
	},
	{
		pattern: /error (?:during container init: error )?mounting "(?<source>[^"]+)" to rootfs at "(?<target>[^"]+)"(?:.*: (?<why>[a-z][^:"]+))?/s,
		say: (group, t) => t("{0} cannot be mounted at {1}: {2}", group("source"), group("target"), group("why")),
	},
	{
		pattern:
			/bind source path does not exist: (?<path>[^\n]+)|error while creating mount source path '(?<made>[^']+)'|statfs (?<podman>[^\n:]+): no such file or directory/,
		say: (group, t) => t("{0}, which is to be mounted, does not exist", group("path") || group("made") || group("podman")),
	},
	{
		pattern: /Mounts denied|path (?<path>\S+)\s+is not shared from the host/,
		say: (group, t) =>
			t("Docker Desktop does not share {0} with its containers: see Settings, Resources, File Sharing", group("path") || t("the folder to be mounted")),
	},

	// The folder to start in: its words hold "permission denied" and "not a directory", too.
	{
		pattern:
			/(?:chdir to cwd|mkdir) \(?"?(?<path>\/[^")\s:]*)"?\)?(?: set in config\.json failed)?: (?<why>permission denied|not a directory|no such file or directory|read-only file system)/,
		say: (group, t) => t("the working directory {0} cannot be entered: {1}", group("path"), group("why")),
	},

	// The program to run.
	{
		pattern: /exec: "(?<command>[^"]+)": executable file not found in \$PATH|executable file [`'"]?(?<crun>[^`'"\n]+?)[`'"]? not found in \$PATH/,
		say: (group, t) => t("the program {0} is not in the image: nothing of that name is in its PATH", group("command") || group("crun")),
	},
	{
		pattern: /exec: "(?<path>[^"]+)": (?:stat|lstat|open) [^:]+: no such file or directory|cannot stat [`'"](?<crun>[^`'"]+)[`'"]: No such file or directory/,
		say: (group, t) => t("{0} is not in the image, or a mount hides it", group("path") || group("crun")),
	},
	{ pattern: /exec: "(?<path>[^"]+)": is a directory/, say: (group, t) => t("{0} is a folder, not a program", group("path")) },
	{
		pattern: /exec: "(?<path>[^"]+)": permission denied|open executable: (?<crun>Permission denied)/i,
		say: (group, t) =>
			group("path")
				? t("{0} may not be executed: permission denied. It is no program, or its execute bit is missing", group("path"))
				: t("the program may not be executed: permission denied"),
	},
	{
		pattern:
			/^exec (?<path>\/\S+): no such file or directory|exec user process caused:? "?no such file or directory|exec container process [^`"]*`(?<crun>[^`"]+)`: No such file or directory/m,
		say: (group, t) =>
			t("{0} names an interpreter that is not in the image, or its lines end as on Windows", group("path") || group("crun") || t("the program")),
	},
	{
		pattern: /(?:exec:? (?:container process )?["`]?(?<path>\/[^"`\s:]+)["`]?: )?exec format error/i,
		say: (group, t) =>
			t(
				"{0} cannot run here: it is made for another kind of processor, or is a script without a first line such as #!/bin/sh",
				group("path") || t("the program"),
			),
	},
	{
		pattern: /^exec (?<path>\/\S+): permission denied|exec user process caused:? "?permission denied/m,
		say: (group, t) => t("{0} may not be executed: permission denied. It is no program, or its execute bit is missing", group("path") || t("the program")),
	},
	{
		pattern: /exec: "(?<path>[^"]+)": (?:(?:stat|lstat|open) [^:\n]+: )?(?<why>[^:\n]+)/,
		say: (group, t) => t("{0} cannot be run: {1}", group("path"), group("why")),
	},

	// Ports.
	{
		pattern: /Bind for \S*:(?<port>\d+) failed: port is already allocated/,
		say: (group, t) => t("port {0} is already allocated: another container publishes it", group("port")),
	},
	{
		pattern:
			/(?:failed to bind (?:host )?port (?:for )?|listen (?:tcp|udp)[46]? ?|exposing port \w+ )\S*?:(?<port>\d+)[:/\s].*(?:address already in use|Only one usage of each socket address)/s,
		say: (group, t) => t("port {0} is already allocated: a program outside of Docker listens on it", group("port")),
	},
	{ pattern: /bind: cannot assign requested address/, say: (_group, t) => t("a port is published at an address that this machine does not have") },
	{
		pattern: /bind: permission denied|forbidden by its access permissions|Ports are not available|cannot expose privileged port/,
		say: (_group, t) => t("a port may not be published: below 1024 that takes more rights, and Windows keeps some for itself"),
	},

	// The user, the networks, the machine.
	{
		pattern: /unable to find (?<kind>user|group) (?<name>[^\s:]+): no matching entries/,
		say: (group, t) =>
			group("kind") === "group"
				? t("the group {0} is not in the image's /etc/group", group("name"))
				: t("the user {0} is not in the image's /etc/passwd", group("name")),
	},
	{
		pattern: /cannot join network (?:namespace )?of a non running container|joining network namespace of container: (?:No such container|.*not running)/i,
		say: (_group, t) => t("it shares the network of a container that does not run"),
	},
	{
		pattern: /network (?<name>\S+) not found/,
		say: (group, t) => t("the network {0} does not exist: create it, or make the container anew", group("name")),
	},
	{ pattern: /(?:^|daemon: )Address already in use$/, say: (_group, t) => t("the IP address that it was given belongs to another container of its network") },
	{
		pattern: /user specified IP address is supported (?:on|only when)/,
		say: (_group, t) => t("it was given an IP address, which only a network with a subnet of its own allows"),
	},
	{ pattern: /sethostname: invalid argument/, say: (_group, t) => t("its host name is not valid: at most 63 letters, digits and hyphens") },
	{
		pattern: /open \/proc\/sys\/(?<name>[\w/.-]+): (?:no such file or directory|permission denied|read-only file system)/,
		say: (group, t) => t("the kernel setting {0} (sysctl) does not exist here, or may not be set", group("name").replaceAll("/", ".")),
	},
	{ pattern: /failed to initialize logging driver: (?<why>[^\n]+)/, say: (group, t) => t("its logging driver cannot be used: {0}", group("why")) },
	{
		pattern: /configured logging driver does not support reading/,
		say: (_group, t) => t("its logging driver keeps no logs that could be read here; json-file and local do"),
	},
	{ pattern: /Cannot link to a non running container: (?<name>\S+)/, say: (group, t) => t("it is linked to {0}, which does not run", group("name")) },
	{
		pattern: /could not select device driver|nvidia-container-cli|failed to discover GPU|unresolvable CDI devices/i,
		say: (_group, t) => t("it wants a GPU, and the engine has none that it can give"),
	},
	{
		pattern: /error gathering device information while adding custom device "(?<path>[^"]+)"/,
		say: (group, t) => t("the device {0} does not exist", group("path")),
	},
	{ pattern: /unknown or invalid runtime name: (?<name>\S+)/, say: (group, t) => t("the engine has no runtime {0}", group("name")) },
	{ pattern: /container init was OOM-killed|memory limit too low/, say: (_group, t) => t("its memory limit is too low to start at all") },
	{ pattern: /no space left on device/i, say: (_group, t) => t("the engine's disk is full") },
];

/** Wrappings that say nothing, outermost first: what stands within them is the reason. */
const wrappings =
	/^(?:Error response from daemon|Cannot (?:re)?start container [^:]+|failed to create task for container|failed to create shim(?: task)?|OCI runtime (?:create|start|exec) failed|(?:runc|crun) (?:create|start|exec) failed|runc|crun|container_linux\.go:\d+|process_linux\.go:\d+|standard_init_linux\.go:\d+|starting container process caused|unable to start container process|error during container init|driver failed programming external connectivity on endpoint \S+ \([0-9a-f]+\)|failed to set up container networking|rpc error|unknown):? "?/i;

/** What an error of a start means; undefined where it is none that we know. */
export function meaningOf(error: string, t: Translate): string | undefined {
	const text = error.trim().replace(/(?:: unknown)?\.?$/, "");
	for (const { pattern, say } of meanings) {
		const found = pattern.exec(text);
		if (found) return say((name) => plainText(found.groups?.[name] ?? "", 120).trim(), t);
	}
	return undefined;
}

/** Why a start failed: what it means, or else the daemon's own words without those around them that say nothing. */
export function startErrorText(error: string, t: Translate): string {
	return meaningOf(error, t) ?? unwrapped(error);
}

/** The daemon's own words, without those around them that say nothing; empty where they say no more than `startErrorText` does. */
export function engineWords(error: string, t: Translate): string {
	return meaningOf(error, t) === undefined ? "" : unwrapped(error, 400);
}

function unwrapped(error: string, limit = 200): string {
	let rest = error.replace(/\s+/g, " ").trim();
	for (let match = wrappings.exec(rest); match?.[0] && match[0].length < rest.length; match = wrappings.exec(rest)) rest = rest.slice(match[0].length).trim();
	return plainText(rest.replace(/(?:(?:: unknown)|"|\.)+$/, ""), limit);
}
