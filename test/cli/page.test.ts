import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatPage } from "../../src/cli/format/page.ts";
import { hullwright } from "./command-line.ts";

const page = `# apt-leftover-lists

\`apt-get update\` downloads lists of all packages, tens of megabytes, see [all of it](README.md) or *not*.
Next.

Reported:

\`\`\`dockerfile
FROM debian:12
RUN apt-get update \\
#   ^^^^^^^^^^^^^^ “apt-get update” leaves lists

 && echo \`date\`
\`\`\`

## Options

| option | default | |
|---|---|---|
| \`everyStage\` | \`false\` (\`true\` in the preset \`strict\`) | Report also in stages. |

---

[All rules, and how to set and ignore them](README.md)
`;

test("a page is plain text", () => {
	expect(formatPage(page, { hasColors: false })).toBe(`apt-leftover-lists

“apt-get update” downloads lists of all packages, tens of megabytes, see all of it or not.
Next.

Reported:

    FROM debian:12
    RUN apt-get update \\
    #   ^^^^^^^^^^^^^^ “apt-get update” leaves lists

     && echo \`date\`

Options

everyStage: false (true in the preset strict)
    Report also in stages.
`);
});

test("lines are as wide as the terminal, and what continues an option is indented", () => {
	const text = formatPage(page, { hasColors: false, width: 40 });
	expect(text).toContain("“apt-get update” downloads lists of all\npackages, tens of megabytes, see all of\nit or not.\n");
	expect(formatPage(page, { hasColors: false, width: 24 })).toContain("    Report also in\n    stages.\n");
});

test("headings are bold and code is in colour", () => {
	const text = formatPage(page, { hasColors: true, width: 40 });
	expect(text).toContain("\u001B[1mapt-leftover-lists\u001B[22m");
	expect(text).toContain("\u001B[36mapt-get\u001B[39m \u001B[36mupdate\u001B[39m downloads lists of all\n");
	expect(
		text
			.split("\n")
			.filter((line) => !line.startsWith("    "))
			.join("\n"),
	).not.toContain("`");
});

test("Chinese is wrapped between characters, two columns each, and no line begins with punctuation", () => {
	expect(formatPage("软件包列表，多达数十，根本用不到。", { hasColors: false, width: 10 })).toBe("软件包列\n表，多达数\n十，根本用\n不到。\n");
});

test.each(readdirSync("docs/rules").filter((file) => /^(?!README).*\.md$/.test(file)))("%s has no mark of Markdown left", (file) => {
	const text = formatPage(readFileSync(`docs/rules/${file}`, "utf8"), { hasColors: false, width: 80 });
	const outsideCode = text.split("\n").filter((line) => !line.startsWith("    "));
	expect(outsideCode.filter((line) => /`|\]\(|^#|^\||\*\*/.test(line) || line.length > 80)).toEqual([]);
});

test("explain prints Chinese pages", async () => {
	const { output } = await hullwright(["explain", "DL3009", "--locale", "zh-CN"]);
	expect(output).toMatch(/^apt-leftover-lists\n\napt-get 的软件包列表留在镜像中。\n/);
	expect(output).toContain("“apt-get update” 把软件包列表留在了镜像中");
});

test.each(["docs/rules", "docs/rules/zh-CN"])("%s: between the lines of code, a message is plain text", (folder) => {
	const pages = readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md");
	const messages = pages.flatMap((name) => readFileSync(join(folder, name), "utf8").match(/^#[ \t>]*[\^|]+…? .*$/gm) ?? []);
	expect(messages.length).toBeGreaterThanOrEqual(pages.length);
	expect(messages.filter((message) => message.includes("`"))).toEqual([]);
});
