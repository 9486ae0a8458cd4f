import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { Agent, type ClientRequest, type IncomingMessage } from "node:http";
import { connect as connectSocket, isIP } from "node:net";
import { Duplex } from "node:stream";
import { connect as connectTls } from "node:tls";
import type { Address } from "./endpoint.ts";
import { DockerError, type Reason } from "../errors.ts";
import { plainText } from "../plain-text.ts";

/** An HTTP agent whose connections lead to the engine, whatever the way there. Destroying it ends them all. */
export function daemonAgent(connect: () => Duplex): Agent {
	// Node would make one for each connection out of the host, with an expression that takes 10 ms to compile; where TLS needs one, `dial` says it.
	const servername = { servername: "" };
	const agent = new Agent({ keepAlive: true, maxFreeSockets: 4, ...servername });
	// A request that is aborted as its answer ends destroys a connection to which Node does not listen any more. Of every other error its request tells.
	const createConnection = (): Duplex => connect().on("error", () => {});
	return Object.assign(agent, { createConnection, addRequest });
}

/** An engine sends nobody elsewhere. dockerode would go wherever it is sent, without this agent, and where nobody answers there the error is caught by nobody. */
function addRequest(this: Agent, request: ClientRequest, ...rest: readonly unknown[]): void {
	request.prependListener("response", ({ headers }: IncomingMessage) => delete headers.location);
	(Agent.prototype as unknown as { addRequest: typeof addRequest }).addRequest.call(this, request, ...rest);
}

/**
 * How each request to a daemon goes. Its agent makes the connections: the path of a socket only says that this is no host, for which VS Code would put an agent of
 * its own in place of ours and look for a proxy: https://github.com/microsoft/vscode-proxy-agent/blob/main/src/index.ts
 */
export type Way = { readonly agent: Agent; readonly socketPath: string; readonly headers: { readonly Host: string } };

/** One connection to the daemon. */
export function dial(address: Address): Duplex {
	switch (address.kind) {
		case "socket":
			return connectSocket(address.path);
		case "tcp": {
			// Keep-alive finds out when the other side has silently gone.
			const options = { host: address.host, port: address.port, keepAlive: true, keepAliveInitialDelay: 15_000 };
			if (!address.tls) return connectSocket(options);
			const { verify, ...certificates } = address.tls;
			return connectTls({ ...options, ...certificates, rejectUnauthorized: verify, ...(isIP(address.host) === 0 && { servername: address.host }) });
		}
		case "ssh":
			return new SshConnection(address);
	}
}

/** The program and arguments that the Docker CLI, too, uses to reach an engine by ssh. Never asks: there is no terminal to answer in. */
export function sshArguments({ host, user, port, socket }: Address & { kind: "ssh" }): readonly string[] {
	const login = [...(user ? ["-l", user] : []), ...(port ? ["-p", String(port)] : [])];
	return [
		"-o",
		"BatchMode=yes",
		"-o",
		"ConnectTimeout=15",
		"-T",
		...login,
		"--",
		host,
		"docker",
		...(socket ? ["--host", `unix://${socket}`] : []),
		"system",
		"dial-stdio",
	];
}

/** A connection that is no socket. */
export class StreamConnection extends Duplex {
	// What Node's HTTP agent asks of an idle connection besides.
	setKeepAlive(): this {
		return this;
	}
	setNoDelay(): this {
		return this;
	}
	setTimeout(): this {
		return this;
	}
	ref(): this {
		return this;
	}
	unref(): this {
		return this;
	}
}

/** The two ends of an `ssh` process as one connection. The user's own OpenSSH knows their hosts, keys, agent and jumps. */
class SshConnection extends StreamConnection {
	readonly #child: ChildProcessWithoutNullStreams;
	#complaint = "";

	constructor(address: Address & { kind: "ssh" }) {
		super();
		this.#child = spawn("ssh", sshArguments(address), { stdio: "pipe", windowsHide: true });
		this.#child.stdout.on("data", (chunk: Buffer) => {
			if (!this.push(chunk)) this.#child.stdout.pause();
		});
		this.#child.stderr.on("data", (chunk: Buffer) => (this.#complaint = (this.#complaint + chunk.toString()).slice(-4000)));
		// A write to a process that has just ended is reported by its end.
		this.#child.stdin.on("error", () => {});
		this.#child.on("error", (error: NodeJS.ErrnoException) => {
			const isMissing = error.code === "ENOENT";
			const words = isMissing ? "the program ssh is not installed, or not in PATH" : error.message;
			this.destroy(new DockerError("ssh", words, "", { reason: isMissing ? "ssh-missing" : undefined }));
		});
		// Not at the end of stdout: only when the process has ended is its reason known.
		this.#child.on("close", (code) => {
			if (code === 0) this.push(null);
			else {
				const words = lastLines(this.#complaint) || `ssh ended with exit code ${code}`;
				this.destroy(new DockerError("ssh", words, "", { reason: reasonOfSsh(this.#complaint, code) }));
			}
		});
	}

	override _read(): void {
		this.#child.stdout.resume();
	}

	override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
		// The error itself is the process's end, see above.
		this.#child.stdin.write(chunk, () => done());
	}

	override _final(done: () => void): void {
		this.#child.stdin.end(done);
	}

	override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
		this.#child.kill();
		done(error);
	}
}

/** What is the matter, by the words of ssh itself, of the far shell, and of the far `docker`. */
export function reasonOfSsh(words: string, exitCode: number | null): Reason | undefined {
	for (const [pattern, reason] of sshReasons) if (pattern.test(words)) return reason;
	return exitCode === 127 ? "ssh-no-docker" : undefined;
}

const sshReasons: readonly (readonly [RegExp, Reason])[] = [
	[/REMOTE HOST IDENTIFICATION HAS CHANGED|host key for .* has changed|Offending .*key in/i, "ssh-host-changed"],
	[/Host key verification failed|no .* host key is known/i, "ssh-host-key"],
	[/permission denied while trying to connect|connect: permission denied/i, "ssh-denied"],
	[/Permission denied \(|Too many authentication failures|No supported authentication methods/i, "ssh-key"],
	[/Could not resolve hostname|Name or service not known|nodename nor servname/i, "ssh-unknown-host"],
	[/connect to host .*(?:refused|timed out|unreachable|No route)|Connection timed out|banner exchange|kex_exchange_identification/i, "ssh-unreachable"],
	[/docker: (?:command )?not found|command not found: docker|Unknown command: docker|'docker' is not recognized|is not a docker command/i, "ssh-no-docker"],
	[
		/Cannot connect to the Docker daemon|Is the docker daemon running|failed to connect to the docker API|dial unix .*(?:no such file|refused)/i,
		"ssh-no-engine",
	],
];

/** ssh's last words; what goes before is usually a banner. */
const lastLines = (text: string): string =>
	text
		.trim()
		.split("\n")
		.slice(-2)
		.map((line) => plainText(line, 400))
		.join(" ");
