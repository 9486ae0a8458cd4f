import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createHttp } from "node:http";
import { connect as connectSocket, createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createServer as createTls } from "node:tls";
import { afterAll, afterEach, expect, test } from "vitest";
import { startEngine, whyNoEngine } from "../../scripts/engine/engine.mjs";
import { client, find, host, make, outside, until } from "./own-engine.ts";
import { startSshServer } from "./ssh-server.ts";

const folder = mkdtempSync(join(tmpdir(), "hullwright-test-"));
afterAll(() => rmSync(folder, { recursive: true }));
const environment = { ...process.env };
afterEach(() => {
	for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
	Object.assign(process.env, environment);
});
const socket = host.slice("unix://".length);
const version = async (): Promise<string> => ((await outside.version()) as { Version: string }).Version;

async function listening(server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	afterAll(() => server.close());
	return (server.address() as AddressInfo).port;
}

/** What the explorer would show: why there is no engine. */
async function causeOf(settings: Parameters<typeof client>[0]): Promise<unknown> {
	const docker = client(settings);
	const release = docker.connection.hold();
	await docker.settled("containers");
	release();
	return docker.connection.status;
}

test("the engine that was resolved is asked, whatever DOCKER_HOST says", async () => {
	process.env["DOCKER_HOST"] = "tcp://[this is no host";
	process.env["DOCKER_CERT_PATH"] = "/nonexistent";
	const docker = client({ host });
	await expect(docker.connection.use(async ({ version: found }) => found)).resolves.toBe(await version());
	expect(process.env["DOCKER_HOST"]).toBe("tcp://[this is no host");
});

test("no socket, a socket nobody listens on, no permission, no host, no engine: each its own cause", async () => {
	const stale = join(folder, "stale.sock");
	const listen = `require("net").createServer().listen(${JSON.stringify(stale)}, () => process.kill(process.pid, "SIGKILL"))`;
	spawnSync(process.execPath, ["-e", listen]);
	expect(existsSync(stale)).toBe(true);
	const other = await listening(createHttp((_request, response) => response.end("<html>a router</html>")));
	const silent = await listening(createServer((connection) => connection.destroy()));

	expect(await causeOf({ host: `unix://${folder}/none.sock` })).toMatchObject({ kind: "away", error: { kind: "absent" } });
	expect(await causeOf({ host: `unix://${stale}` })).toMatchObject({ kind: "away", error: { kind: "refused" } });
	expect(await causeOf({ host: "tcp://127.0.0.1:9" })).toMatchObject({ kind: "away", error: { kind: "refused" } });
	expect(await causeOf({ host: "gopher://x" })).toMatchObject({ kind: "away", error: { kind: "bad-host", detail: expect.stringContaining("gopher://x") } });
	expect(await causeOf({ context: "nobody" })).toMatchObject({ kind: "away", error: { kind: "bad-host", detail: expect.stringContaining("nobody") } });
	expect(await causeOf({ host: `tcp://127.0.0.1:${other}` })).toMatchObject({ kind: "away", error: { kind: "incompatible" } });
	expect(await causeOf({ host: `tcp://127.0.0.1:${silent}` })).toMatchObject({ kind: "away", error: { kind: "unreachable" } });
});

test.skipIf(process.getuid?.() !== 0)("a socket that belongs to others: denied", async () => {
	// As "nobody", who may not use the engine's socket.
	process.seteuid?.(65_534);
	const cause = await causeOf({ host }).finally(() => process.seteuid?.(0));
	expect(cause).toMatchObject({ kind: "away", error: { kind: "denied" } });
});

test("TLS: by a context of the docker CLI, by DOCKER_HOST with certificates, and refused without them", async () => {
	const certificates = makeCertificates();
	const options = { key: certificates.serverKey, cert: certificates.serverCert, ca: certificates.ca, requestCert: true, rejectUnauthorized: true };
	const server = createTls(options, (connection) => {
		const engine = connectSocket(socket);
		connection.pipe(engine).pipe(connection);
		for (const end of [connection, engine]) end.on("error", () => {});
	});
	server.on("tlsClientError", () => {});
	const port = await listening(server);

	const config = join(folder, "config");
	execFileSync(
		"docker",
		[
			"context",
			"create",
			"secured",
			"--docker",
			`host=tcp://127.0.0.1:${port},ca=${certificates.files}/ca.pem,cert=${certificates.files}/cert.pem,key=${certificates.files}/key.pem`,
		],
		{
			env: { ...process.env, DOCKER_CONFIG: config },
			stdio: "ignore",
		},
	);
	process.env["DOCKER_CONFIG"] = config;
	await expect(client({ context: "secured" }).connection.use(async ({ version: found }) => found)).resolves.toBe(await version());

	const secured = `tcp://127.0.0.1:${port}`;
	expect(await causeOf({ host: secured }), "no TLS").toMatchObject({ error: { kind: expect.stringMatching(/^(tls|unreachable)$/) } });
	process.env["DOCKER_TLS_VERIFY"] = "1";
	process.env["DOCKER_CERT_PATH"] = join(folder, "nothing-here");
	expect(await causeOf({ host: secured }), "an authority that we do not know").toMatchObject({ error: { kind: "tls" } });
	process.env["DOCKER_CERT_PATH"] = certificates.files;
	await expect(client({ host: secured }).connection.use(async ({ version: found }) => found)).resolves.toBe(await version());
});

test("ssh, with the user's own OpenSSH: lists, events, a shell; and its words where it fails", async () => {
	const keys = join(folder, "keys");
	mkdirSync(keys);
	execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(keys, "id")]);
	const server = await startSshServer(readFileSync(join(keys, "id.pub")), { DOCKER_HOST: host });
	afterAll(() => server.close());
	// The user's configuration, without touching the user's: `ssh` in PATH is OpenSSH with a file of the test.
	const config = join(keys, "config");
	writeFileSync(
		config,
		`Host engine\n  HostName 127.0.0.1\n  Port ${server.port}\n  User tester\n  IdentityFile ${keys}/id\n  IdentitiesOnly yes\n  StrictHostKeyChecking no\n  UserKnownHostsFile /dev/null\n  LogLevel ERROR\n`,
	);
	const bin = join(keys, "bin");
	mkdirSync(bin);
	const openSsh = execFileSync("sh", ["-c", "command -v ssh"], { encoding: "utf8" }).trim();
	writeFileSync(join(bin, "ssh"), `#!/bin/sh\nexec ${openSsh} -F ${config} "$@"\n`, { mode: 0o755 });
	process.env["PATH"] = `${bin}${delimiter}${process.env["PATH"]}`;

	const docker = client({ host: "ssh://engine" });
	const release = docker.connection.hold();
	await docker.settled("containers");
	expect(docker.connection.status).toMatchObject({ kind: "connected", version: await version() });
	expect(server.commands).toContain("docker system dial-stdio");

	const container = await make("far", "sleep 60");
	await container.start();
	await until(docker, () => find(docker, container.id)?.state === "running");
	let text = "";
	const shell = await docker.containers.runProgram(container.id, { command: ["/bin/sh"] }, { columns: 80, rows: 24 }, (part) => (text += part));
	shell.write("echo far-$((40+2)); exit\r");
	expect(await shell.ended).toBe(0);
	expect(text).toContain("far-42");
	release();

	expect(await causeOf({ host: "ssh://nobody@127.0.0.1:9" })).toMatchObject({ error: { kind: "ssh", detail: expect.stringMatching(/refused/i) } });
});

test.skipIf(whyNoEngine() !== undefined)("an engine that is killed and comes back: its cause, then its rows, within two seconds", async () => {
	const engine = await startEngine({ log: () => {} });
	try {
		const docker = client({ host: `unix://${engine.socket}` });
		const release = docker.connection.hold();
		await docker.settled("containers");
		expect(docker.connection.status.kind).toBe("connected");

		for (const end of ["kill", "absent"] as const) {
			await engine.kill();
			if (end === "absent") rmSync(engine.socket);
			// While it is ending an engine may still cut a connection off; what is said then is corrected at the next try.
			const kind = end === "kill" ? "refused" : "absent";
			await until(docker, () => docker.connection.status.kind === "away" && docker.connection.status.error.kind === kind);
			await engine.start();
			expect(existsSync(engine.socket)).toBe(true);
			expect(await until(docker, () => docker.connection.status.kind === "connected")).toBeLessThan(2_000);
		}
		release();
	} finally {
		await engine.stop();
	}
});

function makeCertificates(): { files: string; ca: Buffer; serverKey: Buffer; serverCert: Buffer } {
	const files = join(folder, "certificates");
	mkdirSync(files);
	const openssl = (...args: string[]): unknown => execFileSync("openssl", args, { cwd: files, stdio: "ignore" });
	writeFileSync(join(files, "server.ext"), "subjectAltName=IP:127.0.0.1\n");
	openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca-key.pem", "-out", "ca.pem", "-days", "2", "-subj", "/CN=test authority");
	for (const [name, extra] of [
		["server", ["-extfile", "server.ext"]],
		["client", []],
	] as const) {
		const [key, cert] = name === "client" ? ["key.pem", "cert.pem"] : ["server-key.pem", "server-cert.pem"];
		openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", `${name}.csr`, "-subj", `/CN=${name}`);
		openssl("x509", "-req", "-in", `${name}.csr`, "-CA", "ca.pem", "-CAkey", "ca-key.pem", "-CAcreateserial", "-out", cert, "-days", "2", ...extra);
	}
	const read = (name: string): Buffer => readFileSync(join(files, name));
	return { files, ca: read("ca.pem"), serverKey: read("server-key.pem"), serverCert: read("server-cert.pem") };
}
