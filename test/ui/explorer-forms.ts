import type { FrameLocator } from "playwright-core";
import { expect, test } from "vitest";
import { docker, withoutContainers } from "./outside.ts";
import { until } from "./until.ts";
import type { Workbench } from "./workbench.ts";

/** Tests of the form by which containers are run and made again, in the window of the explorer's. */
export function testForms(vscode: { readonly workbench: Workbench }): void {
	/** Ends at once when it is stopped. */
	const command = "sh -c 'trap exit TERM; sleep 600 & wait'";
	const form = (): FrameLocator => vscode.workbench.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");

	test("runs an image by a form, which says what is taken and how to run it so", async () => {
		const { workbench } = vscode;
		const { page } = workbench;
		withoutContainers(/^by-form$/);
		await workbench.showView("Hullwright");
		await workbench.command("Hullwright: Run…");
		await workbench.choose("chat-backend:0.1.0");
		await form().getByRole("heading", { name: "Run chat-backend:0.1.0" }).waitFor();
		await form().getByLabel("Name", { exact: true }).fill("rag-chroma-1");
		await form()
			.getByText(/^Another container has this name: “rag-chroma-[\w-]+” is free\.$/)
			.waitFor();
		await form().getByRole("button", { name: "Run", exact: true }).click();
		// The cursor goes where it is to be mended.
		await form().locator("#name:focus[aria-invalid=true]").waitFor();
		await form().getByLabel("Name", { exact: true }).fill("by-form");
		await form().getByRole("button", { name: "Add: Variable" }).click();
		await page.keyboard.type("API_TOKEN");
		await page.keyboard.press("Tab");
		await page.keyboard.type("s3cr3t-t0ken");
		await form().getByRole("button", { name: "Add: Port" }).click();
		await page.keyboard.type("127.0.0.1:48123:8000");
		await form().locator('.rows[aria-label="Variable"] input[readonly]').first().waitFor();
		await form().getByLabel("Command", { exact: true }).fill(command);
		await form().getByLabel("Memory", { exact: true }).fill("64m");
		const line = form().getByLabel("The same as a command");
		await until("the command says all of it", async () => {
			const text = (await line.innerText()).replace(/ \\\n {2}/g, " ");
			return text === `docker run --detach --name by-form --memory 64m --publish 127.0.0.1:48123:8000 --env 'API_TOKEN=••••••' chat-backend:0.1.0 ${command}`;
		});
		await workbench.pictures("run-form");
		// Nothing is lost where it does not start.
		await form().getByLabel("Command", { exact: true }).fill("/not/there");
		await form().getByLabel("Entry point", { exact: true }).fill("/not/there");
		await form().getByRole("button", { name: "Run", exact: true }).click();
		await form().getByRole("alert").filter({ hasText: "/not/there is not in the image" }).waitFor();
		await form().getByLabel("Entry point", { exact: true }).fill("");
		await form().getByLabel("Command", { exact: true }).fill(command);
		await form().getByRole("button", { name: "Run", exact: true }).click();
		await workbench.row("Containers", /^by-form, running/).waitFor();
		expect(docker("inspect", "--format={{.Config.Env}} {{.HostConfig.Memory}} {{.HostConfig.AutoRemove}}", "by-form")).toMatch(
			/API_TOKEN=s3cr3t-t0ken.* 67108864 false$/,
		);
	}, 150_000);

	test("edits a container and makes it again, with what changes before the eyes", async () => {
		const { workbench } = vscode;
		const before = docker("inspect", "--format={{.Id}}", "by-form");
		await workbench.contextMenu(workbench.row("Containers", "by-form"), "Edit and Recreate…", "Change");
		await form().getByRole("heading", { name: "Edit and Recreate by-form" }).waitFor();
		await form().getByText("Nothing is changed yet.").waitFor();
		await form().getByLabel("Memory", { exact: true }).fill("96m");
		await form()
			.getByRole("row", { name: /Memory.*64m.*96m/ })
			.waitFor();
		await workbench.pictures("recreate-form");
		await form().getByRole("button", { name: "Recreate" }).click();
		// For a moment neither of the two has the name.
		await until("another container has the name", async () => {
			const id = docker("ps", "--quiet", "--no-trunc", "--filter", "name=^/by-form$");
			return id !== "" && id !== before;
		});
		await workbench.row("Containers", /^by-form, running/).waitFor();
		await until("the old one is gone", async () => !docker("ps", "--all", "--quiet", "--no-trunc").includes(before));
		expect(docker("inspect", "--format={{.HostConfig.Memory}}", "by-form")).toBe("100663296");
		docker("rm", "--force", "by-form");
	}, 120_000);
}
