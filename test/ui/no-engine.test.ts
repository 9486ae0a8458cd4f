import { expect, test } from "vitest";
import { useVsCode } from "./vs-code.ts";

const vscode = useVsCode({ env: () => ({ DOCKER_HOST: "unix:///nonexistent/docker.sock" }) });

test("without an engine the explorer names the cause and offers help", async () => {
	const { workbench } = vscode;
	await workbench.showView("Hullwright");
	const welcome = workbench.view("Containers").locator(".welcome-view-content");
	await welcome.waitFor();
	expect(await welcome.innerText()).toMatch(/no docker engine/i);
	expect(await welcome.locator(".monaco-button").count()).toBeGreaterThan(0);
	await workbench.page.screenshot({ path: "out/report/no-engine.png" });
});

test("without an engine Dockerfiles are checked all the same", async () => {
	const { workbench } = vscode;
	await workbench.openFile("ai-service/Dockerfile");
	await workbench.editor.locator(".squiggly-warning").first().waitFor();
});

test("without one, too, the view offers what can be done, and First Steps opens the walkthrough", async () => {
	const { workbench } = vscode;
	await workbench.showView("Hullwright");
	await workbench.page.locator(".welcome-view-content a.monaco-button", { hasText: "Add Docker Files" }).waitFor();
	await workbench.page.locator(".welcome-view-content a.monaco-button", { hasText: "First Steps" }).click();
	const steps = workbench.page.locator(".getting-started-step");
	await steps.first().waitFor();
	expect(await steps.locator(".step-title").allInnerTexts()).toEqual([
		"Check a Dockerfile",
		"Add Docker Files to a Project",
		"See Containers and Images",
		"Set the Rules of Your Team",
	]);
	await workbench.page.locator(".getting-started-media svg, .getting-started-media iframe, .getting-started-media img").first().waitFor();
});
