import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "vitest";
import { useVsCode } from "./vs-code.ts";
import { until } from "./until.ts";

const dockerfile = `FROM golang:1.26 AS build
ARG VERSION
COPY . /src
RUN go build -ldflags "-X main.version=$VERSION" -o /ship /src

FROM gcr.io/distroless/static:nonroot AS app
COPY --from=build /ship /ship
CMD ["/ship"]
`;

const bake = `group "default" {
  targets = ["app"]
}

variable "VERSION" {
  default = "1.0"
}

target "base" {
  context = "."
}

target "app" {
  inherits = ["base"]
  target   = "app"
  args = {
    VERSION = VERSION
    VERSON  = "2"
  }
}
`;

const vscode = useVsCode({
	async prepare(workspace) {
		await mkdir(join(workspace, "ship", "logs"), { recursive: true });
		await writeFile(join(workspace, "ship", "Dockerfile"), dockerfile);
		await writeFile(join(workspace, "ship", "docker-bake.hcl"), bake);
		await writeFile(join(workspace, "ship", ".dockerignore"), "# what no build needs\n!docs\nlogs/*.txt\n!logs/keep.txt\n*.md\n");
		for (const name of ["a.txt", "b.txt", "keep.txt"]) await writeFile(join(workspace, "ship", "logs", name), "0123456789");
		await writeFile(join(workspace, "ship", "README.md"), "# ship\n");
	},
});

test("a .dockerignore says what its lines leave out, and which of them change nothing", async () => {
	const { workbench } = vscode;
	await workbench.openFile("ship/Dockerfile");
	await workbench.openFile("ship/.dockerignore");
	await until("a line that changes nothing is underlined", async () => (await workbench.underlined()).includes("!docs"));
	await workbench.hover("*.md", /1 file/);
	await workbench.pictures("dockerignore");
});

test("a bake file knows its targets, and the stages and arguments of the Dockerfile", async () => {
	const { workbench } = vscode;
	const { page } = workbench;
	await workbench.openFile("ship/docker-bake.hcl");
	await until("an argument that the Dockerfile does not have is underlined", async () => (await workbench.underlined()).includes("VERSON"));
	await workbench.hover("inherits", /target/i);
	await workbench.pictures("bake", ["dark"]);
	await workbench.goTo(15, 16);
	await workbench.command("Go to Definition");
	await page.locator(".tab.active", { hasText: "Dockerfile" }).waitFor();
	await page.getByRole("button", { name: /^Ln 6, / }).waitFor();
	await workbench.openFile("ship/docker-bake.hcl");
	await workbench.goTo(14, 16);
	await page.keyboard.press("Control+Space");
	await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "base" }).waitFor();
});
