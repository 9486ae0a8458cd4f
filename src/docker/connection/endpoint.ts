import { createHash } from "node:crypto";
import { posix, win32 } from "node:path";
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

/** Who named the host: `name` is the setting, the variable or the context. `found` is a socket that nobody named, in another place than the usual. */
export type Source = { readonly by: "setting" | "environment" | "context" | "default" | "found"; readonly name: string };

/** `url` is the host as a user would write it for `docker -H`. */
export type Endpoint = { readonly address: Address; readonly url: string; readonly source: Source };

/** What the user set for this window: a host wins over a context; empty means not set. */
export type ConnectionSettings = { readonly host: string; readonly context: string };

/** Where the Docker CLI keeps its configuration. */
export const configFolder = ({ env, home, platform }: Surroundings): string => env["DOCKER_CONFIG"] || join(platform, home, ".docker");

/**
 * The engine to talk to, by the CLI's own precedence below our two settings. Only reads files; connects to nothing.
 * @throws DockerError `bad-host` where the host or the context that was named cannot be understood or found
 */
export async function resolveEndpoint(settings: ConnectionSettings, around: Surroundings): Promise<Endpoint> {
	const { env } = around;
	if (settings.host) return byHost(settings.host, { by: "setting", name: "hullwright.docker.host" }, around);
	if (settings.context) return byContext(settings.context, { by: "setting", name: "hullwright.docker.context" }, around);
	if (env["DOCKER_HOST"]) return byHost(env["DOCKER_HOST"], { by: "environment", name: "DOCKER_HOST" }, around);
	if (env["DOCKER_CONTEXT"]) return byContext(env["DOCKER_CONTEXT"], { by: "environment", name: "DOCKER_CONTEXT" }, around);
	const current = await currentContext(around);
	return byContext(current || "default", { by: "context", name: current }, around);
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
	const url = parseUrl(`http://${rest}`);
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
	return { address: { ...address, tls: { ...(await readCertificates(folder, around, platform)), verify } }, url: text.trim(), source };
}

async function byContext(name: string, source: Source, around: Surroundings): Promise<Endpoint> {
	if (name === "default") return defaultEndpoint(source, around);
	const { platform } = around;
	const folder = join(platform, configFolder(around), "contexts");
	const id = createHash("sha256").update(name).digest("hex");
	const meta = await readMeta(join(platform, folder, "meta", id, "meta.json"), around);
	if (!meta) throw new DockerError("bad-host", `there is no Docker context named \`${name}\``, source.name === name ? "" : source.name);
	if (!meta.host) throw new DockerError("bad-host", `the Docker context \`${name}\` names no host`);
	const endpoint = { address: parseNamed(meta.host, name, platform), url: meta.host, source: { by: source.by, name } };
	if (endpoint.address.kind !== "tcp") return endpoint;
	const certificates = await readCertificates(join(platform, folder, "tls", id, "docker"), around, platform);
	const secure = endpoint.address.tls || meta.skipVerify || Object.keys(certificates).length > 0;
	return secure ? { ...endpoint, address: { ...endpoint.address, tls: { ...certificates, verify: !meta.skipVerify } } } : endpoint;
}

/** The usual socket, or else the first that is found elsewhere; where there is none, the usual one, whose absence is then the cause to report. */
async function defaultEndpoint(source: Source, around: Surroundings): Promise<Endpoint> {
	const by = source.by === "setting" ? source : ({ by: "default", name: "" } as const);
	const usual = around.platform === "win32" ? "npipe:////./pipe/docker_engine" : "unix:///var/run/docker.sock";
	const [first] = await discoverSockets(around);
	const url = first ?? usual;
	return { address: parseHost(url, around.platform), url, source: url === usual ? by : { by: "found", name: "" } };
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
		throw new DockerError("bad-host", `the file of the Docker context cannot be read: ${path}`);
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
		throw isDockerError(error) ? new DockerError(error.kind, error.detail, name) : error;
	}
}

const join = (platform: NodeJS.Platform, ...parts: string[]): string => (platform === "win32" ? win32 : posix).join(...parts);
const bad = (text: string, reason: string): DockerError => new DockerError("bad-host", `\`${text}\` cannot be used as a Docker host: ${reason}`);
const unbracketed = (host: string): string => host.replace(/^\[(.*)\]$/, "$1");

function parseUrl(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}
