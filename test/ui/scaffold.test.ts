import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useVsCode } from "./vs-code.ts";
import { until } from "./until.ts";
import type { Workbench } from "./workbench.ts";

const vscode = useVsCode({
	// A project that needs variables, and a script that nothing points to.
	async prepare(workspace) {
		await mkdir(join(workspace, "jobs"));
		await writeFile(join(workspace, "jobs", "requirements.txt"), "celery\n");
		await writeFile(join(workspace, "jobs", "queue.py"), 'import os\nfrom celery import Celery\n\napp = Celery("jobs", broker=os.environ["BROKER_URL"])\n');
		await mkdir(join(workspace, "shop-window"));
		await writeFile(join(workspace, "shop-window", "package.json"), '{ "name": "shop-window" }\n');
	},
});

test("Add Docker Files takes all that was found, writes nothing before the last step, and what it writes has no problems", async () => {
	const { workbench } = vscode;
	await addDockerFilesTo(workbench, "search-api");
	await workbench.choose(/Take All That Was Found/);
	await fileRow(workbench, "Dockerfile").waitFor();
	expect(await filesOf(workbench, "search-api")).not.toContain("Dockerfile");
	// The preview stands behind the question.
	await workbench.waitForText(/^FROM /m);

	await confirm(workbench);
	await workbench.notification(/Written: Dockerfile, \.dockerignore, compose\.yaml/).waitFor();
	expect(await filesOf(workbench, "search-api")).toEqual(expect.arrayContaining([".dockerignore", "Dockerfile", "compose.yaml"]));
	const dockerfile = await workbench.readFile("search-api/Dockerfile");
	expect(dockerfile).toMatch(/^USER /m);
	expect(dockerfile).toMatch(/^HEALTHCHECK /m);
	await workbench.waitForText(/^FROM /m);
	// What comes next is offered.
	for (const action of ["Build", "Run"]) await workbench.page.locator(".notification-toast").getByRole("button", { name: action, exact: true }).waitFor();

	// With one mistake of ours the linter is seen to be done, and to have found nothing else.
	await workbench.page.keyboard.press("Control+End");
	await workbench.page.keyboard.type("MAINTAINER Jo\n");
	await workbench.editor.locator(".squiggly-warning").first().waitFor();
	await expect.poll(() => workbench.editor.locator(".squiggly-error, .squiggly-warning, .squiggly-info").count()).toBe(1);
});

test("Add Docker Files shows what it found and what it guessed, and an answer can be changed", async () => {
	const { workbench } = vscode;
	await addDockerFilesTo(workbench, "jobs");
	const rows = workbench.question.locator(".monaco-list-row");
	await rows.filter({ hasText: "Celery in queue.py" }).first().waitFor();
	await rows
		.filter({ hasText: /3\.14.*a guess/s })
		.first()
		.waitFor();
	await rows.filter({ hasText: /Needed from the environment.*BROKER_URL/s }).waitFor();

	await workbench.choose(/Which version of Python/);
	// The list whose place the question takes has an input, too.
	await workbench.question.locator(".quick-input-message", { hasText: "Which version of Python?" }).waitFor();
	await workbench.answer("3.13");
	await rows.filter({ hasText: /3\.13.*your answer/s }).waitFor();
	await workbench.choose(/Take All That Was Found/);
	await fileRow(workbench, "Dockerfile").waitFor();
	// One of the files is left out.
	await fileRow(workbench, "compose.yaml").click();
	await confirm(workbench);
	await workbench.notification(/Written: Dockerfile, \.dockerignore\..*BROKER_URL/).waitFor();
	expect(await filesOf(workbench, "jobs")).toEqual([".dockerignore", "Dockerfile", "queue.py", "requirements.txt"]);
	const dockerfile = await workbench.readFile("jobs/Dockerfile");
	expect(dockerfile).toContain("ARG PYTHON_VERSION=3.13");
	expect(dockerfile).toContain('CMD ["celery", "-A", "queue:app", "worker"');
});

test("Add Docker Files leaves a file that exists as it is unless it is ticked", async () => {
	const { workbench } = vscode;
	const before = await workbench.readFile("ai-service/Dockerfile");
	await addDockerFilesTo(workbench, "ai-service");
	await workbench.choose(/Take All That Was Found/);
	await fileRow(workbench, "Dockerfile").filter({ hasText: "exists and is kept" }).waitFor();
	await workbench.page.locator(".tab.active", { hasText: /yours and Hullwright/ }).waitFor();
	await confirm(workbench);
	await workbench.notification(/Written: \.dockerignore, compose\.yaml/).waitFor();
	expect(await workbench.readFile("ai-service/Dockerfile")).toBe(before);
});

test("Add Docker Files says at once what it cannot write for, and what it can", async () => {
	const { workbench } = vscode;
	await workbench.page.keyboard.press("Control+Shift+E");
	await workbench.contextMenu(workbench.page.locator(".explorer-folders-view .monaco-list-row", { hasText: "shop-window" }), "Add Docker Files");
	await workbench.notification(/writes Docker files for Python projects so far\. In shop-window it sees Node\.js \(package\.json\)/).waitFor();
	expect(await filesOf(workbench, "shop-window")).toEqual(["package.json"]);
});

test("Add Docker Files lists what it cannot write for beside what it can", async () => {
	const { workbench } = vscode;
	await workbench.command("Hullwright: Add Docker Files");
	await workbench.choose(/shop-window.*not supported yet: Node\.js \(shop-window\/package\.json\)/);
	await workbench.notification(/for Python projects so far\..*it sees Node\.js \(shop-window\/package\.json\)/).waitFor();
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
	await until("the answers are shown", async () => /\(1\/2\)/.test(await titleOf(workbench)));
}

/** Enter, in the list of files. */
async function confirm(workbench: Workbench): Promise<void> {
	await until("the files are listed", async () => /\(2\/2\)/.test(await titleOf(workbench)));
	await workbench.confirm();
}

const titleOf = (workbench: Workbench): Promise<string> => workbench.question.locator(".quick-input-title").innerText();

const fileRow = (workbench: Workbench, name: string) =>
	workbench.question.locator(".monaco-list-row").filter({ has: workbench.page.locator(".label-name", { hasText: new RegExp(`^${name}$`) }) });

async function filesOf({ folder }: Workbench, project: string): Promise<string[]> {
	return (await readdir(join(folder, project))).toSorted();
}
