import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { screenshots, useVsCode } from "./vs-code.ts";
import { until } from "./workbench.ts";

const text = `# syntax=docker/dockerfile:1
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
		await mkdir(join(workspace, "colours"));
		await writeFile(join(workspace, "colours", "Dockerfile"), text);
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
	const dark = await coloursOf(words);
	expect(new Set([dark["FROM"], dark["golang"], dark["go"], dark["import"]]).size).toBeGreaterThan(3);
	await workbench.page.screenshot({ path: `${screenshots}/colours-dark.png` });
	await workbench.toggleTheme();
	await until("the colours are those of a light theme", async () => (await coloursOf(words))["go"] !== dark["go"]);
	await workbench.page.screenshot({ path: `${screenshots}/colours-light.png` });
	await workbench.toggleTheme();
});
