import { chmodSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { hullwright, inFolder, maintained, type Outcome } from "./command-line.ts";

type Item = {
	readonly file: string;
	readonly rule: string;
	readonly aliases: readonly string[];
	readonly line: number;
	readonly column: number;
	readonly start: number;
	readonly end: number;
	readonly endLine: number;
	readonly endColumn: number;
	readonly severity: string;
	readonly message: string;
	readonly fix: null | { readonly title: string; readonly safe: boolean; readonly edits: readonly { start: number; end: number; text: string }[] };
};

const itemsOf = ({ output }: Outcome): Item[] => JSON.parse(output) as Item[];
const lintJson = (...args: string[]): Promise<Outcome> => hullwright(["lint", "--format", "json", ...args]);

/** The missing `-y` has a safe fix. */
const fixable = "FROM debian:12\nRUN apt-get update && apt-get install curl\nUSER app\n";

describe("--format json", () => {
	test("one array with offsets and places that agree", async () => {
		inFolder({ Dockerfile: maintained });
		const outcome = await lintJson("Dockerfile");
		const [item] = itemsOf(outcome).filter(({ rule }) => rule === "maintainer-instruction");

		expect(outcome.exitCode).toBe(1);
		expect(item).toMatchObject({ file: "Dockerfile", severity: "warning", line: 2, column: 1 });
		expect(item?.aliases).toContain("DL4000");
		expect(maintained.slice(item?.start, item?.end)).toMatch(/^MAINTAINER/);
		expect(Object.keys(item ?? {})).toEqual([
			"file",
			"rule",
			"aliases",
			"category",
			"severity",
			"message",
			"line",
			"column",
			"endLine",
			"endColumn",
			"start",
			"end",
			"fix",
		]);
		expect(Object.keys(item?.fix ?? {})).toEqual(["title", "safe", "edits"]);
	});

	test("Windows line ends and characters outside the basic plane count as UTF-16 does", async () => {
		const text = '# 😀\r\nFROM alpine:3.22\r\nLABEL a="😀" \\\r\n  b=c\r\nMAINTAINER Jane 😀\r\nUSER app\r\n';
		inFolder({ Dockerfile: text });
		const [item] = itemsOf(await lintJson()).filter(({ rule }) => rule === "maintainer-instruction");

		expect(item).toMatchObject({ line: 5, column: 1, start: text.indexOf("MAINTAINER") });
		expect(item?.end).toBeLessThanOrEqual(text.indexOf("\r\nUSER"));
		expect(item?.endLine).toBe(5);
	});

	test.each([
		["an empty file", ""],
		["a file of comments", "# nothing\n"],
		["a binary file", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0xff, 0xfe, 0x80, 0x0a, 0, 0, 0xc3])],
		["broken UTF-8", Buffer.from("FROM alpine:3.22\nRUN echo \xff\nUSER app\n", "latin1")],
		["a byte order mark alone", "\ufeff"],
	])("%s is linted, and told about where it is no text", async (_, text) => {
		inFolder({ Dockerfile: text });
		const outcome = await lintJson();

		expect(itemsOf(outcome)).toBeInstanceOf(Array);
		expect([0, 1]).toContain(outcome.exitCode);
		expect(outcome.errors).toMatch(Buffer.isBuffer(text) ? /^Dockerfile: this is no text in UTF-8/ : /^$/);
	});

	test("an empty file is an error, as Docker takes it", async () => {
		inFolder({ Dockerfile: "" });
		const outcome = await lintJson();

		expect(outcome.exitCode).toBe(1);
		expect(itemsOf(outcome)).toMatchObject([{ rule: "syntax-error", line: 1, column: 1, start: 0, end: 0 }]);
	});

	test("100,000 lines", async () => {
		inFolder({ Dockerfile: `FROM alpine:3.22\n${"RUN echo one\n".repeat(100_000)}MAINTAINER me\nUSER app\n` });
		const items = itemsOf(await lintJson());

		expect(items.find(({ rule }) => rule === "maintainer-instruction")).toMatchObject({ line: 100_002 });
	}, 30_000);

	test("standard input is named -", async () => {
		const outcome = await hullwright(["lint", "--format", "json", "-"], maintained);

		expect(new Set(itemsOf(outcome).map(({ file }) => file))).toEqual(new Set(["-"]));
		expect(outcome.exitCode).toBe(1);
	});
});

describe("paths", () => {
	test("folders are walked for what Docker calls a Dockerfile, each file once", async () => {
		const taken = [".devcontainer/Dockerfile", "Containerfile", "Containerfile.arm", "Dockerfile", "Dockerfile.dev", "api.Dockerfile", "web/app.dockerfile"];
		const left = [
			"Dockerfile.dockerignore",
			"Dockerfile.md",
			"dockerfile.png",
			"Dockerfile.tmpl",
			"Dockerfile~",
			"Dockerfiles/readme",
			".git/Dockerfile",
			"node_modules/a/Dockerfile",
			"MyDockerfile",
		];
		inFolder(Object.fromEntries([...taken, ...left].map((name) => [name, maintained])));
		symlinkSync("..", "web/loop");
		symlinkSync("nowhere", "Dockerfile.broken");
		const files = [...new Set(itemsOf(await lintJson(".", "Dockerfile", "./Dockerfile")).map(({ file }) => file))];

		expect(files).toEqual(taken);
	});

	test("a file that is named is linted whatever its name", async () => {
		inFolder({ "build.txt": maintained });

		expect(itemsOf(await lintJson("build.txt"))[0]).toMatchObject({ file: "build.txt" });
	});

	test("what is missing or cannot be read does not keep the others from being linted", async () => {
		inFolder({ Dockerfile: maintained, secret: maintained });
		chmodSync("secret", 0);
		const outcome = await lintJson("nowhere", "Dockerfile", "Dockerfile/x", "secret");

		expect(outcome.exitCode).toBe(2);
		expect(itemsOf(outcome).some(({ file }) => file === "Dockerfile")).toBe(true);
		expect(outcome.errors).toContain("nowhere: no such file or directory\nDockerfile/x: a part of the path is not a directory\n");
		// Root reads everything.
		expect(outcome.errors.includes("secret: permission denied")).toBe(process.getuid?.() !== 0);
	});

	test("a folder without Dockerfiles is said to be one", async () => {
		inFolder({ "readme.md": "" });

		expect(await lintJson()).toEqual({ exitCode: 0, output: "[]\n", errors: "no Dockerfile and no Compose file in .\n" });
	});
});

describe("configuration", () => {
	test("the nearest file above counts", async () => {
		inFolder({
			".hullwright.yaml": "rules:\n  maintainer-instruction: off\n",
			"a/Dockerfile": maintained,
			"b/Dockerfile": maintained,
			"b/.hullwright.yaml": "rules:\n  DL4000: error\n",
		});
		const found = itemsOf(await lintJson()).filter(({ rule }) => rule === "maintainer-instruction");

		expect(found).toMatchObject([{ file: "b/Dockerfile", severity: "error" }]);
	});

	test("--config counts for all, and leaves out what it ignores", async () => {
		inFolder({
			"other.yaml": "ignore: [a]\nrules: { maintainer-instruction: info }\n",
			"a/Dockerfile": maintained,
			"b/Dockerfile": maintained,
			"b/.hullwright.yaml": "rules: { maintainer-instruction: error }\n",
		});
		const found = itemsOf(await lintJson("--config", "other.yaml")).filter(({ rule }) => rule === "maintainer-instruction");

		expect(found).toMatchObject([{ file: "b/Dockerfile", severity: "info" }]);
	});

	test("a broken one is told with its place, and the rest of it applies", async () => {
		inFolder({
			"a/.hullwright.yaml": "rules:\n  maintainer-instrution: off\n  maintainer-instruction: error\n",
			"a/Dockerfile": maintained,
			"b/Dockerfile": maintained,
		});
		const outcome = await lintJson();

		expect(outcome.exitCode).toBe(2);
		expect(outcome.errors).toMatch(/^a[/\\]\.hullwright\.yaml:2:3: No rule is named `maintainer-instrution`; did you mean `maintainer-instruction`\?\n$/);
		expect(itemsOf(outcome)).toMatchObject([
			{ file: "a/Dockerfile", severity: "error" },
			{ file: "b/Dockerfile", severity: "warning" },
		]);
	});

	test.each([
		["rules: [\n", /^\.hullwright\.yaml:\d+:\d+: /],
		["preset: strickt\n", /^\.hullwright\.yaml:1:9: .*did you mean `strict`/],
	])("%j is broken", async (text, message) => {
		inFolder({ ".hullwright.yaml": text, Dockerfile: maintained });
		const outcome = await lintJson();

		expect(outcome.exitCode).toBe(2);
		expect(outcome.errors).toMatch(message);
	});

	test.each(["--fix", "--diff"])("by a broken one nothing is fixed with %s", async (option) => {
		inFolder({ ".hullwright.yaml": "rules: { add-insted-of-copy: off }\n", Dockerfile: fixable });
		const { exitCode, output, errors } = await hullwright(["lint", option]);

		expect({ exitCode, text: readFileSync("Dockerfile", "utf8") }).toEqual({ exitCode: 2, text: fixable });
		expect(output).not.toMatch(/^\+|fixed:/m);
		expect(errors).toMatch(/^Dockerfile: it is not fixed, for something is wrong in its configuration$/m);
	});

	test("a configuration that is not there, or is a folder", async () => {
		inFolder({ Dockerfile: maintained, ".hullwright.yaml/x": "" });

		expect(await lintJson("--config", "no.yaml")).toEqual({ exitCode: 2, output: "[]\n", errors: "no.yaml: no such file or directory\n" });
		expect((await lintJson()).exitCode).toBe(2);
	});

	test("standard input takes that of --stdin-filename", async () => {
		inFolder({ "a/.hullwright.yaml": "rules: { maintainer-instruction: off }\n" });
		const outcome = await hullwright(["lint", "--format", "json", "--stdin-filename", "a/Dockerfile", "-"], maintained);

		expect(itemsOf(outcome).filter(({ rule }) => rule === "maintainer-instruction")).toEqual([]);
	});

	test("standard input is shown by that name", async () => {
		inFolder({ x: "" });
		const name = ["--stdin-filename", "a/Dockerfile", "-"];

		expect(itemsOf(await hullwright(["lint", "--format", "json", ...name], maintained)).map(({ file }) => file)).toContain("a/Dockerfile");
		expect((await hullwright(["lint", ...name], maintained)).output).toMatch(/^a\/Dockerfile:2:1 /m);
		expect((await hullwright(["lint", "--diff", ...name], "FROM alpine:3.22\nADD a.py .\nUSER app\n")).output).toContain("--- a/a/Dockerfile\n");
		expect((await hullwright(["--help"])).output).toContain("--stdin-filename FILE");
	});

	test.each([
		["a file", ["a/Dockerfile"], "a/Dockerfile: not linted, for .hullwright.yaml ignores it\n"],
		["a folder", ["a"], "a: nothing is linted, for .hullwright.yaml ignores all that is in it\n"],
		["standard input by its name", ["--stdin-filename", "a/Dockerfile", "-"], "a/Dockerfile: not linted, for .hullwright.yaml ignores it\n"],
		["one of several", ["b/Dockerfile", "a/Dockerfile"], "a/Dockerfile: not linted, for .hullwright.yaml ignores it\n"],
		["a folder with others in it", ["."], ""],
		["nothing", [], ""],
		["what is not ignored", ["b"], ""],
	])("an ignored path that is given by hand is said to be ignored: %s", async (_, paths, errors) => {
		inFolder({
			".hullwright.yaml": "ignore: [a/]\n",
			"a/Dockerfile": maintained,
			"a/b/Dockerfile": maintained,
			"b/Dockerfile": "FROM alpine:3.22\nUSER app\n",
		});
		const outcome = await hullwright(["lint", ...paths], maintained);

		expect({ exitCode: outcome.exitCode, errors: outcome.errors }).toEqual({ exitCode: 0, errors });
	});

	test("--preset counts over a configuration without one", async () => {
		inFolder({ Dockerfile: "FROM alpine:3.22\nRUN a\nRUN b\n", ".hullwright.yaml": "rules: {}\n" });

		expect(itemsOf(await lintJson("--preset", "strict")).length).toBeGreaterThanOrEqual(itemsOf(await lintJson()).length);
	});
});

describe("--fail-on", () => {
	test.each([
		["never", 0],
		["error", 0],
		["warning", 1],
		["info", 1],
	])("%s", async (level, exitCode) => {
		inFolder({ Dockerfile: maintained, ".hullwright.yaml": "rules: { maintainer-instruction: warning }\n" });

		expect((await lintJson("--fail-on", level)).exitCode).toBe(exitCode);
	});
});

describe("--fix and --diff", () => {
	test("safe fixes are written, with byte order mark, line ends and mode as they were", async () => {
		const before = `\ufeff${fixable.replaceAll("\n", "\r\n")}`;
		inFolder({ Dockerfile: before });
		chmodSync("Dockerfile", 0o640);
		const outcome = await hullwright(["lint", "--fix"]);
		const after = readFileSync("Dockerfile", "utf8");

		expect(outcome.output).toMatch(/^Dockerfile: fixed: /);
		expect(after).not.toBe(before);
		expect(after.startsWith("\ufeffFROM")).toBe(true);
		expect(after.replaceAll("\r\n", "")).not.toContain("\n");
		expect(statSync("Dockerfile").mode & 0o777).toBe(0o640);
		expect((await hullwright(["lint", "--fix"])).output).not.toContain("fixed:");
		expect(readFileSync("Dockerfile", "utf8")).toBe(after);
	});

	test("what is no UTF-8 is not written", async () => {
		const bytes = Buffer.concat([Buffer.from(fixable), Buffer.from([0x23, 0xff, 0x0a])]);
		inFolder({ Dockerfile: bytes });
		const outcome = await hullwright(["lint", "--fix"]);

		expect(outcome.errors).toContain("it is not fixed");
		expect(readFileSync("Dockerfile")).toEqual(bytes);
	});

	test("with json the array alone is on standard output", async () => {
		inFolder({ Dockerfile: fixable });
		const outcome = await lintJson("--fix");

		expect(itemsOf(outcome)).toBeInstanceOf(Array);
		expect(outcome.errors).toMatch(/^Dockerfile: fixed: /m);
	});

	test("what is left is told, and why", async () => {
		inFolder({ Dockerfile: `${fixable}MAINTAINER Jo\nADD rootfs /\n` });
		expect((await hullwright(["lint", "--fix", "--preset", "strict"])).errors).toMatch(
			/^Dockerfile: fixes left out: 5 may change what is built \(apt-get-recommended-packages, package-download-uncached, maintainer-instruction, add-instead-of-copy, copied-files-of-root\)\n$/,
		);
		inFolder({ Dockerfile: "FROM debian:12\nUSER app\n" });
		expect((await hullwright(["lint", "--fix"])).errors).toBe("");
	});

	test("--diff shows what --fix would do, and does not", async () => {
		inFolder({ "a/Dockerfile": fixable });
		const { output } = await hullwright(["lint", "--diff"]);

		expect(output).toMatch(/^--- a\/a\/Dockerfile\n\+\+\+ b\/a\/Dockerfile\n@@ -1,3 \+1,3 @@\n FROM debian:12\n/);
		expect(output).toContain("\n-RUN apt-get update && apt-get install curl\n+RUN apt-get update && apt-get install -y");
		expect(readFileSync("a/Dockerfile", "utf8")).toBe(fixable);
	});
});

describe("formats", () => {
	test("pretty", async () => {
		inFolder({ Dockerfile: "FROM alpine:3.22\nMAINTAINER Jane\x1b[31m Doe\nUSER app\n" });

		expect((await hullwright(["lint"])).output).toMatchInlineSnapshot(`
			"Dockerfile:2:1 warning \`MAINTAINER\` is deprecated in favour of a label [maintainer-instruction]
			    MAINTAINER Jane�[31m Doe
			    ^^^^^^^^^^
			1 problem in 1 file (1 warning)
			"
		`);
	});

	test("github", async () => {
		inFolder({ "a,b:c%/Dockerfile": maintained });

		expect((await hullwright(["lint", "--format", "github"])).output).toMatch(
			/^::warning file=a%2Cb%3Ac%25\/Dockerfile,line=2,endLine=2,col=1,endColumn=\d+,title=maintainer-instruction::`MAINTAINER`/,
		);
	});

	test("sarif", async () => {
		inFolder({ "a b/Dockerfile": maintained });
		const log = JSON.parse((await hullwright(["lint", "--format", "sarif"])).output) as {
			version: string;
			runs: {
				columnKind: string;
				tool: { driver: { rules: { id: string }[] } };
				results: { ruleId: string; ruleIndex: number; level: string; locations: object[]; fixes: object[] }[];
			}[];
		};
		const [run] = log.runs;
		const result = run?.results.find(({ ruleId }) => ruleId === "maintainer-instruction");

		expect(log.version).toBe("2.1.0");
		expect(run?.columnKind).toBe("utf16CodeUnits");
		expect(run?.tool.driver.rules[result?.ruleIndex ?? -1]?.id).toBe("maintainer-instruction");
		expect(result?.level).toBe("warning");
		expect(result?.locations).toMatchObject([
			{ physicalLocation: { artifactLocation: { uri: "a%20b/Dockerfile" }, region: { startLine: 2, startColumn: 1, charOffset: 17 } } },
		]);
		expect(result?.fixes).toMatchObject([{ artifactChanges: [{ replacements: [{ deletedRegion: { startLine: 2 } }] }] }]);
	});
});

test.each([
	[["lint", "--nope"], "there is no option --nope"],
	[["lint", "-x"], "there is no option -x"],
	[["lint", "--fxi"], "there is no option --fxi; did you mean --fix?"],
	[["lint", "--fix=yes"], "--fix takes no value"],
	[["lint", "--format", "--fix"], "--format needs a value"],
	[["lint", "--stdin-filename", "Dockerfile", "."], "--stdin-filename names standard input, which is -, and not ."],
	[["lint", "--stdin-filename", "Dockerfile", "--fix"], "--fix cannot write to standard input; --diff shows what it would change"],
	[["lint", "--format", "xml"], '--format takes pretty, json, sarif, github, gitlab, codeclimate, checkstyle, junit or gnu, not "xml"'],
	[["lint", "--preset", "hard"], '--preset takes default, strict, hadolint or buildkit, not "hard"'],
	[["lint", "--fail-on", "hint"], '--fail-on takes error, warning, info or never, not "hint"'],
	[["lint", "--config"], "--config needs a value"],
	[["lint", "--fix", "--diff"], "--fix changes the files and --diff does not; give one of them"],
	[["lint", "--fix", "-"], "--fix cannot write to standard input; --diff shows what it would change"],
	[["lint", "--diff", "--format", "json"], "--diff prints a diff, so it cannot print json too"],
	[["tree", "--fix", "a"], "tree has no option --fix"],
	[["fmt", "--fix"], "fmt has no option --fix"],
	[["fmt", "--stdin-filename", "Dockerfile", "."], "--stdin-filename names standard input, which is -, and not ."],
	[["tree"], "tree needs a file, a directory, or - for standard input"],
	[["explain"], "explain needs the name of a rule, an instruction or a flag; hullwright rules lists the rules"],
	[["rules", "x"], "rules takes no arguments; did you mean explain?"],
	[["lnit"], 'there is no command "lnit"; did you mean lint?'],
	[["Dockerfile"], 'there is no command "Dockerfile"; to lint a file: hullwright lint Dockerfile'],
	[[], "a command is missing"],
])("bad usage: %j", async (args, message) => {
	// Were it taken for good usage, it would find nothing to write to.
	inFolder({});
	expect(await hullwright(args)).toEqual({ exitCode: 2, output: "", errors: `${message}\nhullwright --help lists the commands and their options.\n` });
});
