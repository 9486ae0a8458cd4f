import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useVsCode } from "./vs-code.ts";
import { until } from "./until.ts";

/** Where the Docker CLI would keep its configuration, with a context that leads to a port on which nobody listens. */
let config = "";
const vscode = useVsCode({
	prepare: async (workspace) => {
		config = join(workspace, "..", "docker");
		const context = join(config, "contexts/meta", createHash("sha256").update("far").digest("hex"));
		await mkdir(context, { recursive: true });
		await writeFile(join(context, "meta.json"), JSON.stringify({ Name: "far", Endpoints: { docker: { Host: "tcp://127.0.0.1:9" } } }));
		await writeFile(join(config, "config.json"), "{}");
	},
	env: () => ({ DOCKER_HOST: "unix:///nonexistent/docker.sock", DOCKER_CONFIG: config }),
});

const welcomeText = (): Promise<string> => vscode.workbench.view("Containers").locator(".welcome-view-content").innerText();

test("without an engine the explorer names the cause, who named the address, and offers help", async () => {
	const { workbench } = vscode;
	await workbench.showView("Hullwright");
	const welcome = workbench.view("Containers").locator(".welcome-view-content");
	await welcome.waitFor();
	await expect.poll(() => welcome.innerText()).toMatch(/No Docker engine is at the address that is set.*DOCKER_HOST or DOCKER_CONTEXT, in the environment/s);
	const buttons = async (): Promise<string[]> => (await welcome.locator(".monaco-button").allInnerTexts()).map((text) => text.trim());
	await expect
		.poll(async () => (await buttons()).slice(0, 5))
		.toEqual(["Start Engine…", "Select Context…", "Diagnose Connection", "Try Again", "Use This Machine's Engine"]);
	await workbench.pictures("no-engine");
});

test("the doctor says what was tried, and has the buttons that help", async () => {
	const { workbench } = vscode;
	await workbench.showView("Hullwright");
	await workbench.view("Containers").locator(".welcome-view-content .monaco-button", { hasText: "Diagnose Connection" }).click();
	await workbench.waitForText(/# Connection Report[^]*Environment variable `DOCKER_HOST`: `unix:\/\/\/nonexistent\/docker\.sock`, \*\*which counts/);
	const lens = (title: string) => workbench.editor.locator(".codelens-decoration a", { hasText: title });
	await lens("Start Engine…").waitFor();
	await workbench.pictures("connection-report");
	await lens("Copy Report").click();
	await workbench.page.locator(".statusbar-item", { hasText: "The connection report was copied." }).waitFor();
});

test("a context that is selected counts for this window, and changes nothing of the CLI's", async () => {
	const { workbench } = vscode;
	const files = async (): Promise<string> => [...(await readdir(config, { recursive: true })), await readFile(join(config, "config.json"), "utf8")].join();
	const before = await files();
	await workbench.showView("Hullwright");
	await workbench.command("Hullwright: Select Context");
	await workbench.question.locator(".monaco-list-row", { hasText: "far" }).waitFor();
	await workbench.page.screenshot({ path: "out/report/select-context.png" });
	await workbench.choose(/^far/);
	await until("its cause", async () => /nothing listens on the port.*selected for this window/s.test(await welcomeText()));
	await workbench.command("Hullwright: Select Context");
	await workbench.choose("As the Docker CLI");
	await until("what the CLI says", async () => /at the address that is set.*DOCKER_HOST/s.test(await welcomeText()));
	expect(await files()).toBe(before);
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
	await expect
		.poll(() => steps.locator(".step-title").allInnerTexts())
		.toEqual(["Check a Dockerfile", "Add Docker Files to a Project", "See Containers and Images", "Set the Rules of Your Team"]);
	await workbench.page.locator(".getting-started-media svg, .getting-started-media iframe, .getting-started-media img").first().waitFor();
});
