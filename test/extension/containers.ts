import type { Container } from "../../src/docker/resources/container.ts";

/** A container that runs, with nothing special about it but what is said. */
export const containerNamed = (name: string, more: Partial<Container> = {}): Container => ({
	id: name,
	name,
	image: "nginx",
	imageId: "i",
	state: "running",
	ports: [],
	volumes: [],
	networks: [],
	...more,
});
