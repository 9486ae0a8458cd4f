import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import type { Notices } from "../../src/extension/notices/notices.ts";
import { startGate } from "./gate.ts";
import { client, get, host, outside, run, until } from "./own-engine.ts";

const told = vi.hoisted(() => [] as string[]);
vi.mock("vscode", () => ({
	Disposable: class {
		dispose: () => void;
		constructor(dispose: () => void) {
			this.dispose = dispose;
		}
	},
	l10n: { t: (message: string, ...args: unknown[]) => message.replace(/\{(\d)\}/g, (_: string, index: string) => String(args[Number(index)])) },
	window: { showInformationMessage: async (text: string) => void told.push(text) },
	commands: { executeCommand: async () => {} },
}));
const { createNotices } = await import("../../src/extension/notices/notices.ts");
const { wishFor } = await import("../../src/extension/notices/wish.ts");

const folder = mkdtempSync(join(tmpdir(), "hullwright-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("nothing is asked before somebody wants to be told of something, nor after he does not any more; what a log says is no link in a notice", async () => {
	const gate = await startGate(join(folder, "notices.sock"), host.slice("unix://".length));
	const docker = client({ host: `unix://${gate.path}` });
	const notices: Notices = createNotices({
		docker: async () => docker,
		memory: { get: () => undefined, update: async () => {}, keys: () => [] } as never,
		log: { debug: () => {} } as never,
	});
	const container = await run("speaking", "while sleep 0.2; do printf 'ready \\033[31m[look](command:workbench.action.quit) \\342\\200\\256<b>\\n'; done");
	await docker.connection.check();
	expect([gate.count(), docker.connection.status.kind]).toEqual([0, "idle"]);

	const release = docker.connection.hold();
	await docker.settled("containers");
	const wish = wishFor(get(docker, container.id), { kind: "line", text: "ready" });
	release();
	await notices.set(wish);
	await expect.poll(() => told.length, { timeout: 15_000 }).toBeGreaterThan(0);
	expect(told[0]).toBe(`${wish.name}: ready [look] (command:workbench.action.quit) <b>`);

	await notices.remove(new Set([wish.id]));
	await until(docker, () => docker.connection.status.kind === "idle");
	await gate.closed();
	const count = gate.count();
	const seen = told.length;
	await container.kill();
	await outside.ping();
	await docker.connection.check();
	expect({ count: gate.count(), open: gate.open.size, told: told.length }).toEqual({ count, open: 0, told: seen });
	notices.dispose();
});
