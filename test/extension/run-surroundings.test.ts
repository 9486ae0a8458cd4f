import { expect, test, vi } from "vitest";
import type { Docker } from "../../src/docker/docker.ts";
import type { Container } from "../../src/docker/resources/container.ts";
import { emptyForm } from "../../src/engine/run/form.ts";

vi.mock("vscode", () => ({ workspace: {} }));
const { surroundingsOf } = await import("../../src/extension/webviews/run-surroundings.ts");

const web: Container = { id: "1", name: "web", image: "web:1", imageId: "", state: "running", ports: [], volumes: [], networks: [] };
const listed: Container = { ...web, ports: [{ container: 80, host: 8080, ip: "127.0.0.1", protocol: "tcp" }] };

/** An engine with these containers, and a program of Docker's that listens for one of them. */
const engineWith = (...containers: readonly Container[]): Docker =>
	({
		facts: () => undefined,
		listening: async () => [{ port: 8080, protocol: "tcp", ip: "127.0.0.1" }],
		model: { containers: new Map(containers.map((container) => [container.id, container])) },
	}) as unknown as Docker;
const heldIn = async (docker: Docker, own: Container | undefined): Promise<readonly number[]> =>
	(await surroundingsOf(docker, { ...emptyForm, ports: ["127.0.0.1:8080:80"] }, own)).ports.map(({ port }) => port);

test("a port of the container that is made again is free, also where it had none yet when it was chosen", async () => {
	expect(await heldIn(engineWith(listed), undefined)).toEqual([8080]);
	expect(await heldIn(engineWith(listed), listed)).toEqual([]);
	expect(await heldIn(engineWith(listed), web)).toEqual([]);
	expect(await heldIn(engineWith(), listed), "one that has gone meanwhile").toEqual([]);
});
