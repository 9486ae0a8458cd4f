import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hullwright, inFolder, maintained } from "./command-line.ts";

const git = (...args: string[]): string =>
	execFileSync("git", ["-c", "user.name=Jane", "-c", "user.email=jane@example.com", "-c", "init.defaultBranch=main", ...args], { encoding: "utf8" });

/** A repository in which the files are committed, which is the current folder. */
function inRepository(files: Readonly<Record<string, string>>): void {
	inFolder(files);
	git("init", "--quiet");
	git("add", "--all");
	git("commit", "--quiet", "--message", "first");
}

const found = async (...args: string[]): Promise<string[]> =>
	(JSON.parse((await hullwright(["lint", "--format", "json", ...args])).output) as { file: string; rule: string; line: number }[]).map(
		({ file, rule, line }) => `${file} ${rule} ${line}`,
	);

test("only what stands on lines that have changed is told", async () => {
	inRepository({ "a/Dockerfile": `FROM alpine:latest\n${maintained}`, "b/Dockerfile": maintained });
	expect(await found("--since", "main")).toEqual([]);

	writeFileSync("a/Dockerfile", `# why\nFROM alpine:latest\n${maintained}WORKDIR app\n`);
	expect(await found("--since", "main")).toEqual(["a/Dockerfile relative-workdir 6"]);
	expect((await hullwright(["lint", "--since", "HEAD"])).exitCode).toBe(1);
	git("commit", "--quiet", "--all", "--message", "second");
	expect(await found("--since", "main")).toEqual([]);
	expect(await found("--since", "HEAD~1", "b")).toEqual([]);
	expect(await found("--since", "HEAD~1")).toEqual(["a/Dockerfile relative-workdir 6"]);
});

test("a problem over several lines is told where one of them has changed", async () => {
	const text = (port: number) => `FROM alpine:3.22\nUSER app\nCMD ./serve \\\n  --port ${port}\n`;
	inRepository({ Dockerfile: text(80) });
	writeFileSync("Dockerfile", text(8080));
	expect(await found("--since", "HEAD")).toEqual(["Dockerfile shell-form-command 3"]);
});

test("a file that git does not know is new, and one with an odd name is found", async () => {
	inRepository({ 'a "b"\\c/Dockerfile': maintained, "ä b/Dockerfile": maintained });
	mkdirSync("new");
	writeFileSync("new/Dockerfile", maintained);
	for (const name of ['a "b"\\c/Dockerfile', "ä b/Dockerfile"]) writeFileSync(name, `${maintained}WORKDIR app\n`);
	expect((await found("--since", "HEAD")).sort()).toEqual([
		'a "b"\\c/Dockerfile relative-workdir 4',
		"new/Dockerfile maintainer-instruction 2",
		"ä b/Dockerfile relative-workdir 4",
	]);
});

test("lines of a patch that look like its headers are not taken for them", async () => {
	const text = (line: string) => `FROM alpine:3.22\nRUN <<END\n++ b/x\n-- a/x\n${line}\nEND\nMAINTAINER Jane\nUSER app\n`;
	inRepository({ Dockerfile: text("true") });
	writeFileSync("Dockerfile", text("++ b/y\n@@ -1 +7 @@"));
	expect(await found("--since", "HEAD")).toEqual([]);
});

test("a file that was renamed is new", async () => {
	inRepository({ Dockerfile: maintained });
	renameSync("Dockerfile", "Dockerfile.web");
	expect(await found("--since", "HEAD")).toEqual(["Dockerfile.web maintainer-instruction 2"]);
});

test("where git cannot tell, that is said, and nothing passes", async () => {
	inRepository({ Dockerfile: maintained });
	const outcome = (...args: string[]) => hullwright(["lint", ...args]);
	expect(await outcome("--since", "nowhere")).toMatchObject({
		exitCode: 2,
		errors: expect.stringMatching(/^--since: git knows no revision "nowhere" in /) as string,
	});
	expect(await outcome("--since=--output=x")).toMatchObject({
		exitCode: 2,
		errors: expect.stringMatching(/^--since takes a branch, a tag or a commit/) as string,
	});
	expect((await outcome("--since", "HEAD", "-")).errors).toMatch(/^--since asks git about files, and standard input is none/);
	rmSync(".git", { recursive: true });
	expect(await outcome("--since", "HEAD")).toMatchObject({
		exitCode: 2,
		errors: expect.stringMatching(/^--since: Dockerfile is in no git repository/) as string,
	});
});

test("without git, that is said", async () => {
	inRepository({ Dockerfile: maintained });
	const { PATH } = process.env;
	process.env["PATH"] = "";
	const outcome = await hullwright(["lint", "--since", "HEAD"]);
	process.env["PATH"] = PATH;
	expect(outcome).toMatchObject({
		exitCode: 2,
		errors: expect.stringMatching(/^--since asks git what has changed, and there is no program git here/) as string,
	});
});
