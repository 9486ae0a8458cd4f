import { expect, test } from "vitest";
import { emptyForm } from "../../src/engine/run/form.ts";
import { proposedForm, runMemory } from "../../src/extension/webviews/run-memory.ts";

const unknown = { project: undefined, service: undefined };
const held = [{ port: 8080, protocol: "tcp", ip: "", container: "other", ...unknown }];

test("an image is proposed with all that it exposes on ports that are free, and its volumes by name", () => {
	const form = proposedForm(
		"registry.example.com/shop/web:1.2",
		{ ports: ["80/tcp", "8080/tcp", "53/udp"], volumes: ["/var/lib/data"] },
		undefined,
		new Set(["web"]),
		held,
	);
	expect(form).toEqual({
		...emptyForm,
		image: "registry.example.com/shop/web:1.2",
		name: "web-2",
		ports: ["8081:80", "8082:8080", "8053:53/udp"],
		mounts: ["web-2-data:/var/lib/data"],
	});
});

test("what was run last comes again, on free ports, without secrets, and of the last fifty images alone", async () => {
	let kept: unknown;
	const memento = {
		get: () => kept,
		update: (_key: string, value: unknown) => Promise.resolve(void (kept = value)),
		keys: () => [],
	} as unknown as Parameters<typeof runMemory>[0];
	const memory = runMemory(memento);
	for (let index = 0; index < 60; index++) await memory.keep({ ...emptyForm, image: `image-${index}` });
	await memory.keep({
		...emptyForm,
		image: "shop",
		name: "shop",
		ports: ["127.0.0.1:8080:80", "81"],
		command: "serve --db postgres://me:hidden-word@db",
		environment: [
			{ name: "API_TOKEN", value: "s3cr3t-t0ken" },
			{ name: "LEVEL", value: "info" },
		],
	});
	expect(Object.keys(kept as object)).toHaveLength(50);
	expect(JSON.stringify(kept)).not.toMatch(/s3cr3t|hidden-word/);
	const form = proposedForm("shop", { ports: ["80/tcp"], volumes: [] }, memory.last("shop"), new Set(), held);
	expect(form).toMatchObject({ name: "shop", ports: ["127.0.0.1:8081:80", "81"], command: "" });
	expect(form.environment).toEqual([
		{ name: "API_TOKEN", value: "" },
		{ name: "LEVEL", value: "info" },
	]);
});
