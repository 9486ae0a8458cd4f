import { expect, test } from "vitest";
import {
	dockerHub,
	eraseCredentials,
	findCredentials,
	isStoredReadable,
	knownRegistries,
	registryNamed,
	registryOf,
	storeCredentials,
	type CredentialStore,
} from "../../../src/docker/registry/credentials.ts";

/** A CLI's file and helpers, each of which keeps what it is given; `called` says what was asked of them. */
function start(config: object | string, kept: Record<string, { Username: string; Secret: string }> = {}) {
	let text = typeof config === "string" ? config : JSON.stringify(config);
	const called: string[] = [];
	const store: CredentialStore = {
		read: async () => text,
		write: async (now) => void (text = now),
		async call(helper, action, input) {
			const { ServerURL = input, ...entry } = action === "store" ? (JSON.parse(input) as { ServerURL: string; Username: string; Secret: string }) : {};
			called.push(`${helper} ${action} ${ServerURL}`);
			if (action === "store") kept[ServerURL] = entry as { Username: string; Secret: string };
			else if (action === "erase") delete kept[ServerURL];
			else if (!kept[input]) throw new Error("credentials not found in native keychain");
			return JSON.stringify(kept[input] ?? "");
		},
	};
	return { store, called, kept, config: () => JSON.parse(text) as unknown };
}

test.each([
	["debian", dockerHub],
	["docker.io/library/debian:13", dockerHub],
	["ghcr.io/shop/web:1", "ghcr.io"],
	["localhost:5000/web@sha256:1", "localhost:5000"],
])("%s leads to %s", (reference, registry) => expect(registryOf(reference)).toBe(registry));

test.each([
	["", dockerHub],
	["docker.io", dockerHub],
	[dockerHub, dockerHub],
	["https://ghcr.io/v2/", "ghcr.io"],
	["http://127.0.0.1:5000", "127.0.0.1:5000"],
])("“%s” is typed for %s", (typed, registry) => expect(registryNamed(typed)).toBe(registry));

test("what stands in the CLI's file", async () => {
	const auth = Buffer.from("moby:pass:word").toString("base64");
	const { store } = start({ auths: { [dockerHub]: { auth }, "https://old.example/v2/": { identitytoken: "t" }, "empty.example": {} } });
	expect(await findCredentials(dockerHub, store)).toEqual({ username: "moby", password: "pass:word", serveraddress: dockerHub });
	expect(await findCredentials("old.example", store)).toEqual({ identitytoken: "t", serveraddress: "old.example" });
	expect(await findCredentials("empty.example", store)).toBeUndefined();
	expect(await findCredentials("other.example", store)).toBeUndefined();
	expect(await knownRegistries(store)).toEqual(["empty.example", dockerHub, "old.example"]);
});

test("a helper of the registry goes before the one for all, and one that keeps nothing leaves it to the file", async () => {
	const auth = Buffer.from("a:b").toString("base64");
	const { store, called } = start(
		{ credsStore: "all", credHelpers: { "ghcr.io": "own" }, auths: { "third.example": { auth } } },
		{ "ghcr.io": { Username: "<token>", Secret: "t" }, [dockerHub]: { Username: "moby", Secret: "s" } },
	);
	expect(await findCredentials("ghcr.io", store)).toEqual({ identitytoken: "t", serveraddress: "ghcr.io" });
	expect(await findCredentials(dockerHub, store)).toEqual({ username: "moby", password: "s", serveraddress: dockerHub });
	expect(await findCredentials("third.example", store)).toMatchObject({ username: "a", password: "b" });
	expect(called.slice(0, 2)).toEqual(["own get ghcr.io", `all get ${dockerHub}`]);
});

test("a login goes to the helper and not into the file; a logout takes it away in both", async () => {
	const { store, kept, config } = start({ credsStore: "all", currentContext: "far" });
	expect(await isStoredReadable("ghcr.io", store)).toBe(false);
	await storeCredentials({ username: "moby", password: "s3cret", serveraddress: "ghcr.io" }, store);
	expect(kept).toEqual({ "ghcr.io": { Username: "moby", Secret: "s3cret" } });
	expect(config()).toEqual({ credsStore: "all", currentContext: "far", auths: { "ghcr.io": {} } });
	expect(await eraseCredentials("ghcr.io", store)).toBe(true);
	expect(kept).toEqual({});
	expect(config()).toEqual({ credsStore: "all", currentContext: "far", auths: {} });
});

test("without a helper the file has it, as after docker login", async () => {
	const { store, config } = start("");
	expect(await isStoredReadable("ghcr.io", store)).toBe(true);
	await storeCredentials({ username: "moby", password: "s", identitytoken: "t", serveraddress: "ghcr.io" }, store);
	expect(config()).toEqual({ auths: { "ghcr.io": { auth: Buffer.from("moby:").toString("base64"), identitytoken: "t" } } });
});

test("a helper that fails, or a file that is broken, is no missing login", async () => {
	const { store } = start({ credsStore: "all" });
	const broken: CredentialStore = { ...store, call: async () => Promise.reject(new Error("the keychain is locked")) };
	await expect(findCredentials("ghcr.io", broken)).rejects.toThrow("the keychain is locked");
	await expect(storeCredentials({ serveraddress: "ghcr.io" }, start("{ no json").store)).rejects.toThrow();
});
