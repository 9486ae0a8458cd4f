import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { connect, type Docker } from "../../src/docker/docker.ts";
import type { ConnectionSettings } from "../../src/docker/connection/endpoint.ts";
import { makeCertificates } from "./certificates.ts";
import { host } from "./own-engine.ts";

const folder = mkdtempSync(join(tmpdir(), "hullwright-test-"));
afterAll(() => rmSync(folder, { recursive: true }));
const certificates = makeCertificates(join(folder, "certificates"));
const environment = { ...process.env };
afterAll(() => void Object.assign(process.env, environment));

let count = 0;
/** A configuration of the CLI's of its own, with what it calls contexts made by it. */
beforeEach(() => {
	delete process.env["DOCKER_HOST"];
	const config = join(folder, `config-${count++}`);
	mkdirSync(config);
	process.env["DOCKER_CONFIG"] = config;
	cli("context", "create", "near", "--description", "the tests' own", "--docker", `host=${host}`);
	const [ca, cert, key] = ["ca", "cert", "key"].map((name) => `${name}=${join(certificates, `${name}.pem`)}`);
	cli("context", "create", "far", "--docker", ["host=tcp://127.0.0.1:2376", ca, cert, key].join(","));
});
const cli = (...args: string[]): string => execFileSync("docker", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
const names = (): readonly string[] => cli("context", "ls", "--format", "{{.Name}}").split("\n");

const settings: { current: ConnectionSettings } = { current: { host: "", context: "" } };
const docker = (): Docker => {
	const made = connect(() => settings.current, { info: () => {}, debug: () => {} });
	afterAll(() => made.dispose());
	return made;
};

test("a context is described as the CLI describes it, with its certificates by name, and the default one as well", async () => {
	const { contexts } = docker();
	for (const name of ["near", "far"]) expect(await contexts.inspect(name)).toEqual((JSON.parse(cli("context", "inspect", name)) as unknown[])[0]);
	expect(await contexts.inspect("default")).toMatchObject({ Name: "default", Endpoints: { docker: { Host: expect.stringContaining("://") } } });
	await expect(contexts.inspect("nobody")).rejects.toThrow("there is no Docker context named `nobody`");
	cli("context", "create", "typed", "--description", "see https://me:hunter2@wiki.test", "--docker", "host=ssh://me@far");
	expect(JSON.stringify(await contexts.inspect("typed"))).not.toContain("hunter2");
});

test("one that is removed is gone for the CLI, with its certificates; the others and the CLI's own choice stay", async () => {
	const { contexts } = docker();
	cli("context", "use", "near");
	const config = process.env["DOCKER_CONFIG"] ?? "";
	const before = readFileSync(join(config, "config.json"), "utf8");
	expect(readdirSync(join(config, "contexts", "tls"))).toHaveLength(1);
	await contexts.remove("far");
	expect(names()).toEqual(["default", "near"]);
	expect(readdirSync(join(config, "contexts", "tls"))).toEqual([]);
	expect(readFileSync(join(config, "config.json"), "utf8")).toBe(before);
	await expect(contexts.remove("far")).rejects.toThrow("there is no Docker context named `far`");
	// It can be made again under the same name.
	cli("context", "create", "far", "--docker", "host=tcp://127.0.0.1:2375");
	expect(await contexts.inspect("far")).toMatchObject({ TLSMaterial: {} });
});

test("no name leads out of the folder of contexts", async () => {
	const { contexts } = docker();
	const config = process.env["DOCKER_CONFIG"] ?? "";
	for (const name of ["", ".", "..", "../..", "../meta", "/", "default"]) await expect(contexts.remove(name)).rejects.toThrow("there is no Docker context");
	expect(names()).toEqual(["default", "far", "near"]);
	expect(readdirSync(config)).toContain("contexts");
	writeFileSync(join(config, "contexts", "meta", readdirSync(join(config, "contexts", "meta"))[0] ?? "", "meta.json"), "{");
	expect(await contexts.list()).toHaveLength(1);
});

test("who uses one is known: the window, the settings, the environment, the CLI, though another of them counts", async () => {
	const { contexts } = docker();
	const by = async (name: string): Promise<readonly string[]> => (await contexts.usersOf(name)).map((wish) => wish.name || wish.by);
	expect(await by("near")).toEqual([]);
	cli("context", "use", "near");
	process.env["DOCKER_HOST"] = host;
	expect(await by("near")).toEqual(["context"]);
	process.env["DOCKER_CONTEXT"] = "far";
	settings.current = { host: "", context: "near", window: { host: "", context: "far" } };
	expect([await by("near"), await by("far")]).toEqual([["context"], ["window", "DOCKER_CONTEXT"]]);
	settings.current = { host: "", context: "near" };
	expect(await by("near")).toEqual(["hullwright.docker.context", "context"]);
	delete process.env["DOCKER_CONTEXT"];
});
