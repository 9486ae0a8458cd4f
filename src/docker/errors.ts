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

/** `detail` is the engine's or the system's own words; `address` is where we asked, as its user would write it. */
export class DockerError extends Error {
	readonly kind: ErrorKind;
	readonly detail: string;
	readonly address: string;

	constructor(kind: ErrorKind, detail: string, address = "", cause?: unknown) {
		super(`${detail}${address && ` (${address})`}`, { cause });
		this.name = "DockerError";
		this.kind = kind;
		this.detail = detail;
		this.address = address;
	}
}

/** True for a DockerError of any bundle: the class itself exists once in each. */
export const isDockerError = (error: unknown): error is DockerError => error instanceof Error && error.name === "DockerError";

/** True where the connection failed, rather than one request. */
export const isConnectionError = (error: DockerError): boolean => !["missing", "conflict", "rejected"].includes(error.kind);

const kindOfCode: Record<string, ErrorKind> = {
	ENOENT: "absent",
	ENOTSOCK: "absent",
	ECONNREFUSED: "refused",
	EACCES: "denied",
	EPERM: "denied",
};

const isTlsCode = (code: string): boolean => /^(ERR_TLS|ERR_SSL|ERR_OSSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO|HOSTNAME_MISMATCH)/.test(code);

/** What Node, the HTTP client or the engine reported, as one of our kinds. */
export function toDockerError(error: unknown, address = ""): DockerError {
	if (isDockerError(error)) return error;
	const { code = "", statusCode, message = String(error), cause } = (error ?? {}) as { code?: string; statusCode?: number; message?: string; cause?: unknown };
	if (isDockerError(cause)) return cause;
	if (statusCode) return new DockerError(kindOfStatus(statusCode, wordsOfEngine(error)), wordsOfEngine(error), address, error);
	if (isTlsCode(String(code))) return new DockerError("tls", message, address, error);
	if (String(code).startsWith("HPE_")) return new DockerError("incompatible", `the answer is not HTTP: ${message}`, address, error);
	if (["AbortError", "TimeoutError"].includes((error as Error)?.name)) return new DockerError("unreachable", "no answer came in time", address, error);
	return new DockerError(kindOfCode[String(code)] ?? "unreachable", message || String(code), address, error);
}

function kindOfStatus(status: number, words: string): ErrorKind {
	if (/HTTP request to an HTTPS server/i.test(words)) return "tls";
	if (/client version .* is too (old|new)/i.test(words)) return "incompatible";
	return status === 404 ? "missing" : status === 409 ? "conflict" : "rejected";
}

/** The engine's message without the status line that dockerode puts around it. */
function wordsOfEngine(error: unknown): string {
	const { json, message = "" } = error as { json?: { message?: unknown } | Buffer; message?: string };
	if (json && !Buffer.isBuffer(json) && typeof json.message === "string") return json.message.trim();
	return message.replace(/^\(HTTP code \d+\) .*? - /, "").trim();
}
