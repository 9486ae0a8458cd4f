import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rules } from "../../src/engine/rules/index.ts";
import { hullwright, inFolder } from "./command-line.ts";

const root = join(import.meta.dirname, "../..");

test("rules lists every rule with its other names", async () => {
	const { exitCode, output } = await hullwright(["rules"]);

	expect(exitCode).toBe(0);
	expect(
		output
			.trimEnd()
			.split("\n")
			.map((line) => line.split(" ")[0]),
	).toEqual(rules.map(({ id }) => id));
	expect(output).toMatch(/^maintainer-instruction +.* \(warning; DL4000, buildkit\/MaintainerDeprecated\)$|^maintainer-instruction +.*DL4000/m);
	expect(JSON.parse((await hullwright(["rules", "--format", "json"])).output)).toHaveLength(rules.length);
});

test.each(["maintainer-instruction", "DL4000", "dl4000", "MaintainerDeprecated", "buildkit/MaintainerDeprecated"])(
	"explain %s prints the rule's page",
	async (name) => {
		const { exitCode, output, errors } = await hullwright(["explain", name]);
		expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
		expect(output).toMatch(/^maintainer-instruction\n\n“MAINTAINER” is deprecated\.\n/);
	},
);

test("every rule has a page to explain it", () => {
	expect(readdirSync(join(root, "docs/rules"))).toEqual(expect.arrayContaining(rules.map(({ id }) => `${id}.md`)));
});

test.each([
	["maintainer-instructon", 'no rule is named "maintainer-instructon"; did you mean maintainer-instruction?\n'],
	["missing-tag", 'no rule is named "missing-tag"; did you mean from-missing-tag?\n'],
	["DL9999", 'no rule stands for "DL9999"; hullwright rules lists them\n'],
	["trivy/ds-9999", 'no rule stands for "trivy/ds-9999"; hullwright rules lists them\n'],
	["quite-something-else", 'no rule is named "quite-something-else"; hullwright rules lists them\n'],
])("explain %s", async (name, errors) => {
	expect(await hullwright(["explain", name])).toEqual({ exitCode: 2, output: "", errors });
});

test.each([
	[
		["HEALTHCHECK"],
		/^HEALTHCHECK\n\n {4}HEALTHCHECK \[OPTIONS\] CMD COMMAND\n[^]*“HEALTHCHECK --interval”[^]*\nRules about it\n\n[^]*“overridden-healthcheck”/,
	],
	[["copy", "--chmod"], /^COPY --chmod\n\n {4}COPY --chmod=MODE\n[^]*Without it: [^]*Since Dockerfile syntax 1\.2\.[^]*“chmod-after-copy”/],
	[["RUN --mount=type=cache"], /^RUN --mount=type=cache\n[^]*- “sharing”: [^]*“cache-mount-defeated”/],
	[["RUN", "--mount=type=cache,sharing"], /^RUN --mount=type=cache,sharing\n[^]*“locked” makes the second wait/],
	[["RUN", "--mount=type=secret", "HEALTHCHECK", "CMD", "from"], /^RUN --mount=type=secret\n[^]*\nHEALTHCHECK CMD\n[^]*\nFROM\n/],
	[["--chown"], /^COPY --chown\n[^]*\nADD --chown\n/],
	[["# escape"], /^# escape=\n\n“# escape=” The character/],
	[["#", "syntax", "--locale", "en"], /^# syntax=\n/],
	[["$TARGETARCH"], /^TARGETARCH\n\nProcessor architecture/],
	[["http_proxy"], /^http_proxy\n\nA proxy/],
	[["COPY", "--link", "DL4000"], /^COPY --link\n[^]*\nmaintainer-instruction\n/],
])("explain %j", async (words, page) => {
	const { exitCode, output, errors } = await hullwright(["explain", ...words]);
	expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
	expect(output).toMatch(page);
});

test.each([
	[["HEALTHCHEK"], 'no instruction or variable is named "HEALTHCHEK"; did you mean HEALTHCHECK?'],
	[["COPY", "--chmd"], "COPY has no flag --chmd; did you mean --chmod?"],
	[["USER", "--chown"], "USER has no flag --chown"],
	[["--chmd"], "no instruction has a flag --chmd; did you mean --chmod?"],
	[["RUN", "--mount=type=cach"], 'a mount is one of bind, cache, tmpfs, secret, ssh, not "cach"; did you mean RUN --mount=type=cache?'],
	[["RUN", "--mount=type=cache,sharin"], "a mount of type cache has no sharin; did you mean RUN --mount=type=cache,sharing?"],
	[["# escap"], 'Docker has no directive "escap"; did you mean "# escape"?'],
])("what explain %j does not know", async (words, problem) => {
	expect(await hullwright(["explain", ...words])).toEqual({ exitCode: 2, output: "", errors: `${problem}\n` });
});

test("help and version", async () => {
	const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

	expect(await hullwright(["--version"])).toEqual({ exitCode: 0, output: `${version}\n`, errors: "" });
	expect((await hullwright(["lint", "--help"])).output).toContain("--stdin-filename");
});

test("tree prints a line of JSON for each file, in the order and as often as they are named", async () => {
	inFolder({ "b/Dockerfile": "FROM b\n", "a.Dockerfile": "FROM a\r\nRUN <<EOF\r\nx\r\nEOF\r\n", empty: "" });
	const { exitCode, output } = await hullwright(["tree", "--format", "json", "b/Dockerfile", "a.Dockerfile", "-", "empty", "a.Dockerfile"], "FROM in\n");
	const trees = output
		.trimEnd()
		.split("\n")
		.map((line) => JSON.parse(line) as { file: string; error: unknown; instructions: unknown[] });

	expect(exitCode).toBe(0);
	expect(trees.map(({ file }) => file)).toEqual(["b/Dockerfile", "a.Dockerfile", "-", "empty", "a.Dockerfile"]);
	expect(trees[1]?.instructions[1]).toEqual({
		keyword: "RUN",
		flags: [],
		args: ["<<EOF"],
		json: false,
		original: "RUN <<EOF",
		startLine: 2,
		endLine: 4,
		heredocs: [{ name: "EOF", fd: 0, expand: true, chomp: false, content: "x\r\n" }],
		child: null,
	});
	expect(trees[3]).toEqual({ file: "empty", escape: "", warnings: [], error: { line: 0, message: "file with no instructions" }, instructions: [] });
});

test("tree for people", async () => {
	expect((await hullwright(["tree", "-"], 'FROM alpine\nONBUILD COPY --from=a ["b", "c"]\nRUN <<E \\\n\n  cat\nx\nE\n')).output).toMatchInlineSnapshot(`
		"-
		  FROM (line 1)
		    "alpine"
		  ONBUILD (line 2)
		    COPY exec form
		      flag --from=a
		      "b"
		      "c"
		  RUN (lines 3-7)
		    "<<E   cat"
		    here document E: "x\\n"
		  warning: Empty continuation line found in: RUN <<E   cat
		"
	`);
	expect((await hullwright(["tree", "-"], "FROM a\nENV b\n")).output).toMatchInlineSnapshot(`
		"-
		  line 2: ENV must have two arguments
		"
	`);
});

test("tree of a Compose file says what it is for", async () => {
	inFolder({ "compose.yaml": "services: {}\n", Dockerfile: "FROM a\n" });
	expect(await hullwright(["tree", "compose.yaml", "Dockerfile"])).toEqual({
		exitCode: 2,
		output: 'Dockerfile\n  FROM (line 1)\n    "a"\n',
		errors: "compose.yaml: tree shows how Docker reads Dockerfiles, and this is a Compose file\n",
	});
});

test("tree tells what it cannot read, and goes on", async () => {
	inFolder({ Dockerfile: "FROM a\n" });
	const { exitCode, output, errors } = await hullwright(["tree", "--format", "json", "nowhere", "."]);

	expect({ exitCode, errors }).toEqual({ exitCode: 2, errors: "nowhere: no such file or directory\n" });
	expect(JSON.parse(output)).toMatchObject({ file: "Dockerfile" });
});
