import { expect, test } from "vitest";
import { registryFailure } from "../../src/extension/registry-error.ts";
import { whyNoReference } from "../../src/extension/commands/image/reference-input.ts";
import { vi } from "vitest";

vi.mock("vscode", () => ({ l10n: { t: String } }));

const english = (message: string, ...args: (string | number)[]): string => message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

/** The engines' own words, of 20, 26 and 29, for registries as they are. */
test.each([
	['Head "http://127.0.0.1:5000/v2/shop/web/manifests/1": no basic auth credentials', "wants a login", true],
	["unauthorized: authentication required", "wants a login", true],
	['Head "https://registry-1.docker.io/v2/x/y/manifests/1": unauthorized: incorrect username or password', "wants a login", true],
	[
		"pull access denied for x/y, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
		"there is no such image, or",
		true,
	],
	["denied: requested access to the resource is denied", "does not allow that", true],
	["push access denied, insufficient_scope: authorization failed", "wants a login", true],
	["unexpected status from HEAD request to https://r.example/v2/x/manifests/1: 403 Forbidden", "does not allow that", true],
	["toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating", "rate limit", true],
	["manifest for shop/web:9 not found: manifest unknown: manifest unknown", "has no shop/web:9", false],
	["no matching manifest for linux/riscv64 in the manifest list entries", "not for this platform", false],
	['Get "https://r.example:5000/v2/": http: server gave HTTP response to HTTPS client', "without TLS", false],
	['Get "https://r.example/v2/": tls: failed to verify certificate: x509: certificate signed by unknown authority', "does not trust the certificate", false],
	['Get "https://r.example/v2/": dial tcp: lookup r.example: no such host', "cannot reach", false],
	['Get "http://127.0.0.1:9/v2/": dial tcp 127.0.0.1:9: connect: connection refused', "cannot reach", false],
	["something\u001b[31m else", "did not do that: something else", false],
])("%s", (words, said, wantsLogin) => {
	const failure = registryFailure(words, "shop/web:9", "r.example", english);
	expect(failure.text).toContain(said);
	expect(failure.wantsLogin).toBe(wantsLogin);
});

test.each([
	["debian", true],
	["ghcr.io/shop/web:1.2_x", true],
	["localhost:5000/web", true],
	[`web@sha256:${"a".repeat(64)}`, true],
	["my-registry:5000/a/b__c/d-e:latest", true],
	["Web", false],
	["web:", false],
	["web space", false],
	["--help", false],
	["web;rm -rf /", false],
])("“%s” as the name of an image: %s", (text, isName) => expect(whyNoReference(text) === undefined).toBe(isName));
