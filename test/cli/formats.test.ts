import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { hullwright, inFolder, maintained } from "./command-line.ts";

const outputOf = async (format: string, ...args: string[]): Promise<string> => (await hullwright(["lint", "--format", format, ...args])).output;

/** Words that a Dockerfile brings into a message, with all that XML and terminals stumble over. */
const hostile = 'FROM debian:12\nRUNN <a b="c">\nCOPY --<&"\x1b]]>\uFFFE\u202E=1 a b\nUSER app\n';

test("gnu: file, line and column, severity, message and rule", async () => {
	inFolder({ Dockerfile: maintained, "sub/Dockerfile": hostile });

	const lines = (await outputOf("gnu")).split("\n");
	expect(lines).toContain("Dockerfile:2:1: warning: `MAINTAINER` is deprecated in favour of a label [maintainer-instruction]");
	expect(lines.slice(0, -1).filter((line) => !/^(?:sub\/)?Dockerfile:\d+:\d+: (?:error|warning|info): [^\x00-\x1f\u202e]+ \[[a-z-]+\]$/.test(line))).toEqual(
		[],
	);
	expect(lines.some((line) => line.startsWith("sub/Dockerfile:2:1: error: "))).toBe(true);
});

test("checkstyle: a file with its errors; what is clean is left out", async () => {
	inFolder({ Dockerfile: maintained, "a & b/Dockerfile": hostile, "clean/Dockerfile": "FROM debian:12\nUSER app\n" });

	const root = parseXml(await outputOf("checkstyle"));
	expect(root).toMatchObject({ name: "checkstyle", attributes: { version: "4.3" } });
	expect(root.children.map(({ name, attributes }) => [name, attributes["name"]])).toEqual([
		["file", "Dockerfile"],
		["file", "a & b/Dockerfile"],
	]);
	expect(root.children[0]?.children).toEqual([
		{
			name: "error",
			attributes: {
				line: "2",
				column: "1",
				severity: "warning",
				message: "`MAINTAINER` is deprecated in favour of a label",
				source: "maintainer-instruction",
			},
			children: [],
			text: "",
		},
	]);
	expect(root.children[1]?.children.map(({ attributes }) => attributes["message"]).join("\n")).toMatch(/`--<&\uFFFD\]\]>\uFFFD/);
	expect(parseXml(await outputOf("checkstyle", "clean")).children).toEqual([]);
});

test("junit: a finding is a test that fails, a clean file one that passes", async () => {
	inFolder({ Dockerfile: maintained, "a/Dockerfile": hostile, "clean/Dockerfile": "FROM debian:12\nUSER app\n" });

	const root = parseXml(await outputOf("junit"));
	expect(root.name).toBe("testsuites");
	const [first, second, clean] = root.children;
	expect(first).toMatchObject({ name: "testsuite", attributes: { name: "Dockerfile", tests: "1", failures: "1", errors: "0" } });
	expect(first?.children).toMatchObject([
		{
			name: "testcase",
			attributes: { name: "maintainer-instruction (2:1)", classname: "Dockerfile", file: "Dockerfile", line: "2" },
			children: [{ name: "failure", attributes: { type: "warning", message: "`MAINTAINER` is deprecated in favour of a label" } }],
		},
	]);
	expect(clean).toMatchObject({ attributes: { tests: "1", failures: "0" }, children: [{ name: "testcase", children: [] }] });
	const failures = [first, second].flatMap((suite) => suite?.children ?? []).flatMap(({ children }) => children);
	expect(root.attributes).toMatchObject({ tests: String(failures.length + 1), failures: String(failures.length) });
});

type Issue = {
	readonly type: string;
	readonly check_name: string;
	readonly description: string;
	readonly categories: readonly string[];
	readonly severity: string;
	readonly fingerprint: string;
	readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
};

const issuesOf = async (...args: string[]): Promise<readonly Issue[]> => JSON.parse(await outputOf("gitlab", ...args)) as readonly Issue[];

test("gitlab and codeclimate: all that Code Climate and GitLab ask of an issue", async () => {
	const folder = inFolder({ Dockerfile: maintained, "sub/Dockerfile": hostile, "clean/Dockerfile": "FROM debian:12\nUSER app\n" });

	const issues = await issuesOf(".", "./sub/../sub/Dockerfile");
	expect(issues[0]).toMatchObject({
		type: "issue",
		check_name: "maintainer-instruction",
		description: "`MAINTAINER` is deprecated in favour of a label",
		categories: ["Clarity"],
		severity: "major",
		location: { path: "Dockerfile", lines: { begin: 2, end: 2 } },
	});
	for (const { fingerprint, severity, categories, location } of issues) {
		expect(fingerprint).toMatch(/^[\da-f]{32}$/);
		expect(["info", "minor", "major", "critical", "blocker"]).toContain(severity);
		expect(["Bug Risk", "Clarity", "Compatibility", "Complexity", "Duplication", "Performance", "Security", "Style"]).toContain(categories[0]);
		expect(["Dockerfile", "sub/Dockerfile"]).toContain(location.path);
	}
	expect(await outputOf("codeclimate", join(folder, "Dockerfile"))).toBe(await outputOf("gitlab", "Dockerfile"));
	expect(await issuesOf("clean")).toEqual([]);
});

test("gitlab: a problem keeps its fingerprint when it moves, in every language, and no two have the same", async () => {
	const cds = "RUN cd /srv && make\nRUN cd /srv && make\nRUN cd /opt && make\n";
	const folder = inFolder({ Dockerfile: `FROM debian:12\n${cds}USER app\n`, "other/Dockerfile": `FROM debian:12\n${cds}USER app\n` });
	const marks = async (...args: string[]): Promise<string[]> => {
		const issues = await issuesOf("--preset", "strict", "--only", "cd-in-run", ...args);
		return issues.map(({ fingerprint }) => fingerprint);
	};
	const before = await marks();
	expect(new Set(before).size).toBe(6);

	const path = join(folder, "Dockerfile");
	writeFileSync(path, readFileSync(path, "utf8").replace("RUN", "# A comment.\n\nENV A=b\n    RUN"));
	expect(await marks()).toEqual(before);
	expect(await marks("--locale", "zh-CN")).toEqual(before);
	expect(await marks("--ids", "hadolint")).toEqual(before);
});

test("a file outside of the folder keeps the name that it was given", async () => {
	const folder = inFolder({ "here/Dockerfile": maintained, "there/Dockerfile": maintained });
	process.chdir(join(folder, "here"));

	expect((await issuesOf("../there/Dockerfile")).map(({ location }) => location.path)).toEqual(["../there/Dockerfile"]);
	const [file] = parseXml(await outputOf("checkstyle", join(folder, "here"))).children;
	expect(basename(file?.attributes["name"] ?? "")).toBe(file?.attributes["name"]);
});

type Element = {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: readonly Element[];
	readonly text: string;
};

/** Reads XML as strictly as its grammar is, as far as we write it: declaration, elements, attributes, text and numbers for characters. */
function parseXml(xml: string): Element {
	expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/);
	expect(xml).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
	let at = xml.indexOf("?>\n") + 3;
	const take = (pattern: RegExp): RegExpExecArray => {
		pattern.lastIndex = at;
		const match = pattern.exec(xml);
		if (!match) throw new Error(`no ${String(pattern)} at ${JSON.stringify(xml.slice(at, at + 60))}`);
		at += match[0].length;
		return match;
	};
	const characters = (text: string): string => {
		expect(text).not.toMatch(/&(?!#\d+;)/);
		return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
	};
	function readElement(): Element {
		const [, name = "", written = "", empty] = take(/<([a-z]+)((?: [a-z]+="[^"<]*")*)(\/)?>/y);
		const attributes = Object.fromEntries([...written.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key, value = ""]) => [key, characters(value)]));
		const children: Element[] = [];
		let text = "";
		while (!empty && !xml.startsWith("</", at)) {
			if (xml[at] === "<") children.push(readElement());
			else text += characters(take(/[^<]+/y)[0]);
		}
		if (!empty) expect(take(/<\/([a-z]+)>/y)[1]).toBe(name);
		return { name, attributes, children, text: text.trim() };
	}
	const root = readElement();
	expect(xml.slice(at)).toBe("\n");
	return root;
}
