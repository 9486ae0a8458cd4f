import { afterAll, expect, test } from "vitest";
import type { End } from "../../src/docker/actions/ends.ts";
import { creationOf } from "../../src/engine/language/compose/containers/creation.ts";
import { emptyForm, type RunForm } from "../../src/engine/run/form.ts";
import { client, outside } from "./own-engine.ts";

const docker = client();
const names: string[] = [];

afterAll(async () => {
	const mine = await outside.listContainers({ all: true, filters: { name: ["hullwright-end-"] } });
	await Promise.all(mine.map(({ Id }) => outside.getContainer(Id).remove({ force: true })));
});

/** Runs it with `--rm` and waits for what is left of it. */
async function endOf(change: Partial<RunForm>, meanwhile: (id: string) => Promise<unknown> = () => Promise.resolve()): Promise<End> {
	const name = `hullwright-end-${names.length}`;
	names.push(name);
	let end: End | undefined;
	const told = new Promise<void>((resolve) => {
		const stop = docker.onEnd((each) => {
			if (each.name !== name) return;
			end = each;
			stop();
			resolve();
		});
	});
	const form: RunForm = {
		...emptyForm,
		image: "busybox:test",
		name,
		removesItself: true,
		environment: [{ name: "API_TOKEN", value: "hidden-word" }],
		...change,
	};
	const id = await docker.containers.run(creationOf(form, []));
	await meanwhile(id);
	await told;
	if (!end) throw new Error("nothing is left");
	return end;
}

test("of a container that removes itself its last output, exit code and description are kept, however soon it ends", async () => {
	for (let round = 0; round < 3; round++) {
		const end = await endOf({ command: "sh -c 'echo at once; echo badly >&2; exit 3'" });
		expect(end).toMatchObject({ image: "busybox:test", exitCode: 3, isOutOfMemory: false, isCut: false, inspected: { HostConfig: { AutoRemove: true } } });
		expect(end.output.split("\n").toSorted()).toEqual(["", "at once", "badly"]);
		expect(JSON.stringify(end), "no secret is kept").not.toContain("hidden-word");
	}
	const left = await outside.listContainers({ all: true, filters: { name: ["hullwright-end-"] } });
	expect(left, "the engine has removed them").toEqual([]);
});

test("of much output the last is kept, in whole lines", async () => {
	const end = await endOf({ command: "seq 1 40000" });
	expect(end.isCut).toBe(true);
	expect(end.output.length).toBeLessThanOrEqual(32 * 1024);
	expect(end.output).toMatch(/^\d{5}\n[^]*\n40000\n$/);
});

test("one that is stopped by hand, and one with a terminal, leave theirs, too", async () => {
	const stopped = await endOf({ command: "sh -c 'trap \"echo bye; exit 5\" TERM; echo up; while :; do sleep 0.1; done'" }, (id) =>
		outside.getContainer(id).stop(),
	);
	expect(stopped).toMatchObject({ exitCode: 5, output: "up\nbye\n" });
	const terminal = await endOf({ mode: "dit", command: "echo on a terminal" });
	expect(terminal).toMatchObject({ exitCode: 0, output: "on a terminal\n" });
});

test("one that was restarted leaves what came last, and one that does not start leaves nothing", async () => {
	const restarted = await endOf({ command: "sh -c 'echo round; trap \"exit 0\" TERM; while :; do sleep 0.1; done'" }, async (id) => {
		await outside.getContainer(id).restart();
		await docker.until(() => docker.model.containers.get(id)?.state === "running");
		await outside.getContainer(id).kill();
	});
	expect(restarted).toMatchObject({ exitCode: 137 });
	expect(restarted.output).toContain("round");
	const told: End[] = [];
	const stop = docker.onEnd((end) => told.push(end));
	await expect(
		docker.containers.run(creationOf({ ...emptyForm, image: "busybox:test", removesItself: true, command: "/no/such/program" }, [])),
	).rejects.toThrow();
	stop();
	expect(told).toEqual([]);
});
