import { expect, test } from "vitest";
import { daemonFacts } from "../../../src/docker/daemon-facts.ts";
import type { Container } from "../../../src/docker/resources/container.ts";

const container = (name: string, more: Partial<Container>): readonly [string, Container] => [
	name,
	{
		id: name,
		name,
		image: "a",
		imageId: "",
		state: "running",
		ports: [{ container: 80, host: 8080, protocol: "tcp" }],
		volumes: [],
		networks: [],
		project: "shop",
		service: "web",
		...more,
	},
];

test("Compose makes a service's containers anew, and leaves one that was run by hand where it is, with its ports", () => {
	const containers = new Map([container("shop-web-1", {}), container("shop-web-run-1", { isOneOff: true }), container("gone", { state: "exited" })]);
	const status = { kind: "connected", product: "Docker", version: "26.1.5", apiVersion: "1.45" } as Parameters<typeof daemonFacts>[0];
	const held = daemonFacts(status, { containers, images: new Map(), networks: new Map(), volumes: new Map() })?.ports;
	expect(held?.map(({ container: name, service }) => [name, service])).toEqual([
		["shop-web-1", "web"],
		["shop-web-run-1", undefined],
	]);
});
