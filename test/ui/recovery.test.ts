import { afterAll, describe, expect, test } from "vitest";
import { startEngine, whyNoEngine } from "../../scripts/engine/engine.mjs";
import { startSampleContainers } from "../../scripts/engine/sample-containers.mjs";
import { hasEngine } from "./outside.ts";
import { useVsCode } from "./vs-code.ts";
import { until } from "./workbench.ts";

type Engine = Awaited<ReturnType<typeof startEngine>>;

// An engine that may be killed: one of its own.
describe.skipIf(!hasEngine || whyNoEngine() !== undefined)("an engine that ends and comes back", () => {
	let engine: Engine | undefined;
	const vscode = useVsCode({
		prepare: async (workspace) => {
			engine = await startEngine();
			await startSampleContainers(engine, workspace);
		},
		env: () => ({ DOCKER_HOST: engine?.env["DOCKER_HOST"] }),
	});
	afterAll(() => engine?.stop());

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
		await workbench.page.screenshot({ path: "out/report/engine-killed.png" });

		await engine?.start();
		const time = await until("the rows are back", async () => (await workbench.rows("Containers")).map(({ label }) => label).join() === before.join());
		console.log(`rows are back ${time.toFixed(0)} ms after the engine answers`);
		expect(time).toBeLessThan(2000);
		await until("the selection is back", async () => (await workbench.row("Containers", "notebook").getAttribute("aria-selected")) === "true");
		await workbench.row("Containers", /notebook, running/).waitFor();
	});
});
