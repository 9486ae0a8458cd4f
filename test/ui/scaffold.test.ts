import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useVsCode } from "./vs-code.ts";
import { until, type Workbench } from "./workbench.ts";

const vscode = useVsCode();

test("Add Docker Files previews, writes nothing before the last step, and what it writes has no problems", async () => {
	const { workbench } = vscode;
	await addDockerFilesTo(workbench, "search-api");
	await answerUntil(workbench, /Write Dockerfile/);
	expect(await filesOf(workbench, "search-api")).not.toContain("Dockerfile");
	// The preview stands behind the question.
	await workbench.waitForText(/^FROM /m);

	await workbench.choose(/Write Dockerfile/);
	await workbench.notification(/Written: Dockerfile/).waitFor();
	expect(await filesOf(workbench, "search-api")).toEqual(expect.arrayContaining([".dockerignore", "Dockerfile", "compose.yaml"]));
	const dockerfile = await workbench.readFile("search-api/Dockerfile");
	expect(dockerfile).toMatch(/^USER /m);
	expect(dockerfile).toMatch(/^HEALTHCHECK /m);
	await workbench.waitForText(/^FROM /m);

	// With one mistake of ours the linter is seen to be done, and to have found nothing else.
	await workbench.page.keyboard.press("Control+End");
	await workbench.page.keyboard.type("MAINTAINER Jo\n");
	await workbench.editor.locator(".squiggly-warning").first().waitFor();
	expect(await workbench.editor.locator(".squiggly-error, .squiggly-warning, .squiggly-info").count()).toBe(1);
});

test("Add Docker Files asks about a file that exists, and keeps it unless told otherwise", async () => {
	const { workbench } = vscode;
	const before = await workbench.readFile("ai-service/Dockerfile");
	await addDockerFilesTo(workbench, "ai-service");
	await answerUntil(workbench, /Keep it/);
	await workbench.choose(/Show the difference/);
	await workbench.page.locator(".tab.active", { hasText: /yours and Hullwright/ }).waitFor();
	await workbench.choose(/Keep it/);
	await workbench.choose(/Write \.dockerignore, compose\.yaml/);
	await workbench.notification(/Written: \.dockerignore, compose\.yaml/).waitFor();
	expect(await workbench.readFile("ai-service/Dockerfile")).toBe(before);
});

test("Add Docker Files that is given up writes nothing", async () => {
	const { workbench } = vscode;
	const before = await filesOf(workbench, "chat/backend");
	await addDockerFilesTo(workbench, "chat/backend");
	await workbench.question.waitFor();
	await workbench.page.keyboard.press("Escape");
	await workbench.question.waitFor({ state: "hidden" });
	expect(await filesOf(workbench, "chat/backend")).toEqual(before);
});

async function addDockerFilesTo(workbench: Workbench, project: string): Promise<void> {
	await workbench.command("Hullwright: Add Docker Files");
	await workbench.choose(project);
}

/** Takes what is suggested, question after question, until one offers `row`. */
async function answerUntil(workbench: Workbench, row: RegExp): Promise<void> {
	const title = workbench.question.locator(".quick-input-title");
	const offered = workbench.question.locator(".monaco-list-row", { hasText: row });
	for (let step = 0; step < 20; step++) {
		await until("the next question is there", async () => /\(\d+\/\d+\)/.test(await title.innerText()));
		if (await offered.count()) return;
		const before = await title.innerText();
		await workbench.page.keyboard.press("Enter");
		await until("the answer is taken", async () => (await title.innerText()) !== before);
	}
	throw new Error(`no question offered ${row}`);
}

async function filesOf({ folder }: Workbench, project: string): Promise<string[]> {
	return (await readdir(join(folder, project))).toSorted();
}
