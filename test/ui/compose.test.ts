import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { hasEngine } from "./outside.ts";
import { screenshots, useVsCode } from "./vs-code.ts";
import { until } from "./until.ts";

/** A project of several files. */
const project = {
	".env": "POSTGRES=17.2\n",
	"compose.yaml": `include: [data.yaml]
services:
  web:
    image: nginx:1.29
    depends_on:
      db:
        condition: service_healthy
    restart: unless-stopped
`,
	"compose.override.yaml": "services:\n  web:\n    restart: 'no'\n    environment:\n      URL: http://db:5432/\n",
	"data.yaml": 'services:\n  db:\n    image: "postgres:${POSTGRES:-16}"\n    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/db\n',
};

const stack = `services:
  web:
    image: nginx:1.31
    environment:
      - NAME=shop # ours
      - PORT=8080
    ports:
      - "8080:80"
`;

/** Mistakes of which Hullwright mends the first by itself. */
const mistakes = `version: "3.8"
services:
  web:
    image: nginx:1.31
    restart: unless_stopped
    volumes:
      - data:/srv
`;

const parts = `services:
  web:
    image: nginx:1.31
    depends_on:
      - db
    
  db:
    image: postgres:18
    volumes: [store:/var/lib/postgresql]
volumes:
  store:
`;

const refused = "services:\n  web:\n    image: nginx:1.31\n    restart: [always]\n";

const example = "# Which nginx.\nTAG=1.31 # ours\n";
const tagged = "services:\n  web:\n    image: nginx:${TAG:?say which}\n    env_file: conf/web.env\n";

const vscode = useVsCode({
	async prepare(workspace) {
		const files: Readonly<Record<string, string>> = {
			...Object.fromEntries(["shop", "renamed"].flatMap((folder) => Object.entries(project).map(([name, text]) => [`${folder}/${name}`, text]))),
			"ship/stack.yaml": stack,
			"ship/other.yaml": stack,
			"ship/compose.yaml": "services:\n  web:\n    image: nginx:1.27\n  \n",
			"ship/docker-compose.yml": "services:\n  web:\n    image: nginx:1.27\n  docker run -d -p 127.0.0.1:6379:6379 -v cache:/data redis:8\n",
			"mended/compose.yaml": mistakes,
			"refused/compose.yaml": refused,
			"parts/compose.yaml": parts,
			"variables/compose.yaml": tagged,
			"variables/.env.example": example,
			"variables/conf/web.env.dist": "LEVEL=info\n",
		};
		for (const [name, text] of Object.entries(files)) {
			await mkdir(dirname(join(workspace, name)), { recursive: true });
			await writeFile(join(workspace, name), text);
		}
	},
});

const suggestions = () => vscode.workbench.page.locator(".suggest-widget.visible .monaco-list-row");

/** The menu is not shown where problems arrive at that moment. */
async function openRefactorings(title: string): Promise<void> {
	await until(`${title} is offered`, async () => {
		await vscode.workbench.command("Refactor...");
		return vscode.workbench.page
			.locator(".action-widget", { hasText: title })
			.waitFor({ timeout: 3000 })
			.then(
				() => true,
				() => false,
			);
	});
}

/** Types a word, and asks what it may become until that is among it: the first answer may come before the server is there. */
async function suggest(word: string, label: string): Promise<void> {
	const { keyboard } = vscode.workbench.page;
	await keyboard.type(word);
	await until(`${label} is suggested`, async () => {
		await keyboard.press("Control+Space");
		const wanted = suggestions().filter({ hasText: label }).first();
		return wanted.waitFor({ timeout: 2000 }).then(
			() => true,
			() => false,
		);
	});
}

test("keys are completed where they are written, and parts of a service whole", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("parts/compose.yaml");
	await workbench.goTo(6, 5);
	await suggest("health", "healthcheck: curl");
	await expect.poll(() => suggestions().first().innerText()).toMatch(/^healthcheck$/m);
	await workbench.pictures("compose-completion", ["dark"]);
	await page.keyboard.press("Escape");
	for (let letter = 0; letter < "health".length; letter++) await page.keyboard.press("Backspace");
	await suggest("limit", "mem_limit, cpus, pids_limit");
	await suggestions().filter({ hasText: "mem_limit, cpus, pids_limit" }).first().click();
	await workbench.waitForText(/^ {4}mem_limit: 512m\n {4}cpus: "1"\n {4}pids_limit: 200$/m);
	// Its gaps are filled one after the other.
	await page.keyboard.type("1g");
	await page.keyboard.press("Tab");
	await page.keyboard.type("2");
	await page.keyboard.press("Escape");
	await workbench.waitForText(/^ {4}mem_limit: 1g\n {4}cpus: "2"$/m);
	await page.keyboard.press("End");
	await page.keyboard.press("Enter");
	await suggest("secre", "secrets: file");
	await workbench.pictures("compose-fragment", ["dark"]);
	await suggestions().filter({ hasText: "secrets: file" }).first().click();
	await workbench.waitForText(/^ {4}secrets:\n {6}- web-password$/m);
	await workbench.waitForText(/^secrets:\n {2}web-password:\n {4}file: \.\/secrets\/web-password\.txt$/m);
});

test("a service waits until another is healthy, which gets the check that its image can answer", async () => {
	const { workbench } = vscode;
	await workbench.openFile("parts/compose.yaml");
	await workbench.goTo(5, 9);
	await openRefactorings("Wait until “db” is healthy");
	await workbench.pictures("compose-wait", ["dark"]);
	await workbench.chooseCodeAction("Wait until “db” is healthy");
	await workbench.waitForText(/^ {6}db:\n {8}condition: service_healthy$/m);
	await workbench.waitForText(/^ {6}test: .*pg_isready/m);
});

test("a problem is mended by the light bulb, and all that is safe to mend at once", async () => {
	const { workbench } = vscode;
	await workbench.openFile("mended/compose.yaml");
	await workbench.editor.locator(".squiggly-error").first().waitFor();
	await workbench.goTo(7, 12);
	const action = workbench.page.locator(".action-widget .monaco-list-row.action", { hasText: "Define “data” under “volumes”" });
	// As somebody does who uses the mouse alone. The bulb of the line before may still be there.
	await until("the light bulb of the line shows its actions", async () => {
		await workbench.page.keyboard.press("Escape");
		await workbench.editor.locator(".lightbulb-glyph-margin, .lightBulbWidget").first().click();
		return action.waitFor({ timeout: 2000 }).then(
			() => true,
			() => false,
		);
	});
	await workbench.pictures("compose-fix", ["dark"]);
	await workbench.chooseCodeAction("Define “data” under “volumes”");
	await workbench.waitForText(/^volumes:\n {2}data:$/m);
	await workbench.goTo(5, 16);
	await workbench.quickFix("Change it to unless-stopped");
	await workbench.waitForText(/^ {4}restart: unless-stopped$/m);
	await workbench.command("Hullwright: Fix All in This File");
	await workbench.notification(/Fixed 1 problem/).waitFor();
	await workbench.waitForText(/^services:/);
});

test("a file of variables is made of its example, where it is missed and by its context menu, and never overwritten", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("variables/compose.yaml");
	await workbench.editor.locator(".squiggly-error").first().waitFor();
	await workbench.goTo(3, 22);
	await workbench.openQuickFixes("Create “.env” from “.env.example”");
	await workbench.pictures("compose-create-env", ["dark"]);
	await page.keyboard.press("Escape");
	await workbench.quickFix("Create “.env” from “.env.example”");
	await page.locator(".tab.active", { hasText: /^\.env$/ }).waitFor();
	expect(await workbench.readFile("variables/.env")).toBe(example);
	await writeFile(join(workbench.folder, "variables/.env.example"), `${example}PORT=8080\n`);
	await workbench.openFile("variables/compose.yaml");
	await workbench.goTo(4, 20);
	await workbench.quickFix("Create “conf/web.env” from “conf/web.env.dist”");
	await page.locator(".tab.active", { hasText: "web.env" }).waitFor();
	expect(await workbench.readFile("variables/conf/web.env")).toBe("LEVEL=info\n");
	await workbench.contextMenu(page.locator(".explorer-folders-view .monaco-list-row", { hasText: ".env.example" }), "Create .env from .env.example");
	await workbench.notification("“.env” is there and stays as it is. It lacks PORT.").waitFor();
	await workbench.pictures("compose-env-kept", ["dark"]);
	expect(await workbench.readFile("variables/.env")).toBe(example);
});

test("what Compose makes of a file is shown beside it, as a diff", async () => {
	const { workbench } = vscode;
	await workbench.openFile("shop/compose.yaml");
	await workbench.command("Hullwright: Compare with Resolved Project");
	const changed = workbench.page.locator(".editor-group-container.active .monaco-diff-editor .modified .view-lines");
	await changed.filter({ hasText: "postgres:17.2" }).first().waitFor();
	await workbench.pictures("compose-resolved", ["dark"]);
	await workbench.command("View: Close Editor");
});

test("a hover says what a key means, and what another file makes of it", async () => {
	const { workbench } = vscode;
	await workbench.openFile("shop/compose.yaml");
	for (const theme of ["", "-light"]) {
		await workbench.hover("restart", /In the project it is\s*no\s*, by\s*compose\.override\.yaml/);
		await workbench.page.screenshot({ path: `${screenshots}/compose-hover${theme}.png` });
		await workbench.toggleTheme();
	}
});

test("a service is renamed in all files of its project", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("renamed/compose.yaml");
	await workbench.goTo(6, 8);
	await page.keyboard.press("F2");
	const input = page.locator(".rename-box input");
	await input.waitFor();
	await input.fill("store");
	await page.keyboard.press("Enter");
	// What may be a host is shown first, and left out unless somebody wants it.
	const preview = page.locator(".refactor-preview, .bulk-edit-panel");
	await preview.filter({ hasText: "URL: http://" }).waitFor();
	await workbench.pictures("compose-rename", ["dark"]);
	await preview.getByRole("button", { name: "Apply" }).click();
	await workbench.waitForText(/store:/);
	await workbench.openFile("renamed/data.yaml");
	await workbench.waitForText(/store:/);
	await workbench.pictures("compose-renamed", ["dark"]);
	expect(await workbench.readFile("renamed/compose.override.yaml")).toContain("http://db:5432/");
});

test("a YAML file that is a Compose file by what it holds is offered to be one, once", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("ship/other.yaml");
	await workbench.notification(/other\.yaml.* looks like a Compose file/).waitFor();
	await page.locator(".notification-toast").getByRole("button", { name: "Leave as YAML" }).click();
	await workbench.openFile("ship/stack.yaml");
	await workbench.notification(/stack\.yaml.* looks like a Compose file/).waitFor();
	await workbench.pictures("compose-by-content", ["dark"]);
	await page.locator(".notification-toast").getByRole("button", { name: "Treat as Compose" }).click();
	await page.locator(".statusbar-item", { hasText: /^Compose$/ }).waitFor();
	await workbench.openFile("ship/other.yaml");
	await page.locator(".statusbar-item", { hasText: /^YAML$/ }).waitFor();
	await workbench.openFile("ship/stack.yaml");
	await page.locator(".statusbar-item", { hasText: /^Compose$/ }).waitFor();
	expect(await page.locator(".notification-toast").count()).toBe(0);
});

test("a list is written as a mapping, and its variables move to a file", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("ship/stack.yaml");
	await workbench.goTo(4, 6);
	await openRefactorings("Write “environment” as a mapping");
	await workbench.pictures("compose-refactor", ["dark"]);
	await workbench.chooseCodeAction("Write “environment” as a mapping");
	await until("the mapping", async () => /NAME: shop # ours/.test((await page.locator(".view-lines").first().innerText()).replaceAll("\u00a0", " ")));
});

test("the name of a usual service brings it whole, and one undo takes all of it back", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	const text = async (): Promise<string> => (await page.locator(".view-lines").first().innerText()).replaceAll("\u00a0", " ");
	await workbench.openFile("ship/compose.yaml");
	await workbench.goTo(4, 3);
	await suggest("postg", "a hardened service");
	await workbench.pictures("compose-hardened-service", ["dark"]);
	await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "a hardened service" }).first().click();
	// The end of it is in sight.
	await until("its secret", async () => /secrets\/postgres-password\.txt/.test(await text()));
	await page.keyboard.press("Control+Z");
	await until("the name alone", async () => /nginx:1\.27/.test(await text()) && /postg$/m.test(await text()) && !/postgres/.test(await text()));
});

test("a pasted docker run becomes a service", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("ship/docker-compose.yml");
	await workbench.goTo(4, 6);
	await openRefactorings("Make a service of this “docker run”");
	await workbench.pictures("compose-pasted-run", ["dark"]);
	await workbench.chooseCodeAction("Make a service of this “docker run”");
	await until("the service", async () => /image: redis:8/.test((await page.locator(".view-lines").first().innerText()).replaceAll("\u00a0", " ")));
});

test.skipIf(!hasEngine)(
	"Docker Compose itself is asked, and what it says is shown at its place",
	async () => {
		const { workbench } = vscode;
		await workbench.openFile("refused/compose.yaml");
		await until("Hullwright has said it already", async () => (await workbench.problems(/restart/)).length > 0);
		await workbench.command("Hullwright: Check with Docker Compose");
		await until("its words are there", async () => (await workbench.problems(/services\.web\.restart/)).length > 0, 60_000);
		// Where it is shown nothing is selected, over which somebody would write who types just then.
		await workbench.page.locator(".statusbar-item", { hasText: /^Ln 4, Col \d+$/ }).waitFor();
		await workbench.pictures("compose-checked-by-docker");
		await workbench.goTo(4, 14);
		for (const key of ["Shift+End", "Backspace"]) await workbench.page.keyboard.press(key);
		await workbench.page.keyboard.type("always");
		await workbench.command("Hullwright: Check with Docker Compose");
		await workbench.notification("Docker Compose accepts compose.yaml.").waitFor({ timeout: 60_000 });
	},
	180_000,
);
