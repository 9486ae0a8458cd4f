import { describe, expect, test } from "vitest";
import { parse } from "../../../../../src/engine/dockerfile/parse.ts";
import { completionsAt } from "../../../../../src/engine/language/dockerfile/completion/completion.ts";
import { inEachWriting, writings } from "./writings.ts";

/** What is offered at `‸` and begins as what is written there, in the order in which it is shown; of whole forms of instructions only the keyword. */
function offered(marked: string): readonly string[] {
	const offset = marked.indexOf("‸");
	const text = marked.replace("‸", "");
	const found = completionsAt(parse(text), offset, { entries: [], images: [], isAsked: true }) ?? [];
	const fitting = found.filter(({ label, range }) =>
		label.toLowerCase().startsWith(
			text
				.slice(range.start, offset)
				.replace(/^\$\{?/, "")
				.toLowerCase(),
		),
	);
	const labels = fitting.toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0)).map(({ label }) => label.replace(/^([A-Z]+|[a-z]+) .*/s, "$1"));
	return [...new Set(labels)];
}

const instructions = "FROM RUN COPY ADD CMD ENTRYPOINT ENV ARG WORKDIR USER EXPOSE LABEL VOLUME HEALTHCHECK SHELL STOPSIGNAL ONBUILD MAINTAINER".split(" ");
const triggers = instructions.filter((keyword) => !["FROM", "ONBUILD", "MAINTAINER"].includes(keyword));
const directives = ["# syntax=", "# escape=", "# check="];

/** Exactly these are offered. */
const exact: readonly (readonly [what: string, marked: string, labels: readonly string[]])[] = [
	["instructions in a stage", "FROM a\n‸", instructions],
	["behind blanks", "FROM a\n\t‸", instructions],
	["between lines", "FROM a\n‸\nUSER me", instructions],
	["below a comment", "FROM a\n# about\n‸", instructions],
	["one that is begun", "FROM a\nON‸", ["ONBUILD"]],
	["begun in small letters", "FROM a\nmain‸", ["MAINTAINER"]],
	["as the file writes them", "from a\nwork‸", ["workdir"]],
	["the rest of a word in the next line", "FROM a\nWOR\\\n‸", []],
	["behind a word that is none", "F ‸", []],
	["behind an image", "FROM a F‸", []],
	["behind the escape character", "FROM a\n\\‸", []],
	["above the first FROM", "AR‸", ["ARG"]],
	// Docker refuses any other there; the Node server offers all.
	["above the first FROM, what Docker refuses there", "RU‸", []],
	["in a trigger", "FROM a\nONBUILD ‸", triggers],
	["in a trigger, begun", "FROM a\nONBUILD W‸", ["WORKDIR"]],
	["in a trigger of a small file", "from a\nonbuild w‸", ["workdir"]],
	["in a trigger, what Docker refuses there", "FROM a\nONBUILD F‸", []],
	["a second trigger, too", "FROM a\nONBUILD O‸", []],
	["in the text of a command", 'FROM a\nRUN echo "ONBUILD W‸', []],
	["behind a keyword with a blank in it", "FROM a\nO NBUILD ‸", []],
	["in a here document", "FROM a\nCOPY <<NOTE /\nW‸\nNOTE", []],
	["in the first of two here documents", "FROM a\nADD x <<ONE y <<TWO /\none\nONE\n‸", []],
	["in a comment", "FROM a\n# F‸", []],
	["a flag of FROM", "FROM -‸", ["--platform="]],
	["a flag that is begun", "FROM a\nADD --che‸", ["--checksum="]],
	["one that is whole", "FROM a\nCOPY --chown‸", ["--chown="]],
	["one before what is there", "FROM a\nCOPY --chow‸ .", ["--chown="]],
	["those that are not there", "FROM a\nCOPY --from=x --ch‸", ["--chown=", "--chmod="]],
	["those behind one that is unknown", "FROM a\nCOPY --from2=x --f‸", ["--from="]],
	["none that there is", "FROM a\nCOPY --from=x --f‸ .", []],
	["none behind the first word", "FROM a\nCOPY x --f‸", []],
	["none of another instruction", "FROM a\nADD --fr‸", []],
	["flags of a check", "FROM a\nHEALTHCHECK --re‸", ["--retries="]],
	[
		"both checks, and the flags that are not there",
		"FROM a\nHEALTHCHECK --timeout=3s ‸",
		["--interval=", "--retries=", "--start-interval=", "--start-period=", "CMD", "NONE"],
	],
	["a check that is begun", "FROM a\nHEALTHCHECK NO‸", ["NONE"]],
	["none behind a check", "FROM a\nHEALTHCHECK CMD --in‸", []],
	["none behind no check", "FROM a\nHEALTHCHECK NONE ‸", []],
	["a name for the stage", "FROM a AS ‸", []],
	["AS", "FROM a ‸", ["AS"]],
	["in small letters", "from a ‸", ["as"]],
];
describe("exactly these are offered", () => {
	test.each(inEachWriting(exact))("%s", (_, marked, labels) => {
		expect(offered(marked).toSorted()).toEqual([...labels].toSorted());
	});

	// Nothing but directives and what a comment may be is at the top, so that no other line may stand before.
	const atTop: readonly (readonly [marked: string, labels: readonly string[]])[] = [
		["#‸", directives],
		["# ‸", directives],
		["#‸\n# about", directives],
		["#s‸", []],
		["# s‸", ["# syntax="]],
		["# E‸", ["# escape="]],
		["# es‸cape=`", ["# escape"]],
		["# e‸ = `", ["# escape"]],
		["# syntax=x\n# ‸", ["# escape=", "# check="]],
		["# escape=`\n# syntax=x\n# ‸", ["# check="]],
		["# about\n# ‸", []],
		["#\n# e‸", []],
		["# a‸=b", []],
		["# escape=` ‸", []],
		["##‸", []],
		["‸# about", ["FROM", "ARG", ...directives]],
		["‸", ["FROM", "ARG", ...directives]],
		["\uFEFF‸", ["FROM", "ARG", ...directives]],
		["\n‸", ["FROM", "ARG"]],
	];
	test.each(atTop)("at the top: %j", (marked, labels) => {
		expect(offered(marked).toSorted()).toEqual([...labels].toSorted());
	});

	test.each(instructions.filter((keyword) => keyword !== "ONBUILD").flatMap((keyword) => ["", "ONBUILD "].map((trigger) => `${trigger}${keyword}`)))(
		"%s that goes on in the next line offers no instructions there",
		(head) => {
			for (const [, write] of writings) {
				const found = offered(write(`FROM a AS b\n${head}\\\n‸`));
				expect(found.filter((label) => instructions.includes(label) && label !== "CMD")).toEqual([]);
			}
		},
	);

	test.each([
		["an escape directive without a value", "#escape=\n", "\\"],
		["in other letters", "#EsCaPe=`\n", "`"],
		["with blanks before the sign", "# escape =`\n", "`"],
		["with blanks behind it", "# escape= ` \n", "`"],
		["a blank in its name", "#esc ape=`\n", "\\"],
		["two characters", "#escape=``\n", "\\"],
		["below a comment", "# about\n#escape=`\n", "\\"],
		["below an empty comment", "#\n#escape=`\n", "\\"],
		["a character that Docker does not know", "#escape=x\n", "\\"],
	])("by which character a line goes on: %s", (_, head, escape) => {
		for (const lineEnd of ["\n", "\r\n"]) {
			const other = escape === "`" ? "\\" : "`";
			const file = (character: string): string => `${head}FROM a\nEXPOSE 80 ${character}\nWORK‸`.replaceAll("\n", lineEnd);
			expect([offered(file(escape)), offered(file(other))]).toEqual([[], ["WORKDIR"]]);
		}
	});
});

const stages: readonly (readonly [what: string, marked: string, labels: readonly string[]])[] = [
	["none", "FROM debian\nCOPY --from=‸", []],
	// The Node server offers a stage to itself.
	["not the own one", "FROM debian AS own\nCOPY --from=‸", []],
	["those above, by name and number", "FROM debian AS one\nFROM debian\nFROM debian AS two\nFROM alpine\nCOPY --from=‸", ["1", "one", "two"]],
	["one that is begun", "FROM debian AS setup\nFROM debian AS dev\nFROM alpine\nCOPY --from=s‸", ["setup"]],
	["in any letters", "FROM debian AS setup\nFROM alpine\nCOPY --from=S‸", ["setup"]],
	["one of a name", "FROM debian AS source\nFROM debian AS soURCe\nFROM alpine\nCOPY --from=so‸", ["soURCe"]],
	["none below", "FROM debian AS dev\nFROM alpine\nCOPY --from=‸\nFROM debian AS later", ["dev"]],
	["for a trigger", "FROM debian AS dev\nFROM alpine\nONBUILD COPY --from=‸", ["dev"]],
];
test.each(inEachWriting(stages))("stages that files are copied from: %s", (_, marked, labels) => {
	const images = new Set(offered("FROM ‸"));
	expect(
		offered(marked)
			.filter((label) => !images.has(label) && label !== "debian" && label !== "alpine")
			.toSorted(),
	).toEqual(labels);
});

const proxies = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "ftp_proxy", "FTP_PROXY", "no_proxy", "NO_PROXY", "all_proxy", "ALL_PROXY"];
const variables: readonly (readonly [what: string, head: string, typed: string, labels: readonly string[]])[] = [
	["what Docker knows, where nothing is set", "", "", ["HOME", "PATH", ...proxies]],
	["of a letter", "", "f", ["FTP_PROXY", "ftp_proxy"]],
	["arguments", "ARG foo=1\nARG FOO=2\n", "fo", ["FOO", "foo"]],
	["without values", "ARG foo\n", "fo", ["foo"]],
	["set twice, once", "ARG foo=1\nARG foo=2\n", "fo", ["foo"]],
	["an argument that Docker knows, once", "ARG FTP_PROXY\n", "ftp", ["FTP_PROXY", "ftp_proxy"]],
	["variables", "ENV foo=1 FOO=2\n", "fo", ["FOO", "foo"]],
	["a variable that Docker knows, once", "ENV FTP_PROXY=8001\n", "ftp", ["FTP_PROXY", "ftp_proxy"]],
	["both, once", "ARG foo=1\nENV foo=2\n", "fo", ["foo"]],
	["none that is not there", "ENV foo=1\n", "x", []],
];
describe("variables", () => {
	test.each(variables)("%s", (_, head, typed, labels) => {
		for (const sign of ["$", "${"])
			for (const [, write] of writings) expect(offered(write(`FROM debian\n${head}RUN echo ${sign}${typed}‸`)).toSorted()).toEqual([...labels].toSorted());
	});
	test.each([
		["none of another stage", "FROM debian\nENV foo=1\nFROM alpine\nRUN echo $fo‸"],
		["none that is set below", "FROM debian\nRUN echo $fo‸\nENV foo=1"],
		["none behind the character that takes a sign's meaning", "FROM debian\nENV foo=1\nWORKDIR /a\\$fo‸"],
		["none there in braces", "FROM debian\nENV foo=1\nWORKDIR /a\\${fo‸"],
	])("%s", (_, marked) => {
		for (const [, write] of writings) expect(offered(write(marked))).toEqual([]);
	});
});

describe("directories for the destination", () => {
	const head = "FROM debian\nWORKDIR /tmp\nWORKDIR /build\n";
	test.each(["ADD", "COPY", "ONBUILD ADD", "ONBUILD COPY"])("%s", (keyword) => {
		for (const sources of ["a.txt", "a.txt b.txt"]) expect(offered(`${head}${keyword} ${sources} ‸`)).toEqual(expect.arrayContaining(["/build/", "/tmp/"]));
		expect(offered(`${head}${keyword} a.txt /b‸`)).toContain("/build/");
		expect(offered(`${head}${keyword} a.txt /b‸`)).not.toContain("/tmp/");
		expect(offered(`${head}${keyword} a‸.txt /srv/`)).not.toContain("/tmp/");
		expect(offered(`${head}${keyword} a.txt b‸.txt c.txt`)).not.toContain("/tmp/");
	});
});
