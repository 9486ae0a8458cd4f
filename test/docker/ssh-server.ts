import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import type ssh2 from "ssh2";

// It comes with dockerode, and is nobody's dependency but the tests'.
const { Server, utils } = createRequire(createRequire(import.meta.url).resolve("dockerode"))("ssh2") as typeof ssh2;

export type SshServer = { readonly port: number; readonly commands: readonly string[]; readonly env: Record<string, string>; close(): void };

/** An SSH server that lets one key in and runs what it is asked to, with `env` besides, which may change. */
export async function startSshServer(authorizedKey: Buffer, env: Record<string, string>): Promise<SshServer> {
	const allowed = utils.parseKey(authorizedKey);
	if (allowed instanceof Error) throw allowed;
	const commands: string[] = [];
	const hostKey = utils.generateKeyPairSync("ed25519").private;
	const server = new Server({ hostKeys: [hostKey] }, (connection) => {
		connection
			.on("authentication", (context) => {
				const isAllowed =
					context.method === "publickey" &&
					context.key.algo === allowed.type &&
					allowed.getPublicSSH().equals(context.key.data) &&
					(!context.signature || allowed.verify(context.blob ?? Buffer.alloc(0), context.signature, context.hashAlgo) === true);
				if (isAllowed) context.accept();
				else context.reject(["publickey"]);
			})
			.on("session", (accept) =>
				accept().on("exec", (acceptExec, _reject, { command }) => {
					commands.push(command);
					const channel = acceptExec();
					const child = spawn("sh", ["-c", command], { env: { ...process.env, ...env } });
					channel.pipe(child.stdin);
					child.stdin.on("error", () => {});
					child.stdout.pipe(channel, { end: false });
					child.stderr.pipe(channel.stderr, { end: false });
					child.on("close", (code) => {
						channel.exit(code ?? 1);
						channel.end();
					});
					channel.on("close", () => child.kill());
				}),
			)
			.on("error", () => {});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return { port: (server.address() as AddressInfo).port, commands, env, close: () => void server.close() };
}
