import { expect, test, vi } from "vitest";
import { daemonArguments, engineChoice } from "../../src/extension/engine-choice.ts";

const settings = vi.hoisted(() => new Map<string, string>());
vi.mock("vscode", () => ({ workspace: { getConfiguration: () => ({ get: (name: string, otherwise: string) => settings.get(name) ?? otherwise }) } }));

type Memory = Parameters<typeof engineChoice>[0];

/** What VS Code keeps for a workspace, and nothing else of it. */
function memory(): Memory {
	const kept = new Map<string, unknown>();
	return {
		keys: () => [...kept.keys()],
		get: (key: string) => kept.get(key),
		update: async (key: string, value: unknown) => void kept.set(key, value),
	} as Memory;
}

test("what was selected is remembered with the workspace, and with no other", async () => {
	const [here, elsewhere] = [memory(), memory()];
	settings.set("host", " tcp://set ");
	await engineChoice(here).select({ host: "", context: "far" });
	expect(engineChoice(here).settings()).toEqual({ host: "tcp://set", context: "", window: { host: "", context: "far" } });
	expect(engineChoice(elsewhere).settings()).toEqual({ host: "tcp://set", context: "" });
	await engineChoice(here).select(undefined);
	expect(engineChoice(here).settings()).toEqual({ host: "tcp://set", context: "" });
});

test.each([
	[{ host: "", context: "" }, []],
	[{ host: "tcp://set", context: "c" }, ["--host", "tcp://set"]],
	[{ host: "", context: "c" }, ["--context", "c"]],
	[{ host: "tcp://set", context: "", window: { host: "", context: "far" } }, ["--context", "far"]],
	[{ host: "tcp://set", context: "c", window: { host: "", context: "" } }, []],
])("a program of Docker's is told of %j: %j", (chosen, wanted) => expect(daemonArguments(chosen)).toEqual(wanted));
