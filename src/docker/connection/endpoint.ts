import { createHash } from "node:crypto";
import { posix, win32 } from "node:path";
import { maskPasswords } from "../../engine/text/secrets.ts";
import { discoverSockets } from "./discover.ts";
import { DockerError, isDockerError } from "../errors.ts";
import type { Surroundings } from "./surroundings.ts";

/** Certificates are PEM texts. Without `verify` any certificate of the other side is taken. */
export type Tls = { readonly ca?: string; readonly cert?: string; readonly key?: string; readonly verify: boolean };

/** `path` of a named pipe is as Windows wants it; `socket` is the engine's on the far side of ssh, where it is not the usual one. */
export type Address =
	| { readonly kind: "socket"; readonly path: string }
	| { readonly kind: "tcp"; readonly host: string; readonly port: number; readonly tls?: Tls }
	| { readonly kind: "ssh"; readonly host: string; readonly user?: string; readonly port?: number; readonly socket?: string };

/** Who named the host: `name` is the setting, the variable or the context. `found` is a socket that nobody named, in another place than the usual; `name` is then whose it is. */
export type Source = { readonly by: "window" | "setting" | "environment" | "context" | "default" | "found"; readonly name: string };

/** `url` is the host as a user would write it for `docker -H`; `file`, what says so of a context. */
export type Endpoint = { readonly address: Address; readonly url: string; readonly source: Source; readonly file?: string };

/** A host or else a context; both are empty where it is left to the Docker CLI. */
export type Choice = { readonly host: string; readonly context: string };

/** The two settings, of which a host wins over a context, and what was selected in this window, in place of both. */
export type ConnectionSettings = Choice & { readonly window?: Choice | undefined };

/** One of the places that may name the engine; `value` is empty where it names none. */
export type Wish = { readonly by: Source["by"]; readonly name: string; readonly what: "host" | "context"; readonly value: string };

/** Where the Docker CLI keeps its configuration. */
export const configFolder = ({ env, home, platform }: Surroundings): string => env["DOCKER_CONFIG"] || join(platform, home, ".docker");

/** The places that may name the engine, the first that does wins: what was selected or set here, then the CLI's own precedence. */
export async function listWishes(settings: ConnectionSettings, around: Surroundings): Promise<readonly Wish[]> {
	return [...wishesHere(settings, around), { by: "context", name: "", what: "context", value: await currentContext(around) }];
}

/** The one that counts; undefined where none of them names an engine. */
export async function findWish(settings: ConnectionSettings, around: Surroundings): Promise<Wish | undefined> {
	const named = ({ value }: Wish): boolean => value !== "";
	// Files are read only where nothing else says it.
	return wishesHere(settings, around).find(named) ?? (await listWishes(settings, around)).find(named);
}

function wishesHere({ host, context, window }: ConnectionSettings, { env }: Surroundings): readonly Wish[] {
	return [
		{ by: "window", name: "", what: "host", value: window?.host ?? "" },
		{ by: "window", name: "", what: "context", value: window?.context ?? "" },
		{ by: "setting", name: "hullwright.docker.host", what: "host", value: window ? "" : host },
		{ by: "setting", name: "hullwright.docker.context", what: "context", value: window ? "" : context },
		{ by: "environment", name: "DOCKER_HOST", what: "host", value: env["DOCKER_HOST"] ?? "" },
		{ by: "environment", name: "DOCKER_CONTEXT", what: "context", value: env["DOCKER_CONTEXT"] ?? "" },
	];
}

/**
 * The engine to talk to. Only reads files, and connects to nothing but to sockets that were found, where there are several and not the usual one.
 * @throws DockerError `bad-host` where the host or the context that was named cannot be understood or found, `tls` where its certificates cannot
 */
export async function resolveEndpoint(settings: ConnectionSettings, around: Surroundings): Promise<Endpoint> {
	const wish = await findWish(settings, around);
	if (!wish) return defaultEndpoint({ by: "default", name: "" }, around);
	const { by, name, what, value } = wish;
	return what === "host" ? byHost(value, { by, name }, around) : byContext(value, { by, name: name || (by === "context" ? value : "") }, around);
}

/** The names of the Docker CLI's contexts with their hosts, `default` left out. A context that cannot be read is passed over. */
export async function listContexts(around: Surroundings): Promise<readonly { readonly name: string; readonly host: string }[]> {
	const folder = join(around.platform, configFolder(around), "contexts", "meta");
	const metas = await Promise.all(
		(await around.list(folder)).map((id) => readMeta(join(around.platform, folder, id, "meta.json"), around).catch(() => undefined)),
	);
	return metas.flatMap((meta) => (meta?.name && meta.host ? [{ name: meta.name, host: meta.host }] : [])).sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * The parts of a host as the CLI takes it: `unix://`, `npipe://`, `tcp://`, `http://`, `https://`, `ssh://`, or `host:port`.
 * @throws DockerError `bad-host`, with the reason
 */
export function parseHost(text: string, platform: NodeJS.Platform): Address {
	const [, scheme = "tcp", rest = ""] = /^(?:([a-z]+):\/\/)?(.*)$/is.exec(text.trim()) ?? [];
	switch (scheme.toLowerCase()) {
		case "unix":
			return { kind: "socket", path: rest || "/var/run/docker.sock" };
		case "npipe":
			if (platform !== "win32") throw bad(text, "a named pipe exists on Windows only");
			return { kind: "socket", path: rest ? rest.replaceAll("/", "\\").replace(/^(?!\\\\)/, "\\\\.\\pipe\\") : "\\\\.\\pipe\\docker_engine" };
		case "tcp":
		case "http":
		case "https":
			return parseTcp(text, scheme.toLowerCase(), rest);
		case "ssh":
			return parseSsh(text);
		default:
			throw bad(text, `\`${scheme}://\` is no way to reach an engine; use unix://, tcp://, ssh:// or npipe://`);
	}
}

function parseTcp(text: string, scheme: string, rest: string): Address {
	// A socket that is written as a path, or as `unix:/path`, would be taken for a machine of this name.
	if (/^\/|^[a-z]+:\//i.test(rest)) throw bad(text, "a socket is written as `unix:///path`");
	// Without a host it is this machine, as for the CLI.
	const url = parseUrl(`http://${rest.startsWith(":") ? "localhost" : ""}${rest}`);
	if (!url?.hostname || /\s/.test(rest)) throw bad(text, "it should look like `tcp://host:port`");
	if (url.username || url.password) throw bad(text, "a user name has no meaning with tcp://");
	const secure = scheme === "https";
	// "http:" drops its own default port, so `:80` is looked up in the text.
	const port = Number(/:(\d+)\/?$/.exec(rest.split(/[?#]/)[0] ?? "")?.[1] ?? (secure ? 2376 : 2375));
	return { kind: "tcp", host: unbracketed(url.hostname), port, ...(secure && { tls: { verify: true } }) };
}

function parseSsh(text: string): Address {
	const url = parseUrl(text.trim());
	if (!url?.hostname) throw bad(text, "it should look like `ssh://user@host`");
	if (url.password) throw bad(text, "a password does not belong in a host; use a key");
	if (url.search || url.hash) throw bad(text, "nothing may follow the path");
	const socket = decodeURIComponent(url.pathname).replace(/^\/$/, "");
	// The path goes through the far side's shell.
	if (socket && !/^[\w./-]+$/.test(socket)) throw bad(text, "the path of the socket may hold letters, digits and `_ . - /` only");
	const user = decodeURIComponent(url.username);
	if (/^-/.test(url.hostname) || /^-|[\s'"`$;&|<>\\]/.test(user)) throw bad(text, "the user or the host cannot be passed to ssh");
	return { kind: "ssh", host: unbracketed(url.hostname), ...(user && { user }), ...(url.port && { port: Number(url.port) }), ...(socket && { socket }) };
}

async function byHost(text: string, source: Source, around: Surroundings): Promise<Endpoint> {
	const address = parseNamed(text, source.name, around.platform);
	if (address.kind !== "tcp") return { address, url: text.trim(), source };
	const { env, platform } = around;
	const wanted = Boolean(address.tls || env["DOCKER_TLS_VERIFY"] || env["DOCKER_TLS"]);
	if (!wanted) return { address, url: text.trim(), source };
	const folder = env["DOCKER_CERT_PATH"] || configFolder(around);
	const verify = Boolean(env["DOCKER_TLS_VERIFY"]) || !env["DOCKER_TLS"];
	const certificates = await readCertificates(folder, around, platform);
	// Over https alone the authorities that the system knows are asked.
	const isMissing = env["DOCKER_TLS_VERIFY"] && !certificates.ca;
	if (isMissing) throw new DockerError("tls", `there is no ca.pem that could be read in ${folder}`, text.trim(), { reason: "tls-files" });
	return { address: { ...address, tls: { ...pairOf(certificates, folder, text.trim()), verify } }, url: text.trim(), source };
}

/** The CLI, too, takes a certificate with its key or none. */
function pairOf(certificates: Omit<Tls, "verify">, folder: string, url: string): Omit<Tls, "verify"> {
	const missing = certificates.cert && !certificates.key ? "key.pem" : certificates.key && !certificates.cert ? "cert.pem" : undefined;
	if (missing) throw new DockerError("tls", `there is no ${missing} that could be read in ${folder}`, url, { reason: "tls-files" });
	return certificates;
}

/** Each context has a folder for what it is and one for its certificates, called by the hash of its name: https://docs.docker.com/engine/manage-resources/contexts. */
export function contextFolders(name: string, around: Surroundings): { readonly meta: string; readonly tls: string } {
	const folder = join(around.platform, configFolder(around), "contexts");
	const id = createHash("sha256").update(name).digest("hex");
	return { meta: join(around.platform, folder, "meta", id), tls: join(around.platform, folder, "tls", id) };
}

async function byContext(name: string, source: Source, around: Surroundings): Promise<Endpoint> {
	if (name === "default") return defaultEndpoint(source, around);
	const { platform } = around;
	const folders = contextFolders(name, around);
	const file = join(platform, folders.meta, "meta.json");
	const meta = await readMeta(file, around);
	if (!meta)
		throw new DockerError("bad-host", `there is no Docker context named \`${name}\``, source.name === name ? "" : source.name, { reason: "no-context" });
	if (!meta.host) throw new DockerError("bad-host", `the Docker context \`${name}\` names no host`, "", { reason: "broken-context" });
	const endpoint = { address: parseNamed(meta.host, name, platform), url: meta.host, source: { by: source.by, name }, file };
	if (endpoint.address.kind !== "tcp") return endpoint;
	const files = join(platform, folders.tls, "docker");
	const certificates = pairOf(await readCertificates(files, around, platform), files, meta.host);
	const secure = endpoint.address.tls || meta.skipVerify || Object.keys(certificates).length > 0;
	return secure ? { ...endpoint, address: { ...endpoint.address, tls: { ...certificates, verify: !meta.skipVerify } } } : endpoint;
}

/** The usual socket, or else one that is found elsewhere; where there is none, the usual one, whose absence is then the cause to report. */
async function defaultEndpoint(source: Source, around: Surroundings): Promise<Endpoint> {
	const by = source.by === "setting" || source.by === "window" ? source : ({ by: "default", name: "" } as const);
	const usual = around.platform === "win32" ? "npipe:////./pipe/docker_engine" : "unix:///var/run/docker.sock";
	const found = await discoverSockets(around);
	const [first] = found;
	// Programs leave their sockets behind when they end: of several, one that is alive.
	const isChoice = found.length > 1 && first?.url !== usual;
	const alive = isChoice ? await firstThat(found, ({ url }) => around.accepts(pathOf(url, around))) : undefined;
	const { url, product } = alive ?? first ?? { url: usual, product: "" };
	return { address: parseHost(url, around.platform), url, source: url === usual ? by : { by: "found", name: product } };
}

async function firstThat<Item>(items: readonly Item[], test: (item: Item) => Promise<boolean>): Promise<Item | undefined> {
	const passed = await Promise.all(items.map(test));
	return items.find((_, index) => passed[index]);
}

function pathOf(url: string, { platform }: Surroundings): string {
	const address = parseHost(url, platform);
	return address.kind === "socket" ? address.path : "";
}

async function currentContext(around: Surroundings): Promise<string> {
	const text = await around.read(join(around.platform, configFolder(around), "config.json"));
	try {
		const { currentContext: name } = JSON.parse(text ?? "{}") as { currentContext?: unknown };
		return typeof name === "string" ? name : "";
	} catch {
		// The CLI warns of a broken file and goes on with the default, and so do we.
		return "";
	}
}

async function readMeta(path: string, around: Surroundings): Promise<{ name: string; host: string; skipVerify: boolean } | undefined> {
	const text = await around.read(path);
	if (text === undefined) return undefined;
	try {
		const { Name = "", Endpoints } = JSON.parse(text) as { Name?: string; Endpoints?: { docker?: { Host?: string; SkipTLSVerify?: boolean } } };
		return { name: Name, host: Endpoints?.docker?.Host ?? "", skipVerify: Boolean(Endpoints?.docker?.SkipTLSVerify) };
	} catch {
		throw new DockerError("bad-host", `the file of the Docker context cannot be read: ${path}`, "", { reason: "broken-context" });
	}
}

async function readCertificates(folder: string, around: Surroundings, platform: NodeJS.Platform): Promise<Omit<Tls, "verify">> {
	const [ca, cert, key] = await Promise.all(["ca", "cert", "key"].map((name) => around.read(join(platform, folder, `${name}.pem`))));
	return { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) };
}

/** As `parseHost`; an error tells, too, who named the host. */
function parseNamed(text: string, name: string, platform: NodeJS.Platform): Address {
	try {
		return parseHost(text, platform);
	} catch (error) {
		throw isDockerError(error) ? new DockerError(error.kind, error.detail, name, error) : error;
	}
}

const join = (platform: NodeJS.Platform, ...parts: string[]): string => (platform === "win32" ? win32 : posix).join(...parts);
/** A password that stands in a host is shown to nobody. */
const bad = (text: string, reason: string): DockerError =>
	new DockerError("bad-host", `\`${maskPasswords(text, "••••••")}\` cannot be used as a Docker host: ${reason}`);
const unbracketed = (host: string): string => host.replace(/^\[(.*)\]$/, "$1");

function parseUrl(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}
