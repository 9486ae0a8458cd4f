import Dockerode from "dockerode";
import { randomUUID } from "node:crypto";
import { afterAll } from "vitest";
import type { Log } from "../../src/docker/connection/connection.ts";
import { connect, type Docker } from "../../src/docker/docker.ts";
import type { Container } from "../../src/docker/resources/container.ts";

/** The engine that the tests are given. There is no default: nobody's own engine is used by accident. */
export const host = process.env["DOCKER_HOST"] ?? "";
if (!host.startsWith("unix://")) throw new Error("These tests need an engine of their own: node scripts/docker-engine.mjs npx vitest run --project docker");

/** The other client of the engine: what it does comes "from outside". */
export const outside = new Dockerode({ socketPath: host.slice("unix://".length) });

/** On all that the tests make, so that they remove nothing else. */
const label = `hullwright.test=${randomUUID()}`;
const [labelName = "", labelValue = ""] = label.split("=");

type Making = Partial<Dockerode.ContainerCreateOptions>;

/** A container of the test's own, not started; it is removed at the end of the file. */
export async function make(name: string, command: string, options: Making = {}): Promise<Dockerode.Container> {
	const unique = `${name}-${labelValue.slice(0, 8)}-${counter++}`;
	return outside.createContainer({
		Image: "busybox:test",
		Cmd: ["sh", "-c", command],
		StopTimeout: 1,
		...options,
		name: unique,
		Labels: { ...options.Labels, [labelName]: labelValue },
	});
}
let counter = 0;

export async function run(name: string, command: string, options: Making = {}): Promise<Dockerode.Container> {
	const container = await make(name, command, options);
	await container.start();
	return container;
}

/** An image that is removed at the end of the file, once the containers of it are. */
export function passing(image: string): string {
	images.push(image);
	return image;
}
const images: string[] = [];

/** Also takes volumes without a name that have been handed on, by the name that the engine gave them. */
export async function removeContainers(filters: Readonly<Record<string, readonly string[]>>): Promise<void> {
	const mine = await outside.listContainers({ all: true, filters: filters as Record<string, string[]> });
	const quietly = (removing: Promise<unknown>): Promise<unknown> => removing.catch(() => {});
	await Promise.all(mine.map(({ Id }) => quietly(outside.getContainer(Id).remove({ force: true, v: true }))));
	const unnamed = mine.flatMap(({ Mounts }) => Mounts.flatMap(({ Name = "" }) => (/^[\da-f]{64}$/.test(Name) ? [Name] : [])));
	await Promise.all([...new Set(unnamed)].map((name) => quietly(outside.getVolume(name).remove())));
}

// The first to be registered is the last to be run: what a file makes, it removes.
afterAll(async () => {
	await removeContainers({ label: [label] });
	// One after the other: engine 20 loses its way among layers that several have.
	for (const image of images) await outside.getImage(image).remove({ force: true });
});

const silence: Log = { info: (): void => {}, debug: (): void => {} };

/** Our client, connected to the tests' engine or to `settings.host`; ended with the file. */
export function client(settings: { readonly host?: string; readonly context?: string } = {}, log = silence): Docker {
	const docker = connect(() => ({ host: settings.context ? "" : (settings.host ?? host), context: settings.context ?? "" }), log);
	afterAll(() => docker.dispose());
	return docker;
}

/** Of kinds of containers, those that the engine knows: a newer CLI refuses to ask an older one for the others. */
export async function withoutNewer<Kind extends readonly [name: string, flags: string, command?: string]>(kinds: readonly Kind[]): Promise<readonly Kind[]> {
	const version = Number((await outside.version()).ApiVersion.split(".")[1]);
	const newer = version < 44 ? /--(?:mac-address|annotation)|--network\b(?!-).*--network\b(?!-)/ : /(?!)/;
	return kinds.filter(([, flags]) => !newer.test(flags));
}

/** Milliseconds until the condition holds. Waits for changes of the model, not for time. */
export async function until(docker: Docker, condition: () => boolean, limit = 10_000): Promise<number> {
	const since = performance.now();
	await docker.until(condition, AbortSignal.timeout(limit));
	return performance.now() - since;
}

export const find = (docker: Docker, id: string): Container | undefined => docker.model.containers.get(id);

export const get = (docker: Docker, id: string): Container => {
	const container = find(docker, id);
	if (!container) throw new Error(`the model does not have container ${id}`);
	return container;
};
