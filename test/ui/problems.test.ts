import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Rule } from "../../src/engine/lint/rule.ts";
import { screenshots, useVsCode } from "./vs-code.ts";
import { until } from "./until.ts";

/** A problem of each category: the rule, the line, what is underlined there, something of what the hover says, and what the preferred fix makes of the line. */
const problems: Readonly<Record<Rule["category"], readonly [rule: string, line: string, word: string, why: RegExp, fixed: string | undefined]>> = {
	correctness: ["port-mapping-in-expose", "EXPOSE 8080:80", "8080:", /nothing is published[^]*ExposeInvalidFormat/, "EXPOSE 80"],
	security: [
		"curl-without-certificate-check",
		"RUN curl --insecure -o app.tgz https://example.com/app.tgz",
		"--insecure",
		/anybody's answer/,
		"RUN curl -o app.tgz https://example.com/app.tgz",
	],
	reproducibility: ["bundler-installed-again", "RUN gem install bundler", "bundler", /newest/, undefined],
	size: ["pip-leftover-cache", "RUN pip install flask", "pip install", /DL3042/, "RUN pip install --no-cache-dir flask"],
	cache: [
		"cache-mount-defeated",
		"RUN --mount=type=cache,target=/root/.cache/pip pip install --no-cache-dir gunicorn",
		"--no-cache-dir",
		/keeps “pip” from using/,
		"RUN --mount=type=cache,target=/root/.cache/pip pip install gunicorn",
	],
	practice: ["legacy-key-value", "ENV MODE production", "MODE", /LegacyKeyValueFormat/, "ENV MODE=production"],
	style: ["port-protocol-in-capitals", "EXPOSE 9090/TCP", "TCP", /ExposeProtoCasing/, "EXPOSE 9090/tcp"],
};

const vscode = useVsCode({
	settings: { "editor.codeActionsOnSave": { "source.fixAll.hullwright": "explicit" } },
	async prepare(workspace) {
		const lines = Object.values(problems).map(([, line]) => line);
		await writeFile(join(workspace, "Dockerfile.categories"), ["FROM ruby:3.4", "WORKDIR /app", ...lines, "USER 1000", 'CMD ["flask", "run"]', ""].join("\n"));
		await writeFile(join(workspace, "Dockerfile.ignored"), "FROM debian:12\nWORKDIR /app\nADD new.txt ./\nUSER 1000\n");
		await writeFile(join(workspace, "Dockerfile.saved"), "FROM debian:12\nWORKDIR /app\nADD new.txt ./\nMAINTAINER Jo\nUSER 1000\n");
	},
});

test("a problem of each category is underlined at its word", async () => {
	const { workbench } = vscode;
	await workbench.openFile("Dockerfile.categories");
	const words = Object.values(problems).map(([, , word]) => word);
	await expect.poll(() => workbench.underlined(), { timeout: 15_000 }).toEqual(words);
	await workbench.page.screenshot({ path: `${screenshots}/categories.png` });
});

test.each(Object.entries(problems))("%s: the hover says why, and the preferred fix mends it", async (category, [rule, line, word, why, fixed]) => {
	const { workbench } = vscode;
	await workbench.openFile("Dockerfile.categories");
	await workbench.hover(line.slice(line.indexOf(word)), rule, why);
	if (category === "security") await workbench.page.screenshot({ path: `${screenshots}/hover-security.png` });
	const before = (await workbench.editorText()).split("\n");
	const after = before.flatMap((each) => (each === line ? (fixed ?? []) : each)).join("\n");
	// The mouse is over the word.
	await workbench.page.mouse.down();
	await workbench.page.mouse.up();
	await until("the line is mended", async () => {
		// VS Code forgets what it was asked when problems arrive at that moment.
		await workbench.page.keyboard.press("Alt+Shift+Period");
		return until("it", async () => (await workbench.editorText()) !== before.join("\n"), 2000).then(
			() => true,
			() => false,
		);
	});
	await expect.poll(() => workbench.editorText()).toBe(after);
});

test("ignoring a problem for a reason writes a comment and puts the cursor where the reason goes", async () => {
	const { workbench } = vscode;
	await workbench.openFile("Dockerfile.ignored");
	await workbench.editor.locator(".squiggly-warning, .squiggly-info").first().waitFor();
	await workbench.goTo(3, 2);
	await workbench.quickFix("on this line, and say why");
	await workbench.waitForText(/^# hullwright ignore=/m);
	await workbench.page.keyboard.type("a habit");
	await workbench.save("Dockerfile.ignored", /^# hullwright ignore=[\w-]+ a habit$/m);
	await workbench.editor.locator(".squiggly-warning, .squiggly-info").first().waitFor({ state: "hidden" });
});

test("what is safe to mend is mended when the file is saved", async () => {
	const { workbench } = vscode;
	await workbench.openFile("Dockerfile.saved");
	await workbench.editor.locator(".squiggly-warning").first().waitFor();
	await workbench.goTo(5, 1);
	await workbench.page.keyboard.type("# Not root.\n");
	await workbench.save("Dockerfile.saved", /^COPY new\.txt \.\/\n/m);
	expect(await workbench.readFile("Dockerfile.saved")).toContain("# Not root.\nUSER 1000\n");
});
