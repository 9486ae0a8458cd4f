import { type Duplex, Readable } from "node:stream";
import type { Client } from "../client.ts";
import type { Api } from "../connection/daemon.ts";
import { DockerError, toDockerError } from "../errors.ts";
import { helperLabels } from "../resources/helper-label.ts";
import { plainText } from "../plain-text.ts";
import type { Shell, TerminalSize } from "../actions/shell.ts";
import { unpackInto } from "../streams.ts";
import { exists } from "./archive.ts";
import { isWithin, joinPath, type Place } from "./entry.ts";
import type { Helpers } from "./helper.ts";
import { movedInto } from "./moved-tar.ts";

/**
 * How a shell can be had for a container that has none, or for an image. `beside`: in its processes and network, its files as they are. `copy`: it does not run, so its
 * files are copied, of which there are `bytes`. `image` is here already and has a shell; undefined where none is.
 */
export type DebugPlan = { readonly how: "beside" | "copy"; readonly bytes: number; readonly image: string | undefined };

export type DebuggedPlace = Place & { readonly of: "container" | "image" };

export type DebugShells = {
	planDebugShell(place: DebuggedPlace): Promise<DebugPlan>;
	/** Opens it in a container of its own, which is removed when the shell is closed. The container or image itself is not changed. @throws DockerError */
	openDebugShell(place: DebuggedPlace, plan: DebugPlan, size: TerminalSize, output: (text: string) => void): Promise<Shell>;
};

/** What of `inspect` is read. */
type Inspected = {
	readonly State?: { readonly Running?: boolean; readonly Restarting?: boolean; readonly Pid?: number; readonly StartedAt?: string };
	readonly RestartCount?: number;
	readonly Config?: { readonly Env?: readonly string[] | null };
	readonly HostConfig?: { readonly PidMode?: string; readonly NetworkMode?: string };
	readonly Mounts?: readonly { readonly Type?: string; readonly Name?: string; readonly Source?: string; readonly Destination?: string }[] | null | undefined;
	readonly SizeRootFs?: number;
};

export function debugShells({ connection }: Client, helpers: Helpers): DebugShells {
	const inspect = async (api: Api, id: string): Promise<Inspected> => (await api.getContainer(id).inspect({ size: true } as object)) as unknown as Inspected;
	return {
		planDebugShell: (place) =>
			helpers.use(place, async (api, id) => {
				const { State, RestartCount = 0, SizeRootFs = 0 } = await inspect(api, id);
				// One that was restarted by its policy only now may end again at once, and every shell beside it with it.
				const isLooping = RestartCount > 0 && Date.now() - Date.parse(State?.StartedAt ?? "") < steady;
				const how = State?.Running && !State.Restarting && !isLooping ? "beside" : "copy";
				return { how, bytes: SizeRootFs, image: await imageWithShell(api) };
			}),
		async openDebugShell(place, plan, size, output) {
			const release = connection.hold();
			try {
				return await helpers.use(place, async (api, id) => {
					const image = plan.image ?? "";
					if (!image) throw new DockerError("missing", "no image of this engine has a shell");
					const described = await inspect(api, id);
					// What the container that stands for an image has beyond its environment is none of the image's.
					const target = place.of === "image" ? { Config: described.Config ?? {} } : described;
					const { id: helperId } = await (plan.how === "beside"
						? api.createContainer({ ...base(image), ...beside(id, target) })
						: createBesideCopy(api, image, { ...target, HostConfig: { NetworkMode: await networkOf(api, target) } }));
					const helper = api.getContainer(helperId);
					const remove = (): Promise<void> =>
						connection
							.use(({ api: now }) => now.getContainer(helperId).remove({ force: true, v: true }))
							.then(
								() => release(),
								// It removes itself as well.
								() => release(),
							);
					try {
						if (plan.how === "copy")
							await copyFiles(
								api,
								id,
								helperId,
								mountsOf(target).map(({ at }) => at),
							);
						const stream: Duplex = (await helper.attach({ stream: true, stdin: true, stdout: true, stderr: true, hijack: true })) as unknown as Duplex;
						const decoder = new TextDecoder();
						stream.on("data", (chunk: Buffer) => output(decoder.decode(chunk, { stream: true })));
						await helper.start();
						const resize = async ({ columns, rows }: TerminalSize): Promise<void> => {
							// A shell that has just ended has no size any more.
							await helper.resize({ w: columns, h: rows }).catch(() => {});
						};
						void resize(size);
						const ended = new Promise<void>((resolve) => {
							stream.once("end", resolve);
							stream.once("close", resolve);
							stream.once("error", () => resolve());
						}).then(async () => {
							await remove();
							return 0;
						});
						return { write: (text) => void stream.write(text), resize: (to) => void resize(to), close: () => stream.destroy(), ended };
					} catch (error) {
						await remove();
						throw error;
					}
				});
			} catch (error) {
				release();
				throw error;
			}
		},
	};
}

/** Docker itself says that one that has run for so long does not loop, in milliseconds. */
const steady = 10_500;

const base = (Image: string): object => ({
	Image,
	User: "0",
	Tty: true,
	OpenStdin: true,
	StdinOnce: true,
	AttachStdin: true,
	AttachStdout: true,
	AttachStderr: true,
	WorkingDir: "/",
	Entrypoint: ["/bin/sh"],
	// Its own check of health, should the image have one, is none of ours.
	Healthcheck: { Test: ["NONE"] },
	Labels: helperLabels("shell"),
});

const shellIn = (folder: string, id = ""): readonly string[] => [
	"-c",
	'cd "$1" 2>/dev/null || for one in /proc/[0-9]*; do grep -qs "$2" $one/cgroup && cd $one/root 2>/dev/null && break; done; if command -v bash >/dev/null 2>&1; then exec bash; fi; exec sh',
	"sh",
	folder,
	id,
];

/**
 * In the processes and the network of a container that runs. Its root is seen through its first process, for which another user's needs the capability;
 * in the processes of a third container that one is known by its control group.
 */
function beside(id: string, { State, HostConfig }: Inspected): object {
	const mode = HostConfig?.PidMode ?? "";
	const pid = mode.startsWith("container:") ? "of-another" : mode === "" ? 1 : (State?.Pid ?? 1);
	return {
		Cmd: shellIn(`/proc/${pid}/root`, id),
		Env: ["TERM=xterm-256color"],
		HostConfig: {
			AutoRemove: true,
			PidMode: HostConfig?.PidMode === "host" ? "host" : `container:${id}`,
			NetworkMode: `container:${id}`,
			CapAdd: ["SYS_PTRACE"],
		},
	};
}

const copied = "/target";

/** With the environment of a container that does not run, its network, and what is mounted in it, read-only. */
function besideCopy({ State, Config, HostConfig, Mounts }: Inspected): object {
	const network = HostConfig?.NetworkMode ?? "";
	const all = mountsOf({ Mounts });
	// The place of one that is below another is made in that one when the container first starts, and what is read-only cannot be given it.
	const hasStarted = !(State?.StartedAt ?? "0001-").startsWith("0001-");
	const mounts = all
		.filter(({ at }) => hasStarted || !all.some((other) => other.at !== at && isWithin(at, other.at)))
		.map(({ at, ...mount }) => ({ ...mount, Target: joinPath(copied, at), ReadOnly: true }));
	return {
		Cmd: shellIn(copied),
		Env: [...(Config?.Env ?? []).filter((line) => !/^(?:PATH|HOME|TERM|LD_\w+)=/.test(line)), "TERM=xterm-256color"],
		HostConfig: { AutoRemove: true, Mounts: mounts, ...(network && !network.startsWith("container:") && { NetworkMode: network }) },
	};
}

/** What keeps a container from starting may be its network, which has gone, or a folder that it mounts. */
async function networkOf(api: Api, { HostConfig: { NetworkMode = "" } = {} }: Inspected): Promise<string> {
	if (/^(?:default|bridge|host|none|container:.*)?$/.test(NetworkMode)) return NetworkMode;
	const isThere = await api
		.getNetwork(NetworkMode)
		.inspect()
		.then(
			() => true,
			() => false,
		);
	return isThere ? NetworkMode : "";
}

async function createBesideCopy(api: Api, image: string, target: Inspected): Promise<{ readonly id: string }> {
	const isVolume = ({ Type }: { readonly Type?: string }): boolean => Type === "volume";
	return api.createContainer({ ...base(image), ...besideCopy(target) }).catch((error: unknown) => {
		if (!/bind source path/.test(toDockerError(error).detail)) throw error;
		return api.createContainer({ ...base(image), ...besideCopy({ ...target, Mounts: (target.Mounts ?? []).filter(isVolume) }) });
	});
}

/** Where it is mounted is `at`. */
const mountsOf = ({ Mounts }: Inspected): readonly { readonly Type: string; readonly Source: string; readonly at: string }[] =>
	(Mounts ?? []).flatMap(({ Type = "", Name = "", Source = "", Destination = "" }) =>
		Type === "volume" || Type === "bind" ? [{ Type, Source: Type === "volume" ? Name : Source, at: joinPath(Destination) }] : [],
	);

/** An export has nothing of what is mounted, be it ever so much, but the places: there it is mounted read-only, too. */
async function copyFiles(api: Api, from: string, to: string, mounted: readonly string[]): Promise<void> {
	const archive = (await api.getContainer(from).export()) as Readable;
	const isMounted = (path: string): boolean => mounted.some((at) => isWithin(path, at));
	try {
		const moved = Readable.from(movedInto(copied.slice(1), archive, isMounted), { objectMode: false });
		await unpackInto(api.getContainer(to), "/", moved, new AbortController().signal);
	} finally {
		archive.destroy();
	}
}

/** Known to have a shell, the small ones first. */
const usual: readonly RegExp[] = [/(?:^|\/)busybox(?::|$)/, /(?:^|\/)alpine(?::|$)/, /(?:^|\/)(?:debian|ubuntu|netshoot|bash|fedora|buildpack-deps)(?::|$)/];
const mostTried = 12;

/** The first image here that has `/bin/sh`; nothing is downloaded, and nothing is run. */
async function imageWithShell(api: Api): Promise<string | undefined> {
	const rank = (tags: readonly string[]): number => {
		const found = usual.findIndex((pattern) => tags.some((tag) => pattern.test(tag)));
		return found < 0 ? usual.length : found;
	};
	const images = (await api.listImages()).filter(({ RepoTags }) => RepoTags?.some((tag) => tag !== "<none>:<none>"));
	const ranked = images.sort((one, other) => rank(one.RepoTags ?? []) - rank(other.RepoTags ?? []) || one.Size - other.Size).slice(0, mostTried);
	for (const { Id, RepoTags } of ranked) if (await hasShell(api, Id)) return plainText(RepoTags?.[0]) || Id;
	return undefined;
}

async function hasShell(api: Api, image: string): Promise<boolean> {
	const created = await api
		.createContainer({ Image: image, Entrypoint: ["true"], Cmd: [], NetworkDisabled: true, Labels: helperLabels("shell") })
		.catch(() => undefined);
	if (!created) return false;
	try {
		return await exists(api, created.id, "/bin/sh");
	} finally {
		await created.remove({ force: true, v: true }).catch(() => {});
	}
}
