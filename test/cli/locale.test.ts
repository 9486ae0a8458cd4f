import { expect, test } from "vitest";
import { rules } from "../../src/engine/rules/index.ts";
import { hullwright, inFolder, maintained } from "./command-line.ts";

const chinese = /\p{Script=Han}/u;

test("lint speaks Chinese: problems, fixes, severities and the count", async () => {
	inFolder({ Dockerfile: "FROM alpine:3.22\nRUN apk add curl\nUSER app\n" });
	expect((await hullwright(["lint", "--locale", "zh-CN", "--fail-on", "never"])).output).toBe(
		[
			"Dockerfile:2:5 信息 `apk add` 没有加 `--no-cache`，把软件包索引留在了镜像中 [apk-leftover-cache]",
			"    RUN apk add curl",
			"        ^^^^^^^",
			"1 个文件中有 1 个问题（1 条信息）；--fix 可自动修复 1 个",
			"",
		].join("\n"),
	);
	expect((await hullwright(["lint", "--locale", "zh-CN", "--fix"])).output).toBe(
		"Dockerfile：已修复：添加 `--no-cache` [apk-leftover-cache]\n1 个文件中没有发现问题\n",
	);
});

test.each(["json", "sarif", "github"])("lint --format %s speaks Chinese where people read, and keeps the words that programs read", async (format) => {
	inFolder({ Dockerfile: maintained });
	const [english, translated] = [await hullwright(["lint", "--format", format]), await hullwright(["lint", "--format", format, "--locale", "zh-CN"])];
	expect(translated.exitCode).toBe(english.exitCode);
	expect(translated.output).toContain("`MAINTAINER` 已弃用");
	expect(translated.output).not.toContain("deprecated in favour");
	expect(translated.output).toContain("maintainer-instruction");
	expect(english.output).not.toMatch(chinese);
});

test("rules lists every title in Chinese", async () => {
	const rows = JSON.parse((await hullwright(["rules", "--format", "json", "--locale", "zh-CN"])).output) as { id: string; title: string }[];
	expect(rows.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
	expect(rows.filter(({ title }) => !chinese.test(title))).toEqual([]);
	expect((await hullwright(["rules", "--locale", "zh-CN"])).output).toMatch(/^from-latest-tag +基础镜像使用了 `latest` 标签 \(警告; DL3007/m);
});

test.each([["en"], ["en-GB"]])("--locale %s is English", async (locale) => {
	expect((await hullwright(["rules", "--locale", locale])).output).toBe((await hullwright(["rules"])).output);
});

test.each([["de"], [""], ["zh-TW"]])("--locale %j is refused", async (locale) => {
	const { exitCode, output, errors } = await hullwright(["lint", "--locale", locale]);
	expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
	expect(errors).toContain(`--locale takes en or zh-CN, not "${locale}"`);
});

test.each([
	[["lint", "--nope"]],
	[["lint", "--fxi"]],
	[["lint", "--fix=yes"]],
	[["lint", "--config"]],
	[["lint", "--format", "xml"]],
	[["lint", "--stdin-filename", "Dockerfile", "."]],
	[["lint", "--fix", "-"]],
	[["lint", "--fix", "--diff"]],
	[["lint", "--diff", "--format", "json"]],
	[["lint"]],
	[["lint", "nowhere"]],
	[["tree", "--fix", "a"]],
	[["tree"]],
	[["tree", "nowhere"]],
	[["fmt"]],
	[["fmt", "--fix"]],
	[["fmt", "nowhere"]],
	[["explain"]],
	[["explain", "DL9999"]],
	[["explain", "missing-usr"]],
	[["explain", "COPY", "--chmodd"]],
	[["explain", "--mount=type=cach"]],
	[["explain", "RUN", "--mount=type=tmpfs,required"]],
	[["explain", "# escap"]],
	[["rules", "x"]],
	[["lnit"]],
	[["Dockerfile"]],
	[[]],
])("every line about %j is Chinese", async (args) => {
	inFolder({});
	const { errors } = await hullwright([...args, "--locale", "zh-CN"]);
	expect(errors).not.toBe("");
	expect(
		errors
			.trimEnd()
			.split("\n")
			.filter((line) => !chinese.test(line)),
	).toEqual([]);
});

test("--help speaks Chinese and names the same commands and options", async () => {
	const typed = (text: string): readonly string[] => text.match(/^  (?:--?[a-z-]+|[a-z]+\b)/gm) ?? [];
	const [english, translated] = [(await hullwright(["--help"])).output, (await hullwright(["--help", "--locale", "zh-CN"])).output];
	expect(typed(translated)).toEqual(typed(english));
	expect(translated.split("\n").filter((line) => line.startsWith("  ") && !chinese.test(line))).toEqual([]);
	expect(english).not.toMatch(chinese);
});

test("what is wrong in a configuration, and what is ignored, is said in Chinese", async () => {
	inFolder({ ".hullwright.yaml": "preset: strikt\nrules: { missing-usr: off }\nignore: [a/]\n", "a/Dockerfile": maintained });
	const { errors } = await hullwright(["lint", "--locale", "zh-CN", "a/Dockerfile"]);
	expect(errors.trimEnd().split("\n").toSorted()).toEqual([
		".hullwright.yaml:1:9: `preset` 必须是 default，strict，hadolint 或 buildkit，而不是 `strikt`；您是不是想写 `strict`？",
		".hullwright.yaml:2:10: 没有名为 `missing-usr` 的规则；您是不是想写 `missing-user`？",
		"a/Dockerfile：没有检查，因为 .hullwright.yaml 忽略了它",
	]);
});
