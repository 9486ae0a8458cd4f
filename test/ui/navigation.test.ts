import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "vitest";
import { hasEngine } from "./outside.ts";
import { useVsCode } from "./vs-code.ts";
import { until } from "./until.ts";

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

const built = `FROM busybox:test AS tools
RUN echo built > /tool

FROM tools
RUN true && \\
    cat /no-such-tool
`;

const bake = 'target "ship" {\n  target = "compiler"\n}\n';

const vscode = useVsCode({
	settings: { "hullwright.codeLens.buildStage": true, "editor.linkedEditing": true, "editor.formatOnType": true },
	async prepare(workspace) {
		await mkdir(join(workspace, "ship", ".devcontainer"), { recursive: true });
		await writeFile(join(workspace, "ship", "Dockerfile"), dockerfile);
		await writeFile(join(workspace, "ship", "build.Dockerfile"), built);
		await writeFile(join(workspace, "ship", "main.go"), "package main\n");
		await writeFile(join(workspace, "ship", "compose.yaml"), "services:\n  web:\n    build: { context: ., target: compiler }\n");
		await writeFile(join(workspace, "ship", "docker-bake.hcl"), bake);
		await writeFile(join(workspace, "ship", ".devcontainer", "devcontainer.json"), '{ "build": { "dockerfile": "image.txt" } } // ours\n');
		await writeFile(join(workspace, "ship", ".devcontainer", "image.txt"), "FROM debian:latest\n");
	},
});

/** A word of the editor, clicked with the key that makes a link of it. */
async function follow(word: string): Promise<void> {
	const { page } = vscode.workbench;
	const { x, y } = await vscode.workbench.placeOf(word);
	await page.mouse.move(0, 0);
	await page.keyboard.down("Control");
	await page.mouse.move(x, y);
	await vscode.workbench.editor.locator(".goto-definition-link, .detected-link-active").first().waitFor();
	await page.mouse.click(x, y);
	await page.keyboard.up("Control");
}

test("stages are divided, offered to be built, and highlighted where they are named, in dark and light", async () => {
	const { workbench } = vscode;
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
	await workbench.pictures("stages");
});

test("all places that name a stage are shown, those in Compose and bake files among them", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("ship/Dockerfile");
	await workbench.goTo(3, 26);
	await workbench.command("Go to References");
	const peek = page.locator(".peekview-widget");
	await peek.locator(".monaco-list-row", { hasText: "compose.yaml" }).waitFor();
	await peek.locator(".monaco-list-row", { hasText: "docker-bake.hcl" }).waitFor();
	await workbench.pictures("references", ["dark"]);
	await page.keyboard.press("Escape");
	await peek.waitFor({ state: "hidden" });
});

test("a selection grows by what is written: the word, the value, the instruction, the stage", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("ship/Dockerfile");
	await workbench.goTo(6, 43);
	const selected = async (): Promise<number> =>
		Number(/\((\d+) selected\)/.exec(await page.locator(".statusbar-item", { hasText: /^Ln/ }).innerText())?.[1] ?? 0);
	const sizes: number[] = [];
	for (let step = 0; step < 4; step++) {
		await page.keyboard.press("Shift+Alt+ArrowRight");
		await until("more is selected", async () => (await selected()) > (sizes.at(-1) ?? 0));
		sizes.push(await selected());
	}
	await workbench.pictures("selection", ["dark"]);
	await page.keyboard.press("Shift+Alt+ArrowLeft");
	await until("less is selected", async () => (await selected()) === sizes.at(-2));
});

test("stages are found in the whole workspace", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("README.md");
	await workbench.rest();
	await page.keyboard.press("Control+T");
	await workbench.question.locator("input").first().fill("#compil");
	await workbench.question.locator(".monaco-list-row", { hasText: "compiler" }).first().waitFor();
	await workbench.pictures("workspace-symbols", ["dark"]);
	await workbench.choose("compiler");
	await page.locator(".tab.active", { hasText: "Dockerfile" }).waitFor();
	await page.locator(".statusbar-item", { hasText: "Ln 3" }).waitFor();
});

test("a click with Ctrl leads from a stage to its FROM, from a source to its file, and images lead to their pages", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("ship/Dockerfile");
	await workbench.goTo(1);
	const links = workbench.editor.locator(".detected-link");
	await until("sources and images are links", async () => {
		const texts = (await links.allInnerTexts()).join(" ");
		return texts.includes("main.go") && texts.includes("golang");
	});
	await workbench.hover("golang", /Show this image's page in its registry/);
	await workbench.pictures("links", ["dark"]);
	await follow("compiler /ship");
	await page.locator(".statusbar-item", { hasText: "Ln 3" }).waitFor();
	await workbench.pictures("definition", ["dark"]);
	await follow("main.go");
	await page.locator(".tab.active", { hasText: "main.go" }).waitFor();
});

test("who types in a stage's name types in all places at once", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("ship/Dockerfile");
	await workbench.goTo(3, 30);
	await workbench.editor.locator(".linked-editing-decoration").first().waitFor();
	await page.keyboard.type("s");
	await workbench.waitForText(/AS compilers$/m);
	await workbench.waitForText(/--from=compilers /);
	await workbench.pictures("linked-editing", ["dark"]);
	await page.keyboard.press("Control+Z");
	await workbench.waitForText(/--from=compiler /);
});

test("the line after an instruction that went on begins at the margin, where lines are formatted while they are typed", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("ship/Dockerfile");
	await page.keyboard.press("Control+End");
	await page.keyboard.type("RUN true && \\", { delay: 60 });
	await page.keyboard.press("Enter");
	await page.keyboard.type("false", { delay: 60 });
	await page.keyboard.press("Enter");
	await page.locator(".statusbar-item", { hasText: /^Ln 14, Col 1$/ }).waitFor();
	await workbench.pictures("on-type", ["dark"]);
	for (let press = 0; press < 12; press++) await page.keyboard.press("Control+Z");
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
	await workbench.pictures("rename", ["dark"]);
	await name.press("Enter");
	await workbench.waitForText(/^COPY --from=maker/m);
	await workbench.waitForText(/AS maker$/m);
	await workbench.openFile("ship/compose.yaml");
	await workbench.waitForText(/target: maker/);
});

test("what cannot be renamed says why", async () => {
	const { workbench } = vscode;
	await workbench.openFile("ship/Dockerfile");
	await workbench.goTo(9, 8);
	await workbench.command("Rename Symbol");
	await workbench.page.locator(".monaco-editor-overlaymessage", { hasText: "is an image" }).waitFor();
	await workbench.pictures("rename-refused", ["dark"]);
});

test("what devcontainer.json names as its Dockerfile is one, whatever it is called", async () => {
	const { workbench } = vscode;
	await workbench.openFile("ship/.devcontainer/image.txt");
	await workbench.editor.locator(".squiggly-warning").first().waitFor();
	await workbench.page.locator(".statusbar-item", { hasText: "Docker" }).first().waitFor();
	await workbench.pictures("devcontainer", ["dark"]);
});

describe.skipIf(!hasEngine)("with an engine", () => {
	test("a stage is built from the line above it, and where a build fails is told at the line", async () => {
		const { workbench } = vscode;
		const { page } = workbench;
		await workbench.openFile("ship/build.Dockerfile");
		const lenses = workbench.editor.locator(".codelens-decoration a", { hasText: "Build this stage" });
		await until("both can be built", async () => (await lenses.count()) === 2);
		await lenses.first().click();
		const terminal = page.locator(".terminal-wrapper.active");
		await until("the first is built", async () => /\[tools 2\/2\].*Terminal will be reused/s.test(await terminal.innerText()));
		await workbench.command("Hullwright: Build Stage");
		await workbench.choose("The last stage");
		await until("the last fails", async () => /failed to solve/.test(await terminal.innerText()));
		await workbench.problems(/no-such-tool.*docker build\s*\[Ln 5/s);
		await workbench.pictures("build-stage-failed", ["dark"]);
	});
});
