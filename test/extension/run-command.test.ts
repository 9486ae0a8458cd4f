import { expect, test, vi } from "vitest";
import { DockerError } from "../../src/docker/errors.ts";
import type { Command, Services } from "../../src/extension/commands/command.ts";

const vscode = vi.hoisted(() => ({
	workspace: { isTrusted: true },
	l10n: { t: String },
	window: {
		showErrorMessage: vi.fn<(message: string, ...buttons: string[]) => Promise<string | undefined>>(),
		showWarningMessage: vi.fn<(message: string) => Promise<undefined>>(),
	},
}));
const listed = vi.hoisted(() => ({ commands: [] as Command[] }));
vi.mock("vscode", () => vscode);
vi.mock("../../src/extension/commands/index.ts", () => listed);

const { runCommand } = await import("../../src/extension/commands/run.ts");

test("a command gets the services and what it was called with", async () => {
	const { run, services } = start({});
	await runCommand("hullwright.try", services, ["web", ["web", "db"]] as never[]);
	expect(run).toHaveBeenCalledExactlyOnceWith(services, "web", ["web", "db"]);
});

test("what changes something is refused without trust, and the rest is not", async () => {
	for (const [needsTrust, isTrusted, runs] of [
		[true, false, 0],
		[true, true, 1],
		[false, false, 1],
	] as const) {
		const { run, services } = start(needsTrust ? { needsTrust } : {});
		vscode.workspace.isTrusted = isTrusted;
		vscode.window.showWarningMessage.mockClear();
		await runCommand("hullwright.try", services, []);
		expect(run).toHaveBeenCalledTimes(runs);
		expect(vscode.window.showWarningMessage).toHaveBeenCalledTimes(1 - runs);
	}
	vscode.workspace.isTrusted = true;
});

test("a failure is logged and told, and goes no further", async () => {
	const { run, services, logged } = start({});
	run.mockRejectedValue(new Error("The disk is full."));
	await runCommand("hullwright.try", services, []);
	expect(logged).toHaveBeenCalledWith("hullwright.try", new Error("The disk is full."));
	expect(vscode.window.showErrorMessage.mock.lastCall?.[0]).toBe("The disk is full.");
});

test("where there is no engine, the doctor is offered", async () => {
	const { run, services, shown } = start({});
	run.mockRejectedValue(new DockerError("refused", "connection refused", "tcp://far:2375"));
	vscode.window.showErrorMessage.mockResolvedValueOnce("Diagnose Connection");
	await runCommand("hullwright.try", services, []);
	expect(vscode.window.showErrorMessage.mock.lastCall?.slice(1)).toEqual(["Diagnose Connection", "Show Log"]);
	await vi.waitFor(() => expect(shown).toHaveBeenCalledOnce());
	run.mockRejectedValue(new DockerError("conflict", "in use"));
	await runCommand("hullwright.try", services, []);
	expect(vscode.window.showErrorMessage.mock.lastCall?.slice(1)).toEqual(["Show Log"]);
});

function start(more: Partial<Command>) {
	const run = vi.fn<Command["run"]>(async () => {});
	listed.commands = [{ id: "hullwright.try", title: "Try", run, ...more }];
	const logged = vi.fn<(id: string, error: unknown) => void>();
	const shown = vi.fn<() => Promise<void>>();
	return { run, logged, shown, services: { log: { error: logged, show() {} }, connectionReport: { show: shown } } as unknown as Services };
}
