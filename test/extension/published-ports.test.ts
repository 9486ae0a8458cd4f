import { expect, test } from "vitest";
import type { Status } from "../../src/docker/connection/connection.ts";
import type { Container, Port } from "../../src/docker/resources/container.ts";
import { portUrls, rememberedUrl, rememberUrl, usualUrls } from "../../src/extension/published-ports.ts";
import { containerNamed } from "./containers.ts";

const status: Status = {
	kind: "connected",
	product: "Docker",
	version: "1",
	apiVersion: "1.51",
	machine: undefined,
	endpoint: { address: { kind: "socket", path: "/x" }, url: "", source: { by: "default", name: "" } },
};
const container = (name: string, ports: readonly Port[], more: Partial<Container> = {}): Container => containerNamed(name, { image: "i", ports, ...more });
const ports: readonly Port[] = [
	{ container: 80, host: 8080, protocol: "tcp" },
	{ container: 443, host: 8443, protocol: "tcp" },
	{ container: 53, host: 5353, protocol: "udp" },
	{ container: 9000, protocol: "tcp" },
];

/** What a workspace keeps. */
function memory(): Parameters<typeof rememberUrl>[0] {
	const held = new Map<string, unknown>();
	return {
		keys: () => [...held.keys()],
		get: (key: string) => held.get(key) as never,
		update: async (key: string, value: unknown) => void held.set(key, value),
	};
}

test("ports that a browser reaches, by the usual scheme first; UDP never", () => {
	const urls = portUrls(container("web", ports), status);
	expect(urls.map(({ url }) => url)).toEqual(["http://localhost:8080/", "https://localhost:8080/", "https://localhost:8443/", "http://localhost:8443/"]);
	expect(usualUrls(urls).map(({ url }) => url)).toEqual(["http://localhost:8080/", "https://localhost:8443/"]);
});

test("what was chosen holds for the service, whatever port of the machine it has next; and no more where it is gone", async () => {
	const remembered = memory();
	const first = container("shop-web-1", ports, { project: "shop", service: "web" });
	const chosen = portUrls(first, status)[1] ?? expect.fail("no second");
	expect(rememberedUrl(remembered, first, portUrls(first, status))).toBeUndefined();
	await rememberUrl(remembered, first, chosen);
	const next = container("shop-web-2", [{ container: 80, host: 32_000, protocol: "tcp" }], { project: "shop", service: "web" });
	expect(rememberedUrl(remembered, next, portUrls(next, status))?.url).toBe("https://localhost:32000/");
	const other = container("other", ports);
	expect(rememberedUrl(remembered, other, portUrls(other, status))).toBeUndefined();
	const without = container("shop-web-3", [{ container: 443, host: 1, protocol: "tcp" }], { project: "shop", service: "web" });
	expect(rememberedUrl(remembered, without, portUrls(without, status))).toBeUndefined();
});
