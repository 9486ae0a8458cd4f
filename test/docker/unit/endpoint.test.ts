import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { sshArguments } from "../../../src/docker/connection/dial.ts";
import { listContexts, parseHost, resolveEndpoint } from "../../../src/docker/connection/endpoint.ts";
import { discoverSockets } from "../../../src/docker/connection/discover.ts";
import { DockerError } from "../../../src/docker/errors.ts";
import { machine } from "./machine.ts";

const id = (name: string): string => createHash("sha256").update(name).digest("hex");
const meta = (name: string, host: string, skip = false): Record<string, string> => ({
	[`/home/me/.docker/contexts/meta/${id(name)}/meta.json`]: JSON.stringify({ Name: name, Endpoints: { docker: { Host: host, SkipTLSVerify: skip } } }),
});
const current = (name: string): Record<string, string> => ({ "/home/me/.docker/config.json": JSON.stringify({ currentContext: name }) });
const usual = { "/var/run/docker.sock": "" };

type Case = {
	readonly name: string;
	readonly host?: string;
	readonly context?: string;
	readonly window?: { readonly host?: string; readonly context?: string };
	readonly env?: Record<string, string>;
	readonly files?: Record<string, string>;
	readonly wanted: { readonly url: string; readonly by: string; readonly source?: string } | { readonly kind: string; readonly message: unknown };
};

const refused = (message: RegExp): Case["wanted"] => ({ kind: "bad-host", message: expect.stringMatching(message) });

const cases: readonly Case[] = [
	{ name: "nothing set: the usual socket", files: usual, wanted: { url: "unix:///var/run/docker.sock", by: "default" } },
	{ name: "nothing set and nothing there: the usual socket, whose absence is the cause", wanted: { url: "unix:///var/run/docker.sock", by: "default" } },
	{
		name: "rootless",
		env: { XDG_RUNTIME_DIR: "/run/user/7" },
		files: { "/run/user/7/docker.sock": "" },
		wanted: { url: "unix:///run/user/7/docker.sock", by: "found" },
	},
	{
		name: "Docker Desktop",
		files: { "/home/me/.docker/desktop/docker.sock": "" },
		wanted: { url: "unix:///home/me/.docker/desktop/docker.sock", by: "found" },
	},
	{
		name: "Colima, any profile",
		files: { "/home/me/.colima/work/docker.sock": "" },
		wanted: { url: "unix:///home/me/.colima/work/docker.sock", by: "found" },
	},
	{ name: "Lima", files: { "/home/me/.lima/box/sock/docker.sock": "" }, wanted: { url: "unix:///home/me/.lima/box/sock/docker.sock", by: "found" } },
	{ name: "Podman", files: { "/run/podman/podman.sock": "" }, wanted: { url: "unix:///run/podman/podman.sock", by: "found" } },
	{
		name: "the usual one before all others",
		files: { "/run/podman/podman.sock": "", ...usual },
		wanted: { url: "unix:///var/run/docker.sock", by: "default" },
	},
	{
		name: "the current context",
		files: { ...current("far"), ...meta("far", "ssh://me@far") },
		wanted: { url: "ssh://me@far", by: "context", source: "far" },
	},
	{
		name: "DOCKER_CONTEXT before the current context",
		env: { DOCKER_CONTEXT: "near" },
		files: { ...current("far"), ...meta("far", "ssh://far"), ...meta("near", "unix:///near.sock") },
		wanted: { url: "unix:///near.sock", by: "environment", source: "near" },
	},
	{
		name: "DOCKER_HOST before DOCKER_CONTEXT",
		env: { DOCKER_HOST: "unix:///host.sock", DOCKER_CONTEXT: "near" },
		files: meta("near", "unix:///near.sock"),
		wanted: { url: "unix:///host.sock", by: "environment", source: "DOCKER_HOST" },
	},
	{
		name: "the setting for a context before DOCKER_HOST",
		context: "near",
		env: { DOCKER_HOST: "unix:///host.sock" },
		files: meta("near", "unix:///near.sock"),
		wanted: { url: "unix:///near.sock", by: "setting", source: "near" },
	},
	{
		name: "the setting for a host before that for a context",
		host: "unix:///set.sock",
		context: "near",
		files: meta("near", "unix:///near.sock"),
		wanted: { url: "unix:///set.sock", by: "setting", source: "hullwright.docker.host" },
	},
	{
		name: "what was selected for the window before all else",
		window: { host: "unix:///window.sock" },
		host: "unix:///set.sock",
		env: { DOCKER_HOST: "unix:///host.sock" },
		wanted: { url: "unix:///window.sock", by: "window" },
	},
	{
		name: "a context that was selected for the window",
		window: { context: "near" },
		host: "unix:///set.sock",
		env: { DOCKER_HOST: "unix:///host.sock" },
		files: meta("near", "unix:///near.sock"),
		wanted: { url: "unix:///near.sock", by: "window", source: "near" },
	},
	{
		name: "the CLI's choice, selected for the window, over the settings",
		window: {},
		host: "unix:///set.sock",
		context: "near",
		env: { DOCKER_HOST: "unix:///host.sock" },
		wanted: { url: "unix:///host.sock", by: "environment", source: "DOCKER_HOST" },
	},
	{
		name: "this machine's engine, selected for the window",
		window: { context: "default" },
		env: { DOCKER_HOST: "unix:///host.sock" },
		files: usual,
		wanted: { url: "unix:///var/run/docker.sock", by: "window" },
	},
	{
		name: "of several that are found one that is alive",
		files: { "/home/me/.colima/default/docker.sock": "stale", "/home/me/.orbstack/run/docker.sock": "" },
		wanted: { url: "unix:///home/me/.orbstack/run/docker.sock", by: "found", source: "OrbStack" },
	},
	{
		name: "the first of several that are all dead",
		files: { "/home/me/.colima/default/docker.sock": "stale", "/home/me/.rd/docker.sock": "stale" },
		wanted: { url: "unix:///home/me/.colima/default/docker.sock", by: "found", source: "Colima" },
	},
	{
		name: "the usual one where it is there, even dead: that is the cause to report",
		files: { "/var/run/docker.sock": "stale", "/home/me/.rd/docker.sock": "" },
		wanted: { url: "unix:///var/run/docker.sock", by: "default" },
	},
	{
		name: "the context named default: the usual socket, not DOCKER_HOST",
		context: "default",
		env: { DOCKER_HOST: "tcp://x" },
		files: usual,
		wanted: { url: "unix:///var/run/docker.sock", by: "setting" },
	},
	{ name: "the default context as the current one", files: { ...current("default"), ...usual }, wanted: { url: "unix:///var/run/docker.sock", by: "default" } },
	{ name: "a broken config.json", files: { "/home/me/.docker/config.json": "{", ...usual }, wanted: { url: "unix:///var/run/docker.sock", by: "default" } },
	{ name: "a context that does not exist", context: "gone", wanted: refused(/no Docker context named `gone`/) },
	{ name: "the current context does not exist", files: current("gone"), wanted: refused(/no Docker context named `gone`/) },
	{ name: "a context without a host", context: "empty", files: meta("empty", ""), wanted: refused(/`empty` names no host/) },
	{
		name: "a context's file is broken",
		context: "bad",
		files: { [`/home/me/.docker/contexts/meta/${id("bad")}/meta.json`]: "{" },
		wanted: refused(/cannot be read/),
	},
	{ name: "a host that is none", host: "tcp://[bad", wanted: refused(/`tcp:\/\/\[bad` cannot be used/) },
	{ name: "DOCKER_HOST that is none", env: { DOCKER_HOST: "fd://" }, wanted: refused(/`fd:\/\/` is no way to reach an engine.*\(DOCKER_HOST\)$/) },
];

describe("which engine", () => {
	test.each(cases)("$name", async ({ host = "", context = "", window, env = {}, files = {}, wanted }) => {
		const settings = { host, context, ...(window && { window: { host: "", context: "", ...window } }) };
		const outcome = await resolveEndpoint(settings, machine(files, env)).then(
			({ url, source }) => ({ url, by: source.by, source: source.name }),
			({ kind, message }: DockerError) => ({ kind, message }),
		);
		expect(outcome).toMatchObject(wanted);
	});

	test("DOCKER_CONFIG moves the contexts", async () => {
		const files = {
			"/etc/d/config.json": JSON.stringify({ currentContext: "c" }),
			[`/etc/d/contexts/meta/${id("c")}/meta.json`]: JSON.stringify({ Name: "c", Endpoints: { docker: { Host: "unix:///c.sock" } } }),
		};
		expect((await resolveEndpoint({ host: "", context: "" }, machine(files, { DOCKER_CONFIG: "/etc/d" }))).url).toBe("unix:///c.sock");
	});

	test("Windows: the usual pipe, or Docker Desktop's", async () => {
		const url = async (files: Record<string, string>): Promise<string> => (await resolveEndpoint({ host: "", context: "" }, machine(files, {}, "win32"))).url;
		expect(await url({})).toBe("npipe:////./pipe/docker_engine");
		expect(await url({ "//./pipe/dockerDesktopLinuxEngine": "" })).toBe("npipe:////./pipe/dockerDesktopLinuxEngine");
	});
});

describe("sockets that are found", () => {
	const found = async (files: readonly string[], env: Record<string, string> = {}, platform: NodeJS.Platform = "linux"): Promise<unknown> =>
		(await discoverSockets(machine(Object.fromEntries(files.map((file) => [file, ""])), env, platform))).map(({ url, product }) => [product, url]);

	test.each([
		["Docker (rootless)", "/run/user/7/docker.sock"],
		["Docker Desktop", "/home/me/.docker/run/docker.sock"],
		["Colima", "/home/me/.colima/default/docker.sock"],
		["Colima (work)", "/home/me/.config/colima/work/docker.sock"],
		["Rancher Desktop", "/home/me/.rd/docker.sock"],
		["OrbStack", "/home/me/.orbstack/run/docker.sock"],
		["Lima (box)", "/home/me/.lima/box/sock/docker.sock"],
		["Lima (box)", "/home/me/.lima/box/sock/podman.sock"],
		["Podman", "/run/user/7/podman/podman.sock"],
		["Podman", "/run/podman/podman.sock"],
		["Podman", "/home/me/.local/share/containers/podman/machine/podman.sock"],
		["Podman (qemu)", "/home/me/.local/share/containers/podman/machine/qemu/podman.sock"],
	])("%s at %s", async (product, path) => expect(await found([path])).toEqual([[product, `unix://${path}`]]));

	test("by the folders that variables name", async () => {
		expect(await found(["/c/x/docker.sock", "/l/y/sock/docker.sock", "/t/podman/m-api.sock"], { COLIMA_HOME: "/c", LIMA_HOME: "/l", TMPDIR: "/t/" })).toEqual([
			["Colima (x)", "unix:///c/x/docker.sock"],
			["Lima (y)", "unix:///l/y/sock/docker.sock"],
			["Podman (m)", "unix:///t/podman/m-api.sock"],
		]);
	});

	test("pipes of Windows", async () => {
		expect(await found(["//./pipe/podman-machine-default", "//./pipe/dockerDesktopLinuxEngine"], {}, "win32")).toEqual([
			["Docker Desktop", "npipe:////./pipe/dockerDesktopLinuxEngine"],
			["Podman", "npipe:////./pipe/podman-machine-default"],
		]);
	});
});

describe("TLS", () => {
	const pem = (folder: string): Record<string, string> => ({ [`${folder}/ca.pem`]: "CA", [`${folder}/cert.pem`]: "CERT", [`${folder}/key.pem`]: "KEY" });
	const tlsOf = async (settings: { host?: string; context?: string }, files: Record<string, string>, env: Record<string, string> = {}): Promise<unknown> => {
		const { address } = await resolveEndpoint({ host: "", context: "", ...settings }, machine(files, env));
		return address.kind === "tcp" ? address.tls : "no tcp";
	};

	test.each([
		["none where nothing asks for it", { host: "tcp://h:2376" }, {}, {}, undefined],
		[
			"a context's certificates",
			{ context: "c" },
			{ ...meta("c", "tcp://h:2376"), ...pem(`/home/me/.docker/contexts/tls/${id("c")}/docker`) },
			{},
			{ ca: "CA", cert: "CERT", key: "KEY", verify: true },
		],
		["a context that skips the check", { context: "c" }, meta("c", "tcp://h:2376", true), {}, { verify: false }],
		[
			"a context takes nothing from the environment",
			{ context: "c" },
			{ ...meta("c", "tcp://h:2375"), ...pem("/certs") },
			{ DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: "/certs" },
			undefined,
		],
		[
			"DOCKER_TLS_VERIFY",
			{},
			pem("/certs"),
			{ DOCKER_HOST: "tcp://h:2376", DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: "/certs" },
			{ ca: "CA", cert: "CERT", key: "KEY", verify: true },
		],
		[
			"DOCKER_TLS does not check",
			{},
			pem("/home/me/.docker"),
			{ DOCKER_HOST: "tcp://h:2376", DOCKER_TLS: "1" },
			{ ca: "CA", cert: "CERT", key: "KEY", verify: false },
		],
		["https", { host: "https://h" }, {}, {}, { verify: true }],
	] as const)("%s", async (_name, settings, files, env, wanted) => {
		expect(await tlsOf(settings, files, env)).toEqual(wanted);
	});

	test.each([
		["no authority", {}, {}, { DOCKER_HOST: "tcp://h:2376", DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: "/certs" }, /no ca\.pem .*\/certs/],
		[
			"a certificate without its key",
			{},
			{ "/certs/ca.pem": "CA", "/certs/cert.pem": "CERT" },
			{ DOCKER_HOST: "tcp://h:2376", DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: "/certs" },
			/no key\.pem/,
		],
		[
			"a context that has a key alone",
			{ context: "c" },
			{ ...meta("c", "tcp://h:2376"), [`/home/me/.docker/contexts/tls/${id("c")}/docker/key.pem`]: "KEY" },
			{},
			/no cert\.pem/,
		],
	] as const)("files are missing: %s", async (_name, settings, files, env, message) => {
		await expect(tlsOf(settings, files, env)).rejects.toMatchObject({ kind: "tls", reason: "tls-files", detail: expect.stringMatching(message) });
	});
});

describe("hosts", () => {
	test.each([
		["unix:///run/x.sock", { kind: "socket", path: "/run/x.sock" }],
		["unix://", { kind: "socket", path: "/var/run/docker.sock" }],
		["tcp://10.0.0.9:2375", { kind: "tcp", host: "10.0.0.9", port: 2375 }],
		["tcp://engine", { kind: "tcp", host: "engine", port: 2375 }],
		["tcp://:2399", { kind: "tcp", host: "localhost", port: 2399 }],
		[":2399", { kind: "tcp", host: "localhost", port: 2399 }],
		["localhost:2399", { kind: "tcp", host: "localhost", port: 2399 }],
		["tcp://engine:80", { kind: "tcp", host: "engine", port: 80 }],
		["engine:4243", { kind: "tcp", host: "engine", port: 4243 }],
		["tcp://[::1]:2375", { kind: "tcp", host: "::1", port: 2375 }],
		["ssh://me@far:2222", { kind: "ssh", host: "far", user: "me", port: 2222 }],
		["ssh://far", { kind: "ssh", host: "far" }],
		["ssh://far/run/user/7/docker.sock", { kind: "ssh", host: "far", socket: "/run/user/7/docker.sock" }],
	])("%s", (text, wanted) => expect(parseHost(text, "linux")).toEqual(wanted));

	test("named pipes", () => {
		expect(parseHost("npipe:////./pipe/docker_engine", "win32")).toEqual({ kind: "socket", path: "\\\\.\\pipe\\docker_engine" });
		expect(() => parseHost("npipe:////./pipe/x", "linux")).toThrow(/Windows only/);
	});

	test.each([
		"",
		"   ",
		"tcp://",
		"tcp://a b",
		"/var/run/docker.sock",
		"unix:/var/run/docker.sock",
		"tcp:///var/run/docker.sock",
		"tcp://u:p@h",
		"tcp://h:99999",
		"ssh://",
		"ssh://u:p@h",
		"ssh://-oProxyCommand=x",
		"ssh://-o@h",
		"ssh://h/a;b",
		"ssh://h/$(x)",
		"ssh://h?x",
		"ftp://h",
	])("no host: %j", (text) => expect(() => parseHost(text, "linux")).toThrow(DockerError));

	test("a password in a host is not told", () => {
		expect(() => parseHost("ssh://me:hunter2@far", "linux")).toThrow(
			"`ssh://me:••••••@far` cannot be used as a Docker host: a password does not belong in a host; use a key",
		);
	});

	test("ssh is started without a shell, and takes no option from a host", () => {
		expect(sshArguments({ kind: "ssh", host: "far", user: "me", port: 22, socket: "/d.sock" }).slice(5)).toEqual([
			...["-l", "me", "-p", "22", "--", "far", "docker", "--host", "unix:///d.sock", "system", "dial-stdio"],
		]);
	});
});

test("contexts to choose from: those that can be read, by name", async () => {
	const files = { ...meta("zoo", "ssh://zoo"), ...meta("far", "tcp://far"), "/home/me/.docker/contexts/meta/x/meta.json": "{" };
	expect(await listContexts(machine(files))).toEqual([
		{ name: "far", host: "tcp://far" },
		{ name: "zoo", host: "ssh://zoo" },
	]);
});
