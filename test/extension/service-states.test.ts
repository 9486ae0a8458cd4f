import { expect, test } from "vitest";
import type { Container } from "../../src/docker/resources/container.ts";
import { serviceStates } from "../../src/extension/webviews/service-states.ts";

const t = (message: string, ...args: readonly (string | number)[]): string => message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

const container = (name: string, state: Container["state"], more: Partial<Container> = {}): Container => ({
	id: name,
	name,
	image: "a",
	imageId: "",
	state,
	ports: [],
	volumes: [],
	networks: [],
	project: "shop",
	service: name.split("-")[0] ?? name,
	...more,
});

const service = (name: string) => ({ name, isMissing: name === "gone", isBuilt: false, profiles: [], ports: [], dependsOn: [], networks: [], volumes: [] });

test("a service is as its container is, or as its containers are together", () => {
	const names = ["web", "api", "job", "failed", "many", "none", "gone"];
	const containers = [
		container("web-1", "running", { health: "healthy" }),
		container("api-1", "running", { health: "unhealthy" }),
		container("job-1", "exited", { exitCode: 0 }),
		container("failed-1", "exited", { exitCode: 3 }),
		container("many-1", "running"),
		container("many-2", "exited", { exitCode: 1 }),
		container("none-1", "running", { project: "other" }),
		container("web-run-1", "exited", { exitCode: 1, isOneOff: true }),
		container("none-run-1", "running", { isOneOff: true }),
	];
	expect(serviceStates({ name: "shop", services: names.map(service), networks: [], volumes: [] }, containers, t)).toEqual({
		web: { text: "running (healthy)", colour: "running" },
		api: { text: "running (unhealthy)", colour: "failed" },
		job: { text: "exited (0)", colour: "stopped" },
		failed: { text: "exited (3)", colour: "failed" },
		many: { text: "1 of 2 running", colour: "failed" },
		none: { text: "not created", colour: "stopped" },
	});
});
