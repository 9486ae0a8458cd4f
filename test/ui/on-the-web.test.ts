import { expect, test } from "vitest";
import { useVsCode } from "./vs-code.ts";
import { until } from "./until.ts";

const dockerfile = `FROM golang:1.26 AS build
COPY . /src
RUN   go build -o /ship /src

FROM debian:latest
MAINTAINER Jo
COPY --from=build /ship /ship
`;

const vscode = useVsCode({
	settings: { "editor.inlayHints.enabled": "off" },
	onTheWeb: {
		Dockerfile: dockerfile,
		"compose.yaml": 'version: "3"\nservices:\n  web:\n    image: nginx:1.31\n',
		".env.example": "# Which nginx.\nTAG=1.31\n",
		"docker-bake.hcl": 'target "app" {\n  inherits = ["ap"]\n}\n',
	},
});

async function open(name: string): Promise<void> {
	const { page } = vscode.workbench;
	await page.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).dblclick();
	await page.locator(".tab.active", { hasText: name }).waitFor();
}

test("in a window without a machine a Dockerfile is checked, explained, coloured and divided into stages", async () => {
	const { workbench } = vscode;
	await open("Dockerfile");
	await until("problems are underlined", async () => (await workbench.underlined()).includes("MAINTAINER"));
	await workbench.hover("COPY --from", /COPY/);
	const divided = (): Promise<number> =>
		workbench.editor
			.locator(".view-overlays .cdr")
			.evaluateAll((lines) => lines.filter((line) => line.ownerDocument.defaultView?.getComputedStyle(line).borderTopWidth === "1px").length);
	await until("a line stands above the second stage", async () => (await divided()) === 1);
	await workbench.pictures("on-the-web", ["dark"]);
});

test("so are Compose and bake files", async () => {
	const { workbench } = vscode;
	await open("compose.yaml");
	await workbench.editor.locator(".squiggly-inline-deprecated").first().waitFor();
	await open("docker-bake.hcl");
	await until("a target that there is not is underlined", async () => (await workbench.underlined()).includes("ap"));
});

test("a file of variables is made of its example there, too", async () => {
	const { workbench } = vscode;
	await open("compose.yaml");
	await workbench.command("Hullwright: Create .env from .env.example");
	await workbench.page.locator(".tab.active", { hasText: /^\.env$/ }).waitFor();
	await workbench.waitForText(/^# Which nginx\.\nTAG=1\.31$/m);
});

test("it is completed, renamed and formatted there", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await open("Dockerfile");
	await workbench.goTo(7, 13);
	await page.keyboard.press("Control+Space");
	await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "build" }).first().waitFor();
	await page.keyboard.press("Escape");
	await workbench.goTo(7, 14);
	await workbench.command("Rename Symbol");
	const name = page.locator(".rename-box .rename-input");
	await name.fill("maker");
	await name.press("Enter");
	await workbench.waitForText(/^COPY --from=maker/m);
	await workbench.command("Format Document");
	await workbench.waitForText(/^RUN go build/m);
	await workbench.waitForText(/AS maker$/m);
});

test("no view waits for an engine, and what needs one says that it is not here", async () => {
	const { workbench } = vscode;
	expect(await workbench.page.locator('.activitybar a[aria-label^="Hullwright"]').count()).toBe(0);
	await workbench.command("Hullwright: Add Docker Files");
	await workbench.notification(/In the browser Hullwright checks and completes files/).waitFor();
});

test("the server can be started anew there", async () => {
	const { workbench } = vscode;
	await open("Dockerfile");
	await workbench.command("Hullwright: Restart Language Server");
	await workbench.goTo(6, 14);
	await workbench.page.keyboard.type("\nMAINTAINER Al");
	await until("the new line is underlined, too", async () => (await workbench.underlined()).filter((text) => text === "MAINTAINER").length === 2);
});
