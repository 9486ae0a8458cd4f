import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useVsCode } from "./vs-code.ts";
import { until } from "./until.ts";

const dockerfile = `ARG GO=1.26
FROM golang:\${GO} AS build
COPY . /src
RUN go build -o /ship /src

FROM gcr.io/distroless/static:nonroot AS app
COPY --from=build /ship /ship
`;

const bake = `variable "REGISTRY" {
  default = "example.com/ship"
}

function "tag" {
  params = [name]
  result = ["\${REGISTRY}/\${name}:\${lower("LATEST")}"]
}

group "default" {
  targets = ["app"]
}

# What is shipped.
target "app" {
  target = "app"
  tags = tag("app")
  cache-from = ["type=registry,ref=\${REGISTRY}/cache"]
  args = {
    GO = "1.25"
  }
}
`;

const vscode = useVsCode({
	settings: { "hullwright.codeLens.buildStage": true },
	async prepare(workspace) {
		for (const folder of ["ship", "rough", "renamed", "begun"]) await mkdir(join(workspace, folder));
		for (const folder of ["ship", "renamed", "begun"]) await writeFile(join(workspace, folder, "Dockerfile"), dockerfile);
		await writeFile(join(workspace, "ship", "docker-bake.hcl"), bake);
		await writeFile(
			join(workspace, "rough", "docker-bake.hcl"),
			'target "app" {\n    dockerfile-inline="FROM debian:13"\n    tags=[ "ship:1","ship" ]   # all\n}\n',
		);
		await writeFile(join(workspace, "renamed", "docker-bake.hcl"), 'target "app" {\n  target = "app"\n}\n');
		await writeFile(join(workspace, "begun", "docker-bake.hcl"), 'target "app" {\n  target = "app"\n}\n\n');
	},
});

/** The colours of the words as they are shown, by word. */
async function coloursOf(words: readonly string[]): Promise<Record<string, string>> {
	return vscode.workbench.editor.evaluate((editor, wanted) => {
		const found: Record<string, string> = {};
		for (const span of editor.querySelectorAll(".view-line span span")) {
			const word = (span.textContent ?? "").trim();
			if (wanted.includes(word)) found[word] ??= span.ownerDocument.defaultView?.getComputedStyle(span).color ?? "";
		}
		return found;
	}, words as string[]);
}

test("targets can be built, checked and printed, names have colours, and hints say what values come to", async () => {
	const { workbench } = vscode;
	await workbench.openFile("ship/docker-bake.hcl");
	const lenses = workbench.editor.locator(".codelens-decoration", { hasText: /Build.*Check.*Print/ });
	await until("the group and the target can be built", async () => (await lenses.count()) === 2);
	await workbench.waitForText(/"1\.25"\s*default 1\.26/);
	await workbench.waitForText(/\/cache"\]?\s*= type=registry,ref=example\.com\/ship\/cache/);
	await until("a target's name has another colour than other strings", async () => {
		const { app, ...others } = await coloursOf(["app", '"1.25"']);
		return app !== undefined && others['"1.25"'] !== undefined && app !== others['"1.25"'];
	});
	await workbench.pictures("bake-language");
});

test("Format Document sets what follows each other below each other", async () => {
	const { workbench } = vscode;
	await workbench.openFile("rough/docker-bake.hcl");
	await until("the server has looked at it", async () => (await workbench.editor.locator(".codelens-decoration", { hasText: "Build" }).count()) === 1);
	await workbench.command("Format Document");
	await workbench.save("rough/docker-bake.hcl", /^ {2}tags {14}= \["ship:1", "ship"\] # all$/m);
	expect(await workbench.readFile("rough/docker-bake.hcl")).toBe(
		'target "app" {\n  dockerfile-inline = "FROM debian:13"\n  tags              = ["ship:1", "ship"] # all\n}\n',
	);
	await workbench.pictures("bake-formatted", ["dark"]);
});

test("a stage that is renamed in the bake file is renamed in the Dockerfile", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("renamed/docker-bake.hcl");
	await until("the server has looked at it", async () => (await workbench.editor.locator(".codelens-decoration", { hasText: "Build" }).count()) === 1);
	await workbench.goTo(2, 14);
	await page.keyboard.press("F2");
	const input = page.locator(".rename-box input");
	await input.waitFor();
	await input.fill("shipped");
	await page.keyboard.press("Enter");
	await workbench.waitForText(/target = "shipped"/);
	await workbench.openFile("renamed/Dockerfile");
	await workbench.waitForText(/nonroot AS shipped/);
	await workbench.pictures("bake-renamed", ["dark"]);
});

test("a target for a stage that none builds is suggested", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("begun/docker-bake.hcl");
	await until("the server has looked at it", async () => (await workbench.editor.locator(".codelens-decoration", { hasText: "Build" }).count()) === 1);
	await workbench.goTo(5, 1);
	await page.keyboard.type("target", { delay: 60 });
	await page.keyboard.press("Escape");
	await workbench.command("Trigger Inline Suggestion");
	await until("the rest is shown", async () => (await workbench.editor.locator(".ghost-text, .ghost-text-decoration, .suggest-preview-text").count()) > 0);
	await workbench.pictures("bake-suggested", ["dark"]);
	await page.keyboard.press("Tab");
	await workbench.waitForText(/target "build" \{\s+target = "build"/);
});
