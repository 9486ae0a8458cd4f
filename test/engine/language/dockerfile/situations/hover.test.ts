import { describe, expect, test } from "vitest";
import { parse } from "../../../../../src/engine/dockerfile/parse.ts";
import { hover } from "../../../../../src/engine/language/dockerfile/hover/hover.ts";
import { inEachWriting, writings } from "./writings.ts";

/** What is said at `‸`, cut to its first line, and about which part of the text, in one line. */
function said(marked: string): string {
	const text = marked.replace("‸", "");
	const found = hover(parse(text), marked.indexOf("‸"), undefined);
	if (!found) return "nothing";
	const first = found.markdown.replace(/^```dockerfile\n/, "").split("\n")[0] ?? "";
	return `${text.slice(found.range.start, found.range.end).replaceAll(/[\\`][ \t]*\r?\n\s*/g, "")}: ${first}`;
}

const values: readonly (readonly [what: string, marked: string, says: string])[] = [
	["where it is set", "FROM a\nENV TA‸G=1", "TAG: `TAG` = `1`"],
	["on the sign", "FROM a\nENV TAG‸=1", "TAG: `TAG` = `1`"],
	["in its value", "FROM a\nENV TAG=‸1", "nothing"],
	["without a value", "FROM a\nENV T‸AG", "nothing"],
	["with an empty value", "FROM a\nENV T‸AG=", 'TAG: `TAG` = `""`'],
	["with what goes on in an empty line", "FROM a\nENV T‸AG=\\\n\n", 'TAG: `TAG` = `""`'],
	["with a value that goes on so", "FROM a\nENV T‸AG=y\\\n\n", "TAG: `TAG` = `y`"],
	["with blanks behind the sign", "FROM a\nENV T‸AG=   \t ", 'TAG: `TAG` = `""`'],
	["the old way", "FROM a\nENV T‸AG 1", "TAG: `TAG` = `1`"],
	["the old way, of several words", "FROM a\nENV MO‸TD all hands on deck", "MOTD: `MOTD` = `all hands on deck`"],
	["where it is read", "FROM a\nARG TAG=1\nUSER $T‸AG", "$TAG: `TAG` = `1`"],
	["in braces", "FROM a\nARG TAG=1\nUSER ${T‸AG}", "${TAG}: `TAG` = `1`"],
	["in braces that do not end", "FROM a\nARG TAG=1\nUSER ${T‸AG", "${TAG: `TAG` = `1`"],
	["read without a value", "FROM a\nARG TAG\nUSER $T‸AG", "$TAG: `TAG`: no value known before the build"],
	["read with an empty value", "FROM a\nARG TAG=\nUSER $T‸AG", '$TAG: `TAG` = `""`'],
	["read in double quotes", 'FROM a\nARG TAG=1\nLABEL of="$T‸AG "', "$TAG: `TAG` = `1`"],
	["before a colon", "FROM a\nARG TAG=1\nRUN echo $T‸AG:x", "$TAG: `TAG` = `1`"],
	["one of two side by side", "FROM a\nARG A=1\nARG B=2\nUSER ${A}${‸B}", "${B}: `B` = `2`"],
	["of another stage", "FROM a\nENV TAG=1\nFROM b\nUSER $T‸AG", "$TAG: `TAG` is not set here"],
	["split over lines", "FROM a\nARG PORT=80\nEXPOSE ${PO\\\nR‸T}", "${PORT}: `PORT` = `80`"],
	["the last value, not the first", "FROM a\nENV A=1\nENV A=2\nENV B=${‸A}", "${A}: `A` = `2`"],
	["beside a new value in its line", "FROM a\nENV A=1\nENV A=2 B=$‸A", "$A: `A` = `1`"],
	// The Node server says 2; in BuildKit an ARG with a value counts from its line on, too.
	["an ENV between two ARGs", "FROM a\nARG A=1\nENV A=2\nARG A=3\nRUN echo $‸A", "$A: `A` = `3`"],
	["one of several over lines", "FROM a\nENV A=1 \\\n  B=2 \\\n  C=3\nRUN echo $‸B", "$B: `B` = `2`"],
	["one behind a comment", "FROM a\nENV A=1 \\\n# about the next\nB‸=2", "B: `B` = `2`"],
	["a value that looks like a comment", "FROM a\nENV A=1 \\\nB‸=# \\\nC=3", "B: `B` = `#`"],
	["above the first FROM", "ARG IMAGE=debian\nFROM $IM‸AGE", "$IMAGE: `IMAGE` = `debian`"],
	["above a second one", "ARG IMAGE=debian\nFROM $IMAGE\nARG IMAGE=other\nFROM $IM‸AGE", "$IMAGE: `IMAGE` = `debian`"],
	["not taken by the stage", "ARG IMAGE=debian\nFROM alpine\nRUN echo $IM‸AGE", "$IMAGE: `IMAGE` is not set here"],
	["taken by it", "ARG IMAGE=debian\nFROM alpine\nARG IMAGE\nRUN echo $IM‸AGE", "$IMAGE: `IMAGE` = `debian`"],
	["that is set too late", "FROM $IM‸AGE\nARG IMAGE=debian", "$IMAGE: `IMAGE` is not set here"],
	["in a file without FROM", "ARG TAG=1\nUSER $T‸AG", "$TAG: `TAG` = `1`"],
];
describe("values of variables", () => {
	test.each(inEachWriting(values))("%s", (_, marked, says) => {
		expect(said(marked)).toBe(says);
	});

	// The Node server tells the value in single quotes, too.
	test.each(["'$T‸AG'", "'${T‸AG}'", "\\$T‸AG", "\\${T‸AG}"])("where Docker replaces nothing, the label alone is told of: %s", (word) => {
		for (const [, write] of writings) expect(said(write(`FROM a\nARG TAG=1\nLABEL of=x${word}\n`))).toMatch(/: \*\*`of`\*\*$/);
	});

	test.each([
		["a\\ b", "a b"],
		["a\\ \\ b", "a b"],
		["'a  b'", "a b"],
		["'\\'", "\\"],
		["'\\\\'", "\\\\"],
		['"a\\ b"', "a\\ b"],
		['"\\"b\\""', '"b"'],
		["'\"\\\"'", '"\\"'],
		['"\\\\"', "\\"],
		["a\\\nb", "ab"],
		['"a\\\nb"', "ab"],
		["'a\\\nb'", "ab"],
		["'a\\ \nb'", "ab"],
		["'f g=h'", "f g=h"],
		// Runs of blanks are shown as one.
	])("a value as Docker reads it: %j", (value, says) => {
		expect(said(`FROM a\nENV V‸AR=${value}\n`)).toBe(`VAR: \`VAR\` = \`${says}\``);
		expect(said(`FROM a\nARG VAR=${value}\nUSER $V‸AR\n`)).toBe(`$VAR: \`VAR\` = \`${says}\``);
	});
});

const directives = {
	escape: "**`# escape=`** The character that escapes others and that continues a line: `\\` unless set here, or a backtick, which suits Windows paths.",
	syntax:
		"**`# syntax=`** The image that understands this Dockerfile: BuildKit pulls it and lets it do the build. `docker/dockerfile:1` is the newest stable version of Docker's own, whatever the engine's age. Building then needs that image from a registry or the local cache.",
};
const others: readonly (readonly [what: string, marked: string, says: string])[] = [
	["a keyword", "FR‸OM debian", "FROM: FROM [--platform=PLATFORM] IMAGE[:TAG][@DIGEST] [AS NAME]"],
	["in any letters", "fr‸oM debian", "froM: FROM [--platform=PLATFORM] IMAGE[:TAG][@DIGEST] [AS NAME]"],
	["at its first letter", "‸FROM debian", "FROM: FROM [--platform=PLATFORM] IMAGE[:TAG][@DIGEST] [AS NAME]"],
	["behind its last", "FROM‸ debian", "FROM: FROM [--platform=PLATFORM] IMAGE[:TAG][@DIGEST] [AS NAME]"],
	["over two lines", "FR\\\nO‸M debian", "FROM: FROM [--platform=PLATFORM] IMAGE[:TAG][@DIGEST] [AS NAME]"],
	["over three, one of which is empty", "FR\\\n\nO‸M debian", "FROM: FROM [--platform=PLATFORM] IMAGE[:TAG][@DIGEST] [AS NAME]"],
	["with a stray escape character", "FR\\‸OM debian", "nothing"],
	["an unknown word", "UNK‸NOWN a", "nothing"],
	["a number", "‸3", "nothing"],
	["in a second line", "FROM debian\nEXP‸OSE 80", "EXPOSE: EXPOSE PORT[/tcp|/udp] [PORT …]"],
	["a word of another instruction that is a keyword", "FROM debian\nRUN EXP‸OSE 80", "nothing"],
	["the type of a check", "FROM a\nHEALTHCHECK NO‸NE", "NONE: **`NONE`** Switches off a health check inherited from the base image."],
	["a trigger", "FROM a\nONBUILD EXP‸OSE 80", "EXPOSE: EXPOSE PORT[/tcp|/udp] [PORT …]"],
	["a trigger in the next line", "FROM a\nONBUILD \\\n EXP‸OSE 80", "EXPOSE: EXPOSE PORT[/tcp|/udp] [PORT …]"],
	["a trigger with a stray escape character", "FROM a\nONBUILD E‸XPOS\\E", "nothing"],
	["no trigger", "FROM a\nONBUILD  ‸ ", "nothing"],
	["an image", "FROM deb‸ian", "debian: Base image `debian`, in full `docker.io/library/debian:latest`"],
	["an escape directive", "# esc‸ape=\\\n", `# escape=\\: ${directives.escape}`],
	["a syntax directive", "# syn‸tax=docker/dockerfile:1\n", `# syntax=docker/dockerfile:1: ${directives.syntax}`],
	["in any letters, with blanks", "#  Syn‸tax = docker/dockerfile:1\n", `#  Syntax = docker/dockerfile:1: ${directives.syntax}`],
	["a second directive", "# syntax=docker/dockerfile:1\n# esc‸ape=\\\n", `# escape=\\: ${directives.escape}`],
	["a directive that there is twice", "# escape=\\\n# esc‸ape=\\\n", "nothing"],
	["an unknown one", "# esk‸ape=\\\n", "nothing"],
	["one without a sign", "# esc‸ape\n", "nothing"],
	["one below a comment", "# about\n# esc‸ape=\\\n", "nothing"],
	["one below an empty line", "\n# esc‸ape=\\\n", "nothing"],
	["a comment", "FROM a\n# FR‸OM b\n", "nothing"],
	["blanks", "  ‸  ", "nothing"],
	["tabs", "\t‸\t", "nothing"],
	["an empty file", "‸", "nothing"],
	["blanks before a flag", "FROM a\nCOPY ‸ --from=b", "nothing"],
	["a name that is not there", "FROM a\nARG  ‸  ", "nothing"],
];
test.each(others)("%s", (_, marked, says) => {
	expect(said(marked)).toBe(says);
});

const flags: readonly (readonly [keyword: string, flag: string])[] = [
	...["platform"].map((flag) => ["FROM", flag] as const),
	...["chown", "chmod", "link", "checksum", "keep-git-dir", "exclude"].map((flag) => ["ADD", flag] as const),
	...["from", "chown", "chmod", "link", "parents", "exclude"].map((flag) => ["COPY", flag] as const),
	...["interval", "timeout", "start-period", "start-interval", "retries"].map((flag) => ["HEALTHCHECK", flag] as const),
	...["mount", "network", "security"].map((flag) => ["RUN", flag] as const),
];
describe.each(flags)("%s --%s", (keyword, flag) => {
	const head = new RegExp(`^--${flag}(?:=\\S*)?: ${keyword} --${flag}`);
	const triggers = keyword === "FROM" ? [""] : ["", "ONBUILD "];
	test("is told of, with and without a value", () => {
		for (const trigger of triggers)
			for (const rest of ["", "=", "=$X a b", "=\\$X a b", "=\\a a b"]) {
				const text = `FROM a\n${trigger}${keyword} --${flag}${rest}\n`;
				expect(said(text.replace("--", "--‸"))).toMatch(head);
				expect(said(text.replace("--", "‸--"))).toMatch(head);
			}
	});
	test("in capitals, where Docker knows none, and behind the first word", () => {
		for (const trigger of triggers) {
			expect(said(`FROM a\n${trigger}${keyword} --‸${flag.toUpperCase()}=1 a b\n`)).toBe("nothing");
			expect(said(`FROM a\n${trigger}${keyword} CMD --${flag.slice(0, 3)}‸${flag.slice(3)}=1 b\n`)).not.toMatch(head);
		}
	});
});
