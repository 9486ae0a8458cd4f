import { describe, expect, test } from "vitest";
import { causeOf } from "../../../src/docker/connection/cause.ts";
import { agree } from "../../../src/docker/connection/daemon.ts";
import { reasonOfSsh } from "../../../src/docker/connection/dial.ts";
import { parseHost, type Endpoint } from "../../../src/docker/connection/endpoint.ts";
import { findInstalled } from "../../../src/docker/connection/installed.ts";
import { DockerError, toDockerError } from "../../../src/docker/errors.ts";
import { machine } from "./machine.ts";

const usual: Endpoint = { address: parseHost("unix:///var/run/docker.sock", "linux"), url: "unix:///var/run/docker.sock", source: { by: "default", name: "" } };
const named = (url: string): Endpoint => ({ address: parseHost(url, "linux"), url, source: { by: "environment", name: "DOCKER_HOST" } });
const system = (code: string, message = code): Error => Object.assign(new Error(message), { code });
const http = (statusCode: number, message: string): Error => Object.assign(new Error(message), { statusCode, json: { message } });
const group = (members: string): Record<string, string> => ({ "/var/run/docker.sock": "", "/etc/group": `root:x:0:\ndocker:x:999:${members}\n` });

describe("the cause", () => {
	test.each([
		["nothing is installed", system("ENOENT"), usual, machine({}), "not-installed"],
		["what is named lies below a file", system("ENOTDIR"), usual, machine({}), "not-installed"],
		["the command alone is no engine", system("ENOENT"), usual, machine({ "/usr/bin/docker": "" }, { PATH: "/usr/bin" }), "not-installed"],
		["Docker is installed", system("ENOENT"), usual, machine({ "/usr/bin/dockerd": "" }), "not-running"],
		["Podman is, somewhere in PATH", system("ENOENT"), usual, machine({ "/opt/bin/podman": "" }, { PATH: "/bin:/opt/bin" }), "not-running"],
		["Docker Desktop on a Mac", system("ENOENT"), usual, machine({ "/Applications/Docker.app": "" }, {}, "darwin"), "not-running"],
		["in WSL", system("ENOENT"), usual, machine({}, { WSL_DISTRO_NAME: "Ubuntu" }), "wsl"],
		["in a container", system("ENOENT"), usual, machine({ "/.dockerenv": "" }), "in-container"],
		["nothing at an address that was named", system("ENOENT"), named("unix:///run/x.sock"), machine({ "/usr/bin/dockerd": "" }), "absent"],
		["a socket on which nobody listens", system("ECONNREFUSED"), usual, machine({}), "stale-socket"],
		["a port on which nobody listens", system("ECONNREFUSED"), named("tcp://h:2375"), machine({}), "refused"],
		["a name that nobody knows", system("ENOTFOUND"), named("tcp://h:2375"), machine({}), "unknown-host"],
		["a network that leads nowhere", system("EHOSTUNREACH"), named("tcp://h:2375"), machine({}), "unreachable"],
		["a connection that is cut", system("ECONNRESET"), named("tcp://h:2375"), machine({}), "unreachable"],
		["no connection in time", system("ETIMEDOUT"), named("tcp://h:2375"), machine({}), "no-answer"],
		["no answer in time", AbortSignal.timeout(0), named("tcp://h:2375"), machine({}), "no-answer"],
		["not in the group", system("EACCES"), usual, machine(group("other")), "denied"],
		["in the group since a moment ago", system("EACCES"), usual, machine(group("other,me")), "denied-until-login"],
		["in a group that does not help", system("EACCES"), usual, { ...machine(group("me")), user: { name: "me", id: 7, groups: [999] } }, "denied"],
		["another program", system("HPE_INVALID_CONSTANT"), named("tcp://h:2375"), machine({}), "incompatible"],
		["TLS where none was asked for", http(400, "Client sent an HTTP request to an HTTPS server."), named("tcp://h:2376"), machine({}), "tls-needed"],
		["TLS of another program", Object.assign(system("HPE_INVALID_CONSTANT"), { rawPacket: Buffer.from([0x15, 3, 1]) }), usual, machine({}), "tls-needed"],
		["an engine that wants a newer API", http(400, "client version 1.52 is too old. Minimum supported API version is 1.60"), usual, machine({}), "too-new"],
		["an engine that knows only older ones", http(400, "client version 1.52 is too new. Maximum supported API version is 1.45"), usual, machine({}), "too-old"],
		["what may not be listed", http(403, "forbidden by the proxy"), usual, machine({}), "rejected"],
		["what a proxy does not have", http(404, "page not found"), usual, machine({}), "rejected"],
	])("%s", async (_name, thrown, endpoint, around, wanted) => {
		const error = thrown instanceof AbortSignal ? new DOMException("late", "TimeoutError") : thrown;
		expect(await causeOf(toDockerError(error, endpoint.url), endpoint, around)).toBe(wanted);
	});

	test.each([
		["1.20", undefined, "too-old"],
		["1.99", "1.60", "too-new"],
		[undefined, undefined, undefined],
	])("of an engine with API %s (from %s)", (theirs, minimum, reason) => {
		expect(() => agree(theirs, minimum, "x")).toThrow(expect.objectContaining({ kind: "incompatible", reason }));
	});
});

test.each([
	["CERT_HAS_EXPIRED", "certificate has expired", "tls-expired"],
	["ERR_TLS_CERT_ALTNAME_INVALID", "Hostname/IP does not match certificate's altnames", "tls-name"],
	["SELF_SIGNED_CERT_IN_CHAIN", "self-signed certificate in certificate chain", "tls-authority"],
	["ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", "tlsv13 alert certificate required", "tls-client"],
	["ERR_SSL_TLSV1_CERTIFICATE_REQUIRED", "error:1000045c:SSL routines:OPENSSL_internal:TLSV1_CERTIFICATE_REQUIRED", "tls-client"],
	["ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE", "error:10000412:SSL routines:OPENSSL_internal:SSLV3_ALERT_BAD_CERTIFICATE", "tls-client"],
	["ERR_SSL_WRONG_VERSION_NUMBER", "error:100000f7:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER", "tls-not-spoken"],
	["EPROTO", "write EPROTO error:0A00010B:SSL routines:ssl3_get_record:wrong version number", "tls-not-spoken"],
	["ERR_OSSL_X509_KEY_VALUES_MISMATCH", "error:05800074:x509 certificate routines::key values mismatch", "tls-files"],
	["ERR_OSSL_BAD_DECRYPT", "error:1C800064:Provider routines::bad decrypt", "tls-files"],
	["ERR_OSSL_PEM_NO_START_LINE", "error:0480006C:PEM routines::no start line", "tls-files"],
	["ERR_SSL_UNSUPPORTED_PROTOCOL", "unsupported protocol", undefined],
])("TLS says %s", (code, message, reason) => expect(toDockerError(system(code, message))).toMatchObject({ kind: "tls", reason }));

test.each([
	["Host key verification failed.", 255, "ssh-host-key"],
	[
		"@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nOffending ED25519 key in /home/me/.ssh/known_hosts:3\nHost key verification failed.",
		255,
		"ssh-host-changed",
	],
	["me@far: Permission denied (publickey,password).", 255, "ssh-key"],
	["ssh: Could not resolve hostname far: Name or service not known", 255, "ssh-unknown-host"],
	["ssh: connect to host far port 22: Connection refused", 255, "ssh-unreachable"],
	["ssh: connect to host far port 22: Connection timed out", 255, "ssh-unreachable"],
	["bash: line 1: docker: command not found", 127, "ssh-no-docker"],
	["sh: 1: docker: not found", 127, "ssh-no-docker"],
	["zsh:1: command not found: docker", 127, "ssh-no-docker"],
	["Befehl nicht gefunden", 127, "ssh-no-docker"],
	["Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?", 1, "ssh-no-engine"],
	[
		"permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: dial unix: connect: permission denied",
		1,
		"ssh-denied",
	],
	["kex_exchange_identification: Connection closed by remote host", 255, "ssh-unreachable"],
	["something else", 255, undefined],
])("ssh says %j", (words, code, reason) => expect(reasonOfSsh(words, code)).toBe(reason));

test("what is installed, with the line that starts it", async () => {
	const systemd = { "/run/systemd/system": "" };
	const start = async (files: Record<string, string>, env: Record<string, string> = {}, platform: NodeJS.Platform = "linux"): Promise<unknown> =>
		(await findInstalled(machine(files, env, platform))).map((found) => `${found.product}: ${found.start}`);
	expect(await start({ ...systemd, "/usr/bin/dockerd": "", "/usr/bin/podman": "" })).toEqual([
		"Docker: sudo systemctl start docker",
		"Podman: systemctl --user enable --now podman.socket",
	]);
	expect(await start({ "/usr/sbin/dockerd": "" })).toEqual(["Docker: sudo service docker start"]);
	const root = { ...machine({ "/usr/sbin/dockerd": "" }), user: { name: "root", id: 0, groups: [0] } };
	expect(await findInstalled(root)).toEqual([{ product: "Docker", start: "service docker start" }]);
	expect(await start({ ...systemd, "/home/me/.config/systemd/user/docker.service": "" })).toEqual(["Docker (rootless): systemctl --user start docker"]);
	expect(await start({ "/Applications/OrbStack.app": "", "/opt/homebrew/bin/colima": "" }, {}, "darwin")).toEqual([
		"OrbStack: open -a OrbStack",
		"Colima: colima start",
	]);
	expect(await start({ "C:\\Program Files\\RedHat\\Podman\\podman.exe": "" }, { PATH: "C:\\Program Files\\RedHat\\Podman;C:\\x" }, "win32")).toEqual([
		"Podman: podman machine start",
	]);
});

test("an error that is told again with the name of who is to blame keeps its reason", () => {
	const error = new DockerError("bad-host", "no", "DOCKER_HOST", { reason: "no-context" });
	expect(toDockerError(new Error("around it", { cause: error }))).toMatchObject({ reason: "no-context", address: "DOCKER_HOST" });
});
