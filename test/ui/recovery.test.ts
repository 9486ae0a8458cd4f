import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { startEngine, whyNoEngine } from "../../scripts/engine/engine.mjs";
import { startSampleContainers } from "../../scripts/engine/sample-containers.mjs";
import { hasEngine } from "./outside.ts";
import { useVsCode } from "./vs-code.ts";
import { until } from "./until.ts";

type Engine = Awaited<ReturnType<typeof startEngine>>;

// An engine that may be killed: one of its own.
describe.skipIf(!hasEngine || whyNoEngine() !== undefined)("an engine that ends and comes back", () => {
	let engine: Engine | undefined;
	/** In front of the terminal's PATH: they note what they were to do, so that nothing of this machine is started. */
	let programs = "";
	const vscode = useVsCode({
		prepare: async (workspace) => {
			engine = await startEngine();
			await startSampleContainers(engine, workspace);
			programs = join(workspace, "..", "programs");
			await mkdir(programs);
			for (const name of ["sudo", "service", "systemctl"]) {
				await writeFile(join(programs, name), `#!/bin/sh\necho ${name} "$@" > ${programs}/done\n`, { mode: 0o755 });
			}
			await writeFile(join(workspace, "..", "home", ".bashrc"), `export PATH=${programs}:$PATH\n`);
		},
		env: () => ({ DOCKER_HOST: engine?.env["DOCKER_HOST"] }),
	});
	afterAll(() => engine?.stop());

	/** Of the engine's socket, those that are open now, whoever has them. */
	const connections = async (): Promise<number> =>
		(await readFile("/proc/net/unix", "utf8")).split("\n").filter((line) => line.endsWith(engine?.socket ?? "") && / 03 +\d+ /.test(line)).length;

	test("is not connected to before a view is visible, nor when none is any more", async () => {
		const { workbench } = vscode;
		await workbench.openFile("ai-service/Dockerfile");
		await workbench.editor.locator(".squiggly-warning").first().waitFor();
		expect(await connections()).toBe(0);
		await workbench.showView("Hullwright");
		await workbench.row("Containers", "notebook").waitFor();
		expect(await connections()).toBeGreaterThan(0);
		await workbench.page.locator(".statusbar-item", { hasText: "unix:///tmp/" }).waitFor();
		await workbench.showView("Explorer");
		await until("all are closed", async () => (await connections()) === 0);
	});

	test("shows the cause when the engine is killed, and the rows again within two seconds of its return, with the selection", async () => {
		const { workbench } = vscode;
		await workbench.showView("Hullwright");
		await workbench.row("Containers", "notebook").click();
		// A person looks at something else before an engine dies; the extension hears of the selection meanwhile.
		await until("the selection is known", async () => (await workbench.row("Containers", "notebook").getAttribute("aria-selected")) === "true");
		await workbench.openFile("README.md");
		await workbench.showView("Hullwright");
		const before = (await workbench.rows("Containers")).map(({ label }) => label);

		await engine?.kill();
		const welcome = workbench.view("Containers").locator(".welcome-view-content");
		await until("the cause is named", async () => /the connection was refused/.test(await welcome.innerText()));
		const status = workbench.page.locator(".statusbar-item", { hasText: "No Docker Engine" });
		await status.waitFor();
		await workbench.page.screenshot({ path: "out/report/engine-killed.png" });

		await welcome.locator(".monaco-button", { hasText: "Start Engine" }).click();
		await until("the terminal does it", async () =>
			/^(?:sudo )?(?:systemctl start docker|service docker start)$/m.test(await readFile(join(programs, "done"), "utf8").catch(() => "")),
		);
		await engine?.start();
		const time = await until("the rows are back", async () => (await workbench.rows("Containers")).map(({ label }) => label).join() === before.join());
		console.log(`rows are back ${time.toFixed(0)} ms after the engine answers`);
		expect(time).toBeLessThan(2000);
		await until("the selection is back", async () => (await workbench.row("Containers", "notebook").getAttribute("aria-selected")) === "true");
		await workbench.row("Containers", /notebook, running/).waitFor();
		await status.waitFor({ state: "detached" });
	});
});
