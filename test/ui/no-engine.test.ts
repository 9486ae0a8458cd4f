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
