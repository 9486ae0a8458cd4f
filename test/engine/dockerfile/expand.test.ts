import { expect, test } from "vitest";
import { expand, unknown } from "../../../src/engine/dockerfile/expand.ts";

const values: Record<string, string | typeof unknown> = { file: "src/app.tar.gz", empty: "", version: "3.14", unknown };

// What BuildKit's own lexer gives for the same text.
test.each([
	["plain", "plain"],
	["$version", "3.14"],
	["${version}-slim", "3.14-slim"],
	["'$version'", "$version"],
	['"$version"', "3.14"],
	["\\$version", "$version"],
	["${missing:-latest}", "latest"],
	["${missing-latest}", "latest"],
	["${empty:-latest}", "latest"],
	["${empty-latest}", ""],
	["${version:+set}", "set"],
	["${missing+set}", ""],
	["${missing:+set}", ""],
	["${missing:-${version}}", "3.14"],
	["${file#*/}", "app.tar.gz"],
	["${file##*.}", "gz"],
	["${file%.*}", "src/app.tar"],
	["${file%%.*}", "src/app"],
	["${file/app/web}", "src/web.tar.gz"],
	["${file//a/A}", "src/App.tAr.gz"],
	["a$", "a$"],
])("%s is %s", (text, expected) => {
	expect(expand(text, (name) => values[name], "\\")).toEqual({ text: expected, error: undefined });
});

test.each([
	"$missing",
	"${missing}-slim",
	"${missing#a}",
	"${missing/a/b}",
	"$unknown",
	"${unknown:-latest}",
	"${unknown:+set}",
	"${unknown+}",
	"${unknown:?must be set}",
	"${unknown#*}",
	"${unknown//a/}",
	"${missing:-$unknown}",
	"${version:+$missing}",
	"$$",
])("what %s is only the build knows", (text) => {
	expect(expand(text, (name) => values[name], "\\")).toEqual({ text: undefined, error: undefined });
});

test.each([
	["${version:-$unknown}", "3.14"],
	["${missing:+$unknown}", ""],
	["${file/app/$missing}", undefined],
	["'$unknown'", "$unknown"],
])("%s is %s: a variable counts only where it is taken", (text, expected) => {
	expect(expand(text, (name) => values[name], "\\").text).toBe(expected);
});

test.each([
	["${version", 'failed to process "${version": unsupported modifier (\ufffd) in substitution'],
	["${}", 'failed to process "${}": syntax error: bad substitution'],
	["${version^}", 'failed to process "${version^}": unsupported modifier (^) in substitution'],
	["${missing:?must be set}", 'failed to process "${missing:?must be set}": missing: must be set'],
	["'open", 'failed to process "\'open": unexpected end of statement while looking for matching single-quote'],
])("%s is refused as BuildKit refuses it", (text, error) => {
	expect(expand(text, (name) => values[name], "\\").error).toBe(error);
});

test("the escape character can be a backtick, and a backslash is then a letter", () => {
	expect(expand("C:\\`$version", () => "x", "`").text).toBe("C:\\$version");
});
