import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useVsCode } from "./vs-code.ts";

const rough = `from   debian:12   AS build
RUN apt-get update && \\
  # for the build
  apt-get install -y \\
       curl \\
       git &&\\
     rm -rf /var/lib/apt/lists/*
RUN   <<EOF
  echo   kept
EOF
CMD [ "bash","-l" ]
`;

const tidy = `FROM debian:12 AS build
RUN apt-get update \\
    # for the build
    && apt-get install -y \\
        curl \\
        git \\
    && rm -rf /var/lib/apt/lists/*
RUN <<EOF
  echo   kept
EOF
CMD ["bash", "-l"]
`;

const roughCompose = `services:
    web:
        image:   nginx:1.27 # the newest
        # as "text"
        ports:
        -   "8080:80"
        command: ['nginx','-g',"daemon off;"]


        environment:
            <<: &defaults {MODE: 0644, ON: yes}
            SCRIPT: |
                echo  a
                  b
`;

const tidyCompose = `services:
  web:
    image: nginx:1.27 # the newest
    # as "text"
    ports:
    - "8080:80"
    command: ['nginx', '-g', "daemon off;"]

    environment:
      <<: &defaults {MODE: 0644, ON: yes}
      SCRIPT: |
        echo  a
          b
`;

const vscode = useVsCode({
	// What the editor shows beside the text is not to be read as a part of it.
	settings: { "editor.inlayHints.enabled": "off", "hullwright.codeLens.compose": true, "editor.formatOnType": true },
	async prepare(workspace) {
		await mkdir(join(workspace, "formatted"));
		await writeFile(join(workspace, "formatted", "Dockerfile"), rough);
		await writeFile(join(workspace, "formatted", "new.Dockerfile"), "");
		await writeFile(join(workspace, "formatted", "part.Dockerfile"), "FROM debian:latest\nRUN   a\nRUN   b\n");
		await writeFile(join(workspace, "formatted", "compose.yaml"), roughCompose);
		await mkdir(join(workspace, "shown"));
		await writeFile(join(workspace, "shown", "compose.yaml"), tidyCompose);
		await writeFile(join(workspace, "formatted", ".hullwright.yaml"), "formatOperators: first\n");
		// Over what the editor makes of the file's own indentation.
		await writeFile(
			join(workspace, "formatted", ".editorconfig"),
			"root = true\n[*]\nindent_style = space\nindent_size = 4\n[compose.yaml]\nindent_size = 2\n",
		);
	},
});

test("Format Document writes a Dockerfile as it should be", async () => {
	const { workbench } = vscode;
	await workbench.openFile("formatted/Dockerfile");
	// Once there are problems, there is a server that formats.
	await workbench.editor.locator(".squiggly-warning, .squiggly-info").first().waitFor();
	await workbench.command("Format Document");
	await workbench.waitForText(/^CMD \["bash", "-l"\]$/m);
	await expect.poll(() => workbench.editorText()).toBe(tidy);
	await workbench.pictures("formatted", ["dark"]);
	await workbench.save("formatted/Dockerfile", /&& apt-get/);
	expect(await workbench.readFile("formatted/Dockerfile")).toBe(tidy);
});

test("what is selected is formatted alone", async () => {
	const { workbench } = vscode;
	await workbench.openFile("formatted/part.Dockerfile");
	await workbench.editor.locator(".squiggly-warning, .squiggly-info").first().waitFor();
	await workbench.goTo(2);
	await workbench.page.keyboard.press("Shift+End");
	await workbench.command("Format Selection");
	await workbench.waitForText(/^RUN a$/m);
	await expect.poll(() => workbench.editorText()).toBe("FROM debian:latest\nRUN a\nRUN   b\n");
	await workbench.pictures("format-selection", ["dark"]);
});

test("Enter below a line that goes on indents, and below the last goes to the margin", async () => {
	const { workbench } = vscode;
	await workbench.openFile("formatted/new.Dockerfile");
	await workbench.editor.click();
	const { keyboard } = workbench.page;
	// As people do: before the editor knows the line above, its rules for Enter do not count. Escape, for Enter would take what is suggested.
	await keyboard.type("FROM debian", { delay: 60 });
	await keyboard.press("Escape");
	await keyboard.type("\nRUN true && \\", { delay: 60 });
	await keyboard.press("Enter");
	await keyboard.type("false", { delay: 60 });
	await workbench.waitForText(/^ {4}false$/m);
	await expect.poll(() => workbench.editorText()).toBe("FROM debian\nRUN true && \\\n    false");
	await keyboard.press("Enter");
	await workbench.page.locator(".statusbar-item", { hasText: /^Ln 4, Col 1$/ }).waitFor();
	await workbench.pictures("enter", ["dark"]);
});

test("Format Document changes nothing but blanks of a Compose file, and Enter goes below the key behind a dash", async () => {
	const { workbench } = vscode;
	await workbench.openFile("formatted/compose.yaml");
	await workbench.page.locator(".codelens-decoration", { hasText: "Show graph" }).waitFor();
	await workbench.command("Format Document");
	await workbench.waitForText(/^ {4}image: nginx:1\.27 # the newest$/m);
	await expect.poll(() => workbench.editorText()).toBe(tidyCompose);
	await workbench.pictures("formatted-compose", ["dark"]);
	await workbench.goTo(6, 16);
	const { keyboard } = workbench.page;
	await keyboard.type("\n- target:", { delay: 60 });
	await keyboard.press("Escape");
	await keyboard.press("Enter");
	await workbench.page.locator(".statusbar-item", { hasText: /^Ln 8, Col 9$/ }).waitFor();
});

test("a line above a service copies it as docker run, and one above all shows the project", async () => {
	const { workbench } = vscode;
	await workbench.openFile("shown/compose.yaml");
	await workbench.page.locator(".codelens-decoration a", { hasText: "Copy as" }).click();
	await workbench.page.locator(".statusbar-item", { hasText: "is on the clipboard" }).waitFor();
	await workbench.page.locator(".codelens-decoration a", { hasText: "Show resolved project" }).click();
	await workbench.page.locator(".tab", { hasText: "compose.resolved.yaml" }).waitFor();
	const resolved = workbench.page.locator(".editor-group-container", { hasText: "compose.resolved.yaml" });
	// Links come from the server, as lines above services would.
	await resolved.locator(".view-line", { hasText: "name: shown_default" }).waitFor();
	await resolved.locator(".detected-link").first().waitFor();
	expect(await resolved.locator(".codelens-decoration").count()).toBe(0);
	await workbench.pictures("compose-lenses", ["dark"]);
});
