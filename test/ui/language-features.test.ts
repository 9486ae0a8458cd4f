import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { screenshots, useVsCode } from "./vs-code.ts";
import { until } from "./until.ts";

const stages = `# syntax=docker/dockerfile:1
# What the service is built from.
# It needs a compiler.
FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN <<EOF
go build -o /ship .
EOF

FROM gcr.io/distroless/static:nonroot
ADD config.json /etc/
COPY --from=build /ship /ship
MAINTAINER Jo
CMD /ship --port 80
`;

const coloured = `# syntax=docker/dockerfile:1
ARG VERSION=1.26

# What the service is built from: it needs
# a compiler, and the sources.
FROM golang:\${VERSION} AS build
RUN --mount=type=cache,target=/root/.cache if [ -f go.mod ]; then \\
      go build -o /ship "$HOME/src" | tee build.log; fi
RUN <<EOF
#!/usr/bin/env python3
import json
print(json.dumps({"ship": 1}))
EOF
COPY <<EOF /etc/ship.json
{ "port": 80 }
EOF

FROM debian:13-slim
COPY --from=0 /ship /ship
EXPOSE 80/tcp
CMD ["/ship"]
`;

const vscode = useVsCode({
	async prepare(workspace) {
		await mkdir(join(workspace, "ship"));
		await mkdir(join(workspace, "colours"));
		await writeFile(join(workspace, "colours", "Dockerfile"), coloured);
		await writeFile(join(workspace, "ship", "Dockerfile"), stages);
		await writeFile(join(workspace, "ship", ".hullwright.yaml"), "");
		await writeFile(join(workspace, "ship", "new.Dockerfile"), "");
		await writeFile(join(workspace, "ship", "begun.Dockerfile"), stages);
		await writeFile(join(workspace, "ship", "compose.yaml"), 'version: "3.8"\nservices:\n  web:\n    image: nginx:1.31\n');
	},
});

test("a configuration is completed key by key, before any Dockerfile is open", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("ship/.hullwright.yaml");
	await workbench.editor.click();
	const rows = page.locator(".suggest-widget.visible .monaco-list-row");
	const take = async (label: string): Promise<void> => {
		await rows.filter({ hasText: label }).first().waitFor();
		await until(`${label} has the focus`, async () => (await page.locator(".suggest-widget .monaco-list-row.focused").innerText()).includes(label));
		await page.keyboard.press("Enter");
	};
	await until("what may stand there is shown", async () => {
		await page.keyboard.press("Control+Space");
		return rows
			.filter({ hasText: "preset" })
			.first()
			.waitFor({ timeout: 2000 })
			.then(
				() => true,
				() => false,
			);
	});
	await page.keyboard.type("rul");
	await take("rules");
	// What begins something asks for the rest by itself.
	await rows.filter({ hasText: "add-instead-of-copy" }).first().waitFor();
	await page.keyboard.type("DL4000");
	await rows.filter({ hasText: "maintainer-instruction" }).first().waitFor();
	await workbench.pictures("configuration", ["dark"]);
	await take("maintainer-instruction");
	await rows.filter({ hasText: "error" }).first().waitFor();
	await page.keyboard.type("of");
	await take("off");
	await expect.poll(() => workbench.editorText()).toBe("rules:\n  maintainer-instruction: off");
	await workbench.save("ship/.hullwright.yaml", /off/);
});

test("the outline shows the stages, and comments and here documents fold", async () => {
	const { workbench } = vscode;
	await workbench.openFile("ship/Dockerfile");
	await workbench.command("Explorer: Focus on Outline View");
	const entries = workbench.page.locator(".outline-pane .monaco-list-row, .outline-tree .monaco-list-row");
	await entries.filter({ hasText: "build" }).first().waitFor();
	await workbench.pictures("outline", ["dark"]);
	await workbench.command("View: Focus Active Editor Group");
	await workbench.command("Fold All Block Comments");
	await until("the comment is folded", async () => !(await workbench.editorText()).includes("It needs a compiler."));
	await workbench.command("Fold Level 1");
	await until("the stages are folded", async () => !(await workbench.editorText()).includes("WORKDIR"));
	await workbench.pictures("folded", ["dark"]);
	await workbench.command("Unfold All");
	await workbench.waitForText(/WORKDIR/);
});

test("Fix All in This File mends what is safe and says what it left, and why", async () => {
	const { workbench } = vscode;
	await workbench.openFile("ship/Dockerfile");
	await workbench.editor.locator(".squiggly-warning").first().waitFor();
	await workbench.command("Hullwright: Fix All in This File");
	await workbench.waitForText(/^COPY config\.json/m);
	const told = workbench.notification(/Fixed 1 problem\. Left to you, for the fix may change the image: shell-form-command in line 15\./);
	await told.waitFor();
	await workbench.pictures("fix-all", ["dark"]);
	await workbench.command("Hullwright: Fix All in This File");
	await workbench.notification(/Nothing to fix|Nothing was fixed/).waitFor();
});

test("a file that was just made is not greeted by an error", async () => {
	const { workbench } = vscode;
	await workbench.openFile("ship/new.Dockerfile");
	await workbench.editor.click();
	await workbench.page.keyboard.type("FROM debian:latest\n");
	await workbench.editor.locator(".squiggly-error, .squiggly-warning").first().waitFor();
	await workbench.page.keyboard.press("Control+A");
	await workbench.page.keyboard.press("Delete");
	await workbench.editor.locator(".squiggly-error, .squiggly-warning").first().waitFor({ state: "hidden" });
	await expect.poll(() => workbench.editorText()).toBe("");
});

test("a Compose file's obsolete version is struck through, and a quick fix takes it away", async () => {
	const { workbench } = vscode;
	await workbench.openFile("ship/compose.yaml");
	const struck = workbench.editor.locator(".squiggly-inline-deprecated");
	await struck.first().waitFor();
	await expect.poll(async () => (await struck.allInnerTexts()).join("")).toMatch(/^version:\s"3\.8"$/);
	await workbench.goTo(1, 2);
	await workbench.openQuickFixes("Remove “version”");
	await workbench.pictures("compose", ["dark"]);
	await workbench.page.keyboard.press("Escape");
	await workbench.quickFix("Remove “version”");
	await struck.first().waitFor({ state: "hidden" });
	await workbench.waitForText(/^services:/);
	await workbench.save("ship/compose.yaml", /^services:/);
});

test("what may be written is offered and explained, and the form of an instruction is shown", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("ship/begun.Dockerfile");
	// Until the server is there nobody knows after which characters to ask it.
	await workbench.editor.locator(".squiggly-warning").first().waitFor();
	await workbench.editor.click();
	await page.keyboard.press("Control+End");
	const rows = page.locator(".suggest-widget.visible .monaco-list-row");
	await page.keyboard.type("COPY --from=");
	await rows.filter({ hasText: "build" }).first().waitFor();
	await page.keyboard.press("Escape");
	await page.keyboard.press("Control+Shift+Space");
	const hints = page.locator(".parameter-hints-widget.visible");
	await hints.filter({ hasText: "STAGE|CONTEXT|IMAGE" }).waitFor();
	await workbench.pictures("signature", ["dark"]);
	await page.keyboard.press("Control+Space");
	await rows.filter({ hasText: "build" }).first().waitFor();
	await workbench.pictures("completion", ["dark"]);
	await page.keyboard.type("bui");
	await page.keyboard.press("Enter");
	await page.keyboard.type(" /sh");
	await rows.filter({ hasText: "/ship" }).first().waitFor();
	await workbench.waitForText(/^COPY --from=build \/sh$/m);
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

test("words are coloured by what they mean, here documents by their language, and hints say what is set elsewhere", async () => {
	const { workbench } = vscode;
	await workbench.openFile("colours/Dockerfile");
	const words = ["FROM", "golang", "build", "go", "if", "import", "EXPOSE"];
	await until("the program in RUN has a colour of its own", async () => {
		const { go, FROM, golang } = await coloursOf(words);
		return go !== undefined && golang !== undefined && go !== FROM && golang !== FROM;
	});
	const hints = workbench.editor.locator(".view-line").filter({ hasText: /golang.*=\sgolang:1\.26/ });
	await hints.first().waitFor();
	await workbench.editor
		.locator(".view-line")
		.filter({ hasText: /--from=0.*:\sbuild/ })
		.first()
		.waitFor();
	await workbench.editor
		.locator(".view-line")
		.filter({ hasText: /CMD.*as\sroot/ })
		.first()
		.waitFor();
	let dark = await coloursOf(words);
	await until("words that mean different things have different colours", async () => {
		dark = await coloursOf(words);
		return new Set([dark["FROM"], dark["golang"], dark["go"], dark["import"]]).size > 3;
	});
	await workbench.page.screenshot({ path: `${screenshots}/colours-dark.png` });
	await workbench.toggleTheme();
	await until("the colours are those of a light theme", async () => (await coloursOf(words))["go"] !== dark["go"]);
	await workbench.page.screenshot({ path: `${screenshots}/colours-light.png` });
	await workbench.toggleTheme();
});
