import { dirname } from "node:path";
import { expect, test } from "vitest";
import { listProcesses } from "../../scripts/processes.mjs";
import { screenshots, useVsCode } from "./vs-code.ts";
import { until } from "./until.ts";

const vscode = useVsCode();
const file = "ai-service/Dockerfile";

test("a squiggle stands under what is wrong in the sample", async () => {
	const { workbench } = vscode;
	await workbench.openFile(file);
	await workbench.editor.locator(".squiggly-warning").first().waitFor();
});

test("the Problems panel names each rule, with a link to its page", async () => {
	const { workbench } = vscode;
	await workbench.openFile(file);
	await workbench.problems(/maintainer-instruction/, /from-latest-tag/);
	const link = workbench.page
		.locator(".markers-panel a.code-link, .markers-panel .marker-code a, .markers-panel a", { hasText: "maintainer-instruction" })
		.first();
	await link.waitFor();
});

test("hover explains an instruction in this file's terms", async () => {
	const { workbench } = vscode;
	await workbench.openFile(file);
	for (const theme of ["", "-light"]) {
		await workbench.hover("EXPOSE", /8000/);
		await workbench.page.screenshot({ path: `${screenshots}/hover${theme}.png` });
		await workbench.toggleTheme();
	}
});

test("hover on a problem explains its rule", async () => {
	const { workbench } = vscode;
	await workbench.openFile(file);
	for (const theme of ["", "-light"]) {
		await workbench.hover("MAINTAINER", /maintainer-instruction/);
		await workbench.page.screenshot({ path: `${screenshots}/language${theme}.png` });
		await workbench.toggleTheme();
	}
});

test("a quick fix mends the line, and the file on disk once it is saved", async () => {
	const { workbench } = vscode;
	await workbench.openFile(file);
	await workbench.goTo(2, 3);
	await workbench.quickFix(/label/i);
	await workbench.waitForText(/^LABEL org\.opencontainers\.image\.authors="AI team <ai-team@example\.com>"$/m);
	await workbench.save(file, /^LABEL org\.opencontainers\.image\.authors=/m);
	expect(await workbench.readFile(file)).not.toContain("MAINTAINER");
});

test("ignoring a problem on its line writes a comment above it, and the squiggle goes", async () => {
	const { workbench } = vscode;
	await workbench.openFile("chat/frontend/Dockerfile");
	const warnings = workbench.editor.locator(".squiggly-warning");
	await warnings.first().waitFor();
	await workbench.goTo(6, 2);
	await workbench.quickFix("Ignore add-instead-of-copy on this line");
	await workbench.waitForText(/^# hullwright ignore=add-instead-of-copy/m);
	// Those of other files stay.
	await until("the problem is gone", async () => {
		const rows = await workbench.problems(/add-instead-of-copy/);
		return !rows.some((row) => row.includes("“COPY” for “.”"));
	});
});

test("Fix All mends what is safe to mend", async () => {
	const { workbench } = vscode;
	await workbench.openFile("chat/backend/Dockerfile");
	await workbench.editor.locator(".squiggly-warning").first().waitFor();
	const fixed = /pip install --no-cache-dir -r requirements\.txt/;
	await until("all is fixed", async () => {
		// VS Code forgets what it was asked when problems arrive at that moment, and says that there is no action.
		await workbench.command("Fix All");
		return workbench.waitForText(fixed, 3000).then(
			() => true,
			() => false,
		);
	});
});

test("an action on a problem shows the page of its rule", async () => {
	const { workbench } = vscode;
	await workbench.openFile("chat/backend/Dockerfile");
	await workbench.goTo(1, 8);
	await workbench.quickFix("Show documentation for missing-user");
	await workbench.page.locator(".tab.active", { hasText: "missing-user" }).waitFor();
});

test("an empty Dockerfile offers hardened ones to begin with", async () => {
	const { workbench } = vscode;
	await workbench.command("File: New Untitled Text File");
	await workbench.command("Change Language Mode");
	await workbench.answer("Docker");
	await workbench.quickFix(/Insert Hardened.*Python/i);
	await workbench.waitForText(/^FROM python:/m);
});

test("an untitled Dockerfile is linted as it is typed", async () => {
	const { workbench } = vscode;
	await workbench.command("File: New Untitled Text File");
	await workbench.command("Change Language Mode");
	await workbench.answer("Docker");
	await workbench.page.keyboard.type("FROM debian:latest\n");
	await workbench.editor.locator(".squiggly-warning").first().waitFor();
	await workbench.problems(/from-latest-tag/);
});

test.skipIf(process.platform !== "linux")("a language server that crashes is started again, and says so", async () => {
	const { workbench } = vscode;
	await workbench.openFile("ai-service/Dockerfile");
	await workbench.editor.locator(".squiggly-warning").first().waitFor();
	const [first] = languageServers(workbench.folder);
	expect(first).toBeDefined();
	await workbench.goTo(2);
	process.kill(first ?? 0, "SIGKILL");
	// What is typed meanwhile cannot be sent, and must be no reason to give up.
	await workbench.page.keyboard.type("# typed while there is no server\n");
	await workbench.notification(/language server stopped unexpectedly and was started again/).waitFor();
	await until("another server runs", async () => languageServers(workbench.folder).some((pid) => pid !== first));

	// The new one knows the text as it is now.
	await workbench.page.keyboard.type("MAINTAINER Jo\n");
	await workbench.problems(/maintainer-instruction.*Ln 3/s);
});

/** The servers of this window: their program lies in its profile. */
function languageServers(folder: string): number[] {
	const profile = dirname(folder);
	return listProcesses()
		.filter(({ command }) => command.includes(profile) && command.includes("dist/server.js"))
		.map(({ pid }) => pid);
}
