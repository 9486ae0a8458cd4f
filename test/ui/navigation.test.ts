import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { screenshots, useVsCode } from "./vs-code.ts";
import { until } from "./workbench.ts";

const dockerfile = `# syntax=docker/dockerfile:1
ARG GO=1.26
FROM golang:\${GO} AS compiler
ARG VERSION=1
COPY main.go /src/
RUN go build -ldflags "-X main.version=$VERSION" -o /ship /src

# What is shipped.
FROM gcr.io/distroless/static:nonroot
COPY --from=compiler /ship /ship
CMD ["/ship"]
`;

const vscode = useVsCode({
	settings: { "hullwright.codeLens.buildStage": true },
	async prepare(workspace) {
		await mkdir(join(workspace, "ship"));
		await writeFile(join(workspace, "ship", "Dockerfile"), dockerfile);
		await writeFile(join(workspace, "ship", "main.go"), "package main\n");
		await writeFile(join(workspace, "ship", "compose.yaml"), "services:\n  web:\n    build: { context: ., target: compiler }\n");
	},
});

test("stages are divided, offered to be built, and highlighted where they are named, in dark and light", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("ship/Dockerfile");
	await workbench.waitForText(/distroless/);
	const lenses = workbench.editor.locator(".codelens-decoration", { hasText: "Build this stage" });
	await until("two stages can be built", async () => (await lenses.count()) === 2);
	const divided = (): Promise<number> =>
		workbench.editor
			.locator(".view-overlays .cdr")
			.evaluateAll((lines) => lines.filter((line) => line.ownerDocument.defaultView?.getComputedStyle(line).borderTopWidth === "1px").length);
	await until("a line stands above the second stage", async () => (await divided()) === 1);
	await workbench.goTo(10, 15);
	await until("the name is highlighted in both places", async () => (await workbench.editor.locator(".wordHighlight, .wordHighlightStrong").count()) >= 2);
	await page.screenshot({ path: `${screenshots}/stages.png` });
	await workbench.command("Preferences: Toggle between Light/Dark Themes");
	await page.locator(".monaco-workbench.vs").waitFor();
	await page.screenshot({ path: `${screenshots}/stages-light.png` });
});

test("a stage leads to its FROM, and another name for it goes to the Compose file, too", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("ship/Dockerfile");
	await workbench.goTo(10, 15);
	await workbench.command("Go to Definition");
	await page.getByRole("button", { name: /^Ln 3, Col 2/ }).waitFor();
	await workbench.command("Rename Symbol");
	const name = page.locator(".rename-box .rename-input");
	await name.fill("maker");
	await name.press("Enter");
	await workbench.waitForText(/^COPY --from=maker/m);
	expect(await workbench.editorText()).toContain("AS maker");
	await workbench.openFile("ship/compose.yaml");
	await workbench.waitForText(/target: maker/);
});

test("what cannot be renamed says why", async () => {
	const { workbench } = vscode;
	await workbench.openFile("ship/Dockerfile");
	await workbench.goTo(9, 8);
	await workbench.command("Rename Symbol");
	await workbench.page.locator(".monaco-editor-overlaymessage", { hasText: "is an image" }).waitFor();
	await workbench.page.screenshot({ path: `${screenshots}/rename-refused.png` });
});
