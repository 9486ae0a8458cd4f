import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer as createHttp } from "node:http";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { createServer as createTls } from "node:tls";
import Dockerode from "dockerode";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startEngine, whyNoEngine } from "../../scripts/engine/engine.mjs";
import { openDaemon } from "../../src/docker/connection/daemon.ts";
import { makeCertificates } from "./certificates.ts";
import { client, find, host, make, outside, until } from "./own-engine.ts";
import { startSshServer } from "./ssh-server.ts";

const folder = mkdtempSync(join(tmpdir(), "hullwright-test-"));
afterAll(() => rmSync(folder, { recursive: true }));
const environment = { ...process.env };
afterEach(() => {
	for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
	Object.assign(process.env, environment);
});
const version = async (): Promise<string> => ((await outside.version()) as { Version: string }).Version;

async function listening(server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	afterAll(() => server.close());
	return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
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

test("no socket, a socket nobody listens on, no permission, no host, no engine: another program, or one too old or too new: each its own cause", async () => {
	const stale = join(folder, "stale.sock");
	const listen = `require("net").createServer().listen(${JSON.stringify(stale)}, () => process.kill(process.pid, "SIGKILL"))`;
	spawnSync(process.execPath, ["-e", listen]);
	expect(existsSync(stale)).toBe(true);
	const other = await listening(createHttp((_request, response) => response.end("<html>a router</html>")));
	const silent = await listening(createServer((connection) => connection.destroy()));

	const engineOf = (version: object): Promise<number> => listening(createHttp((_request, response) => response.end(JSON.stringify(version))));
	const old = await engineOf({ Version: "1.8", ApiVersion: "1.20" });
	const future = await engineOf({ Version: "99", ApiVersion: "1.99", MinAPIVersion: "1.60" });
	/** Says in the header lines of all that it answers what it is, and what it says besides only to who asks for that. */
	const greeting = (apiVersion: string, oldest: string): Promise<number> =>
		listening(
			createHttp(({ url = "" }, response) => {
				response.setHeader("Api-Version", apiVersion).setHeader("Server", "Docker/99 (linux)");
				if (url === "/version") return response.end(JSON.stringify({ Version: "99", ApiVersion: apiVersion, MinAPIVersion: oldest }));
				return response.writeHead(url === "/_ping" ? 200 : 400).end("{}");
			}),
		);
	const [oldGreeting, futureGreeting] = [await greeting("1.20", "1.12"), await greeting("1.99", "1.60")];
	const mute = await listening(createServer(() => {}));
	const forbidding = await listening(
		createHttp(({ url = "" }, response) => {
			if (url.endsWith("/version")) return response.end(JSON.stringify({ Version: "26", ApiVersion: "1.45" }));
			return response.writeHead(403, { "content-type": "application/json" }).end('{"message":"forbidden by the proxy"}');
		}),
	);
	const elsewhere = await listening(createHttp((_request, response) => response.writeHead(302, { location: "http://127.0.0.1:9/" }).end()));
	const wordless = await listening(createHttp((_request, response) => response.writeHead(503).end()));
	const config = join(folder, "contexts");
	const metaFile = join(config, "contexts/meta", createHash("sha256").update("broken").digest("hex"), "meta.json");
	mkdirSync(dirname(metaFile), { recursive: true });
	writeFileSync(metaFile, "{");
	process.env["DOCKER_CONFIG"] = config;

	const wanted: readonly (readonly [Parameters<typeof client>[0], string, string])[] = [
		[{ host: `unix://${folder}/none.sock` }, "absent", "absent"],
		[{ host: `unix://${stale}` }, "refused", "stale-socket"],
		[{ host: "tcp://127.0.0.1:9" }, "refused", "refused"],
		[{ host: "tcp://no-such-host.invalid:2375" }, "unreachable", "unknown-host"],
		[{ host: "gopher://x" }, "bad-host", "bad-host"],
		[{ context: "nobody" }, "bad-host", "no-context"],
		[{ context: "broken" }, "bad-host", "broken-context"],
		[{ host: `tcp://127.0.0.1:${other}` }, "incompatible", "incompatible"],
		[{ host: `tcp://127.0.0.1:${elsewhere}` }, "incompatible", "incompatible"],
		[{ host: `tcp://127.0.0.1:${wordless}` }, "rejected", "rejected"],
		[{ host: `tcp://127.0.0.1:${silent}` }, "unreachable", "unreachable"],
		[{ host: `tcp://127.0.0.1:${old}` }, "incompatible", "too-old"],
		[{ host: `tcp://127.0.0.1:${future}` }, "incompatible", "too-new"],
		[{ host: `tcp://127.0.0.1:${oldGreeting}` }, "incompatible", "too-old"],
		[{ host: `tcp://127.0.0.1:${futureGreeting}` }, "incompatible", "too-new"],
		[{ host: `tcp://127.0.0.1:${forbidding}` }, "rejected", "rejected"],
	];
	const found = await Promise.all(wanted.map(async ([settings, kind, cause]) => [await causeOf(settings), { kind: "away", error: { kind }, cause }]));
	for (const [status, expected] of found) expect(status).toMatchObject(expected as object);
	const late = { url: "tcp://late", address: { kind: "tcp", host: "127.0.0.1", port: mute }, source: { by: "setting", name: "" } } as const;
	await expect(openDaemon(late, AbortSignal.timeout(200))).rejects.toMatchObject({ kind: "unreachable", reason: "no-answer" });
});

test.each([
	["names another server", "HTTP/1.1 200 OK\r\nApi-Version: 1.45\r\nServer: nginx"],
	["has its version twice", "HTTP/1.1 200 OK\r\nApi-Version: 1.45\r\nApi-Version: 1.45\r\nServer: Docker/26 (linux)"],
	["sends us elsewhere", "HTTP/1.1 301 Moved Permanently\r\nLocation: http://127.0.0.1:9/"],
	["goes on in another protocol", "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: tcp"],
])("an engine whose greeting %s is asked for its description", async (_what, head) => {
	const description = JSON.stringify({ Version: "26", ApiVersion: "1.45" });
	const port = await listening(
		createServer((connection) => {
			connection.on("error", () => {});
			connection.on("data", (request) => {
				const isGreeting = request.toString().startsWith("GET /_ping ");
				connection.write(
					isGreeting ? `${head}\r\nContent-Length: 0\r\n\r\n` : `HTTP/1.1 200 OK\r\nContent-Length: ${description.length}\r\n\r\n${description}`,
				);
			});
		}),
	);
	const endpoint = { url: "tcp://greeting", address: { kind: "tcp", host: "127.0.0.1", port }, source: { by: "setting", name: "" } } as const;
	const daemon = await openDaemon(endpoint, AbortSignal.timeout(2_000));
	expect(daemon).toMatchObject({ product: "Docker", version: "26", apiVersion: "1.45" });
	daemon.close();
});

test("a context that is named here, not by the CLI, is followed: another host in it, its end, and its return", async () => {
	const config = join(folder, "followed");
	const context = (...args: readonly string[]): void =>
		void execFileSync("docker", ["context", ...args], { env: { ...process.env, DOCKER_CONFIG: config, DOCKER_HOST: "" }, stdio: "ignore" });
	const nobody = `unix://${join(folder, "nobody.sock")}`;
	process.env["DOCKER_CONFIG"] = config;
	context("create", "mine", "--docker", `host=${host}`);
	const docker = client({ context: "mine" });
	const release = docker.connection.hold();
	const status = (): string => JSON.stringify(docker.connection.status);
	try {
		await until(docker, () => docker.connection.status.kind === "connected");
		context("update", "mine", "--docker", `host=${nobody}`);
		await until(docker, () => docker.connection.status.kind === "away" && status().includes(nobody));
		context("update", "mine", "--docker", `host=${host}`);
		await until(docker, () => docker.connection.status.kind === "connected");
		context("rm", "--force", "mine");
		await until(docker, () => status().includes("no-context"));
		context("create", "mine", "--docker", `host=${host}`);
		await until(docker, () => docker.connection.status.kind === "connected");
	} finally {
		release();
	}
});

test.skipIf(process.getuid?.() !== 0)("a socket that belongs to others: denied", async () => {
	// As "nobody", who may not use the engine's socket.
	process.seteuid?.(65_534);
	const cause = await causeOf({ host }).finally(() => process.seteuid?.(0));
	expect(cause).toMatchObject({ kind: "away", error: { kind: "denied" }, cause: "denied" });
});

describe.skipIf(whyNoEngine() !== undefined)("an engine that wants TLS", () => {
	const certificates = makeCertificates(join(folder, "certificates"));
	let engine: Awaited<ReturnType<typeof startEngine>> | undefined;
	let port = 0;
	beforeAll(async () => {
		port = await freePort();
		engine = await startEngine({ log: () => {}, tls: { port, folder: certificates } });
	});
	afterAll(() => engine?.stop());

	const connectedTo = async (settings: Parameters<typeof client>[0]): Promise<string> => client(settings).connection.use(async ({ version: found }) => found);
	const theirs = async (): Promise<string> => ((await new Dockerode({ socketPath: engine?.socket ?? "" }).version()) as { Version: string }).Version;
	/** The folder with these files of the others in their places. */
	function variant(name: string, files: Readonly<Record<string, string>>): string {
		const variantFolder = join(folder, name);
		cpSync(certificates, variantFolder, { recursive: true });
		for (const [to, from] of Object.entries(files)) cpSync(join(certificates, from), join(variantFolder, to));
		return variantFolder;
	}

	test("is reached by a context of the docker CLI, and by DOCKER_HOST with certificates", async () => {
		const config = join(folder, "config");
		const files = ["ca", "cert", "key"].map((name) => `,${name}=${certificates}/${name}.pem`).join("");
		execFileSync("docker", ["context", "create", "secured", "--docker", `host=tcp://127.0.0.1:${port}${files}`], {
			env: { ...process.env, DOCKER_CONFIG: config },
			stdio: "ignore",
		});
		process.env["DOCKER_CONFIG"] = config;
		expect(await connectedTo({ context: "secured" })).toBe(await theirs());
		const before = new Set(readdirSync(config, { recursive: true, encoding: "utf8" }));
		Object.assign(process.env, { DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: certificates });
		expect(await connectedTo({ host: `tcp://127.0.0.1:${port}` })).toBe(await theirs());
		expect(new Set(readdirSync(config, { recursive: true, encoding: "utf8" })), "nothing is written where the CLI keeps its own").toEqual(before);
	});

	test.each([
		["asked without TLS", {}, "tls-needed"],
		["no files", { DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: "/nonexistent" }, "tls-files"],
		["a key that is another's", { "key.pem": "other-key.pem" }, "tls-files"],
		["an authority that is another's", { "ca.pem": "other-ca.pem" }, "tls-authority"],
		["a certificate that is another authority's", { "cert.pem": "other-cert.pem", "key.pem": "other-key.pem" }, "tls-client"],
	])("%s", async (name, wrong, cause) => {
		const isEnvironment = Object.keys(wrong).every((key) => key.startsWith("DOCKER_"));
		Object.assign(process.env, isEnvironment ? wrong : { DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: variant(name, wrong) });
		expect(await causeOf({ host: `tcp://127.0.0.1:${port}` })).toMatchObject({ kind: "away", error: { kind: "tls" }, cause });
	});

	test.each([
		["expired", "tls-expired"],
		["elsewhere", "tls-name"],
	])("a certificate of the engine's that is %s", async (name, cause) => {
		const read = (file: string): Buffer => readFileSync(join(certificates, file));
		const server = createTls({ key: read(`${name}-key.pem`), cert: read(`${name}-cert.pem`) });
		server.on("tlsClientError", () => {});
		Object.assign(process.env, { DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: certificates });
		expect(await causeOf({ host: `tcp://127.0.0.1:${await listening(server)}` })).toMatchObject({ kind: "away", error: { kind: "tls" }, cause });
	});

	test("one that is asked over TLS and speaks none", async () => {
		const plain = await listening(createHttp((_request, response) => response.end("{}")));
		expect(await causeOf({ host: `https://127.0.0.1:${plain}` })).toMatchObject({ kind: "away", error: { kind: "tls" }, cause: "tls-not-spoken" });
	});
});

test("ssh, with the user's own OpenSSH: lists, events, a shell; and its words where it fails", async () => {
	const keys = join(folder, "keys");
	mkdirSync(keys);
	execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(keys, "id")]);
	execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(keys, "other")]);
	const server = await startSshServer(readFileSync(join(keys, "id.pub")), { DOCKER_HOST: host });
	afterAll(() => server.close());
	// The user's configuration, without touching the user's: `ssh` in PATH is OpenSSH with a file of the test.
	const config = join(keys, "config");
	writeFileSync(
		config,
		[
			`Host engine\n  IdentityFile ${keys}/id\n  StrictHostKeyChecking no\n  UserKnownHostsFile /dev/null\n`,
			`Host stranger\n  IdentityFile ${keys}/id\n  UserKnownHostsFile /dev/null\n`,
			`Host impostor\n  IdentityFile ${keys}/id\n  UserKnownHostsFile ${keys}/known\n`,
			`Host keyless\n  IdentityFile ${keys}/other\n  StrictHostKeyChecking no\n  UserKnownHostsFile /dev/null\n`,
			`Host engine-gone\n  Port 9\n`,
			`Host *\n  Port ${server.port}\n  User tester\n  IdentitiesOnly yes\n  LogLevel ERROR\n`,
			`Host engine stranger impostor keyless engine-gone\n  HostName 127.0.0.1\n`,
		].join(""),
	);
	// The key of another machine at this address.
	writeFileSync(join(keys, "known"), `[127.0.0.1]:${server.port} ${readFileSync(join(keys, "other.pub"), "utf8").split(" ").slice(0, 2).join(" ")}\n`);
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
	const wanted = {
		"engine-gone": "ssh-unreachable",
		"no-such-host.invalid": "ssh-unknown-host",
		stranger: "ssh-host-key",
		impostor: "ssh-host-changed",
		keyless: "ssh-key",
	};
	const causes = await Promise.all(Object.keys(wanted).map(async (name) => [name, await causeOf({ host: `ssh://${name}` })]));
	for (const [name, cause] of Object.entries(wanted)) expect(Object.fromEntries(causes)).toMatchObject({ [name]: { cause } });
	// What the far side has is what PATH and DOCKER_HOST lead to there.
	const far = join(keys, "far");
	mkdirSync(far);
	symlinkSync("/bin/sh", join(far, "sh"));
	server.env["DOCKER_HOST"] = "unix:///nonexistent/docker.sock";
	expect(await causeOf({ host: "ssh://engine" })).toMatchObject({ cause: "ssh-no-engine" });
	server.env["PATH"] = far;
	expect(await causeOf({ host: "ssh://engine" })).toMatchObject({ cause: "ssh-no-docker" });
	const words = "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock";
	writeFileSync(join(far, "docker"), `#!/bin/sh\necho "${words}" >&2\nexit 1\n`, { mode: 0o755 });
	expect(await causeOf({ host: "ssh://engine" })).toMatchObject({ cause: "ssh-denied" });
	process.env["PATH"] = far;
	expect(await causeOf({ host: "ssh://engine" })).toMatchObject({ cause: "ssh-missing" });
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
