import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type StandIn, standInAt } from "../files/shellcheck-stand-in.ts";
import { screenshots, useVsCode } from "./vs-code.ts";

let own: StandIn | undefined;
let theirs: StandIn | undefined;

const vscode = useVsCode({
	asksForTrust: true,
	env: () => ({ DOCKER_HOST: "unix:///nonexistent/docker.sock" }),
	async prepare(workspace) {
		theirs = standInAt(workspace);
		await mkdir(join(workspace, ".vscode"));
		await writeFile(join(workspace, ".vscode", "settings.json"), JSON.stringify({ "hullwright.lint.shellcheckPath": theirs.program }));
		// A program is a setting of the machine, which the browser is not.
		const machine = join(workspace, "..", "data", "Machine");
		await mkdir(machine);
		own = standInAt(machine);
		await writeFile(join(machine, "settings.json"), JSON.stringify({ "hullwright.lint.shellcheckPath": own.program }));
		await writeFile(join(workspace, ".hullwright.yaml"), "shellcheck: true\n");
		await writeFile(join(workspace, "Dockerfile.trust"), "FROM debian:latest\nWORKDIR /app\nRUN echo $x\nUSER 1000\n");
	},
});

test("ShellCheck is not started before the workspace is trusted, and then the user's, never one that the workspace names", async () => {
	const { workbench } = vscode;
	await workbench.openFile("Dockerfile.trust");
	const item = workbench.page.locator(".statusbar-item", { hasText: "Linted in part" });
	await item.waitFor();
	await expect.poll(() => item.getAttribute("aria-label")).toContain("ShellCheck does not look at it, for this workspace is not trusted.");
	expect((await workbench.problems(/from-latest-tag/)).join("\n")).not.toContain("SC2086");
	expect(own?.calls()).toEqual([]);
	await workbench.page.screenshot({ path: `${screenshots}/untrusted.png` });

	await workbench.command("Workspaces: Manage Workspace Trust");
	await workbench.page.locator(".workspace-trust-editor").getByRole("button", { name: "Trust", exact: true }).click();
	await workbench.openFile("Dockerfile.trust");
	await workbench.problems(/SC2086/);
	expect(own?.calls()).toHaveLength(1);
	expect(theirs?.calls()).toEqual([]);
	await item.waitFor({ state: "hidden" });
	await workbench.page.screenshot({ path: `${screenshots}/trusted.png` });
});
