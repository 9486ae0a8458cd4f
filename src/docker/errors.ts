/**
 * Why Docker did not do what it was asked. The first seven are about the connection:
 * - `absent`: there is no socket at the address (no engine installed, or it is not started)
 * - `refused`: the address is there, and nothing listens on it
 * - `unreachable`: the network does not lead there, or no answer came
 * - `denied`: this user may not use the socket
 * - `bad-host`: the host or context that was named cannot be understood or found
 * - `tls`, `ssh`: the secured connection failed
 * - `incompatible`: what answers is not an engine that we can talk to
 * and the rest about one request: `missing` (no such container or image), `conflict` (in use, or in another state), `rejected`.
 */
type ErrorKind = "absent" | "refused" | "unreachable" | "denied" | "bad-host" | "tls" | "ssh" | "incompatible" | "missing" | "conflict" | "rejected";

/** What can be told of some errors besides their kind, each mended in its own way. What follows `tls-` is said of our connection, `ssh-` of ssh and of the machine it leads to. */
export type Reason =
	| "unknown-host"
	| "no-answer"
	| "no-context"
	| "broken-context"
	| "tls-files"
	| "tls-authority"
	| "tls-expired"
	| "tls-name"
	| "tls-client"
	| "tls-needed"
	| "tls-not-spoken"
	| "ssh-missing"
	| "ssh-host-key"
	| "ssh-host-changed"
	| "ssh-key"
	| "ssh-unknown-host"
	| "ssh-unreachable"
	| "ssh-no-docker"
	| "ssh-no-engine"
	| "ssh-denied"
	| "too-old"
	| "too-new";

/** `detail` is the engine's or the system's own words; `address` is where we asked, as its user would write it. */
export class DockerError extends Error {
	readonly kind: ErrorKind;
	readonly detail: string;
	readonly address: string;
	readonly reason: Reason | undefined;

	constructor(kind: ErrorKind, detail: string, address = "", { cause, reason }: { readonly cause?: unknown; readonly reason?: Reason | undefined } = {}) {
		super(`${detail}${address && ` (${address})`}`, { cause });
		this.name = "DockerError";
		this.kind = kind;
		this.detail = detail;
		this.address = address;
		this.reason = reason;
	}
}

/** True for a DockerError of any bundle: the class itself exists once in each. */
export const isDockerError = (error: unknown): error is DockerError => error instanceof Error && error.name === "DockerError";

/** True where the connection failed, rather than one request. */
export const isConnectionError = (error: DockerError): boolean => !["missing", "conflict", "rejected"].includes(error.kind);

/** True for what this machine's files have failed with, of which a connection's errors never tell: they have no path, and other codes. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException {
	const { code = "", syscall, path } = (error ?? {}) as NodeJS.ErrnoException;
	return syscall !== undefined && (typeof path === "string" || ["ENOSPC", "EDQUOT", "EFBIG", "EIO", "EROFS"].includes(code));
}

const kindOfCode: Record<string, ErrorKind> = {
	ENOENT: "absent",
	ENOTDIR: "absent",
	ENOTSOCK: "absent",
	ECONNREFUSED: "refused",
	EACCES: "denied",
	EPERM: "denied",
};

const isTlsCode = (code: string): boolean => /^(ERR_TLS|ERR_SSL|ERR_OSSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO|HOSTNAME_MISMATCH)/.test(code);

/** What Node, the HTTP client or the engine reported, as one of our kinds. */
export function toDockerError(error: unknown, address = ""): DockerError {
	if (isDockerError(error)) return error;
	const { code = "", statusCode, message = String(error), cause, rawPacket } = (error ?? {}) as Thrown;
	if (isDockerError(cause)) return cause;
	const make = (kind: ErrorKind, detail: string, reason?: Reason): DockerError => new DockerError(kind, detail, address, { cause: error, reason });
	if (statusCode) return ofStatus(statusCode, wordsOfEngine(error), make);
	if (isTlsCode(String(code))) return make("tls", message, reasonOfTls(String(code), message));
	// What comes back begins as an alert of TLS does.
	if (rawPacket?.[0] === 0x15 && rawPacket[1] === 3) return make("tls", "the other side speaks TLS", "tls-needed");
	if (String(code).startsWith("HPE_")) return make("incompatible", `the answer is not HTTP: ${message}`);
	if (["AbortError", "TimeoutError"].includes((error as Error)?.name)) return make("unreachable", "no answer came in time", "no-answer");
	// Node tells of it in four ways, by what it was just about.
	if (code === "ECONNRESET" || code === "EPIPE") return make("unreachable", "the engine closed the connection");
	if (code === "ETIMEDOUT") return make("unreachable", message, "no-answer");
	if (code === "ENOTFOUND" || code === "EAI_AGAIN") return make("unreachable", message, "unknown-host");
	return make(kindOfCode[String(code)] ?? "unreachable", message || String(code));
}

type Thrown = {
	readonly code?: string;
	readonly statusCode?: number;
	readonly message?: string;
	readonly cause?: unknown;
	/** What Node's parser of HTTP could not read. */
	readonly rawPacket?: Uint8Array;
};

function ofStatus(status: number, words: string, make: (kind: ErrorKind, detail: string, reason?: Reason) => DockerError): DockerError {
	if (/HTTP request to an HTTPS server/i.test(words)) return make("tls", words, "tls-needed");
	if (/client version .* is too old/i.test(words)) return make("incompatible", words, "too-new");
	if (/client version .* is too new/i.test(words)) return make("incompatible", words, "too-old");
	// Said of the question, not of what was asked about.
	if (status === 404 && /^(?:page )?not found$/i.test(words)) return make("rejected", "this engine has no such request");
	return make(status === 404 ? "missing" : status === 409 ? "conflict" : "rejected", words || `it said nothing but HTTP status ${status}`);
}

/** By the words of OpenSSL, which Node has, or of BoringSSL, which VS Code has on the desktop and which writes them in capitals with underlines. */
function reasonOfTls(code: string, message: string): Reason | undefined {
	const words = `${code} ${message}`.replaceAll("_", " ").toLowerCase();
	if (/cert (?:has expired|not yet valid)/.test(words)) return "tls-expired";
	if (/altname|hostname mismatch/.test(words)) return "tls-name";
	if (/^(?:unable to |self signed|depth zero|cert (?:untrusted|signature failure|rejected))/.test(words)) return "tls-authority";
	if (/alert (?:certificate|bad certificate|unknown ca|handshake failure)|certificate required/.test(words)) return "tls-client";
	if (/wrong version number|packet length too long|record layer failure|unknown protocol|http request/.test(words)) return "tls-not-spoken";
	return /^err ossl |no start line|key values mismatch/.test(words) ? "tls-files" : undefined;
}

/** The engine's message without the status line that dockerode puts around it. */
function wordsOfEngine(error: unknown): string {
	const { json, message = "" } = error as { json?: { message?: unknown } | Buffer; message?: string };
	if (json && !Buffer.isBuffer(json) && typeof json.message === "string") return json.message.trim();
	return message.replace(/^\(HTTP code \d+\) .*? - /, "").trim();
}
