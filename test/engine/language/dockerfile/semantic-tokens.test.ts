import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../../../../src/engine/dockerfile/parse.ts";
import { semanticTokens } from "../../../../src/engine/language/dockerfile/semantic-tokens/semantic-tokens.ts";
import type { SemanticToken } from "../../../../src/engine/language/semantic-token.ts";

const marks: Readonly<Record<SemanticToken["kind"], string>> = {
	keyword: "k",
	comment: "#",
	parameter: "p",
	property: "r",
	namespace: "t",
	class: "c",
	macro: "m",
	string: "s",
	variable: "v",
	operator: "o",
	function: "f",
	number: "n",
	enumMember: "e",
	label: "l",
};

/** Each line, and below it a letter for each character that has a colour; in capitals what is declared. */
function shown(text: string): string {
	const letters: string[] = Array.from({ length: text.length }, (_, at) => (text[at] === "\n" ? "\n" : " "));
	for (const { start, end, kind, isDeclaration } of semanticTokens(parse(text)))
		for (let at = start; at < end; at++) letters[at] = isDeclaration ? marks[kind].toUpperCase() : marks[kind];
	const below = letters.join("").split("\n");
	const lines = text.split("\n").flatMap((line, index) => [line.replaceAll("\r", "␍").replaceAll("\t", "→"), (below[index] ?? "").trimEnd()]);
	return lines.join("\n");
}

const situations: Readonly<Record<string, string>> = {
	"stages and images": [
		"# syntax=docker/dockerfile:1",
		"# Escape = \\",
		"# syntax=twice",
		"FROM --platform=$BUILDPLATFORM ghcr.io:443/a/b:1.2@sha256:0 AS base",
		"FROM BASE as ${X:-two}",
		"from reg/${NAME}:${TAG:-3.${MINOR}}-slim",
		"COPY --from=base --chown=$U:1 --link a b /c/",
		"ADD --from=nginx:1 --from=0 https://a.b/c /",
		'COPY ["a $B", "/c"]',
		"COPY <<EOF <<-'END' /d/",
		"one $X ${Y}",
		"EOF",
		"\ttwo $X",
		"\tEND",
	].join("\n"),
	"names and values": [
		"ARG A B=1 C=\"x $A\" D='$A'",
		"ENV A b $C d",
		"ENV A 1",
		'ENV A=b\\ c "D E"=1.2 F=${A:+x}',
		'LABEL org.a="b" c=$D',
		"EXPOSE 80 443/tcp $P/udp 1-2",
		"STOPSIGNAL SIGTERM",
		"USER app:$G",
		"WORKDIR /x/$A",
		"VOLUME /a $B",
		"MAINTAINER Jo",
		"BOGUS a $b",
	].join("\n"),
	commands: [
		"FROM a",
		"RUN --mount=type=cache,target=/c,id=$X,from=b,ro --network=none make -j4 all",
		'CMD ["a", "$B", "\\""]',
		'ENTRYPOINT exec node "$X"',
		"HEALTHCHECK --interval=3s CMD curl -f http://a || exit 1",
		"HEALTHCHECK NONE",
		"ONBUILD HEALTHCHECK CMD true",
		"ONBUILD RUN a -b",
		"FROM b",
		'SHELL ["powershell", "-c"]',
		"RUN Get-Item $a",
	].join("\n"),
	"shell on a line": [
		'RUN A=1 B="$C" a/b.sh --opt=v -x \'it\'\'s\' "q $A ${B:-"c"} $(d -e) \\" `f`" > /dev/null 2>&1 && ! g | h; i & j',
		"RUN if [ -f a ] && [[ $b == c* ]]; then d; elif e; then f; else g; fi",
		"RUN for x in a 1 $b; do c $x; done; while true; do :; done",
		"RUN case $a in b|c) d ;; *) e ;; esac; f() { g; }; function h { i; }; (j; k)",
		"RUN a=$((1 + $b * c)) ; ((d++)); e=(f $g); export H=1; l <<<m <(n -o) {p,q}",
		"RUN sudo -u app env A=1 B -c x; apt-get update | xargs -n 1 rm -f; timeout -k 5 10 sleep 1",
		"RUN echo a#b # c $d",
		"RUN $a \\$b '$c' $'d\\'e' ${#f} ${g[0]} ${h//i/j} ${!k} $? $1 $",
	].join("\n"),
	"lines that go on": [
		"FROM \\",
		"# one",
		"  debian:12 \\",
		"",
		"  AS ba\\",
		"se",
		'RUN a "b \\',
		"  # not a comment? It is one",
		'  c" && \\  ',
		"  d \\",
		"",
		"ENV A=1 \\",
		'    B="2 \\',
		'  3"',
		"RUN x \\",
	].join("\n"),
	"with backticks, and carriage returns": ["# escape=`", "FROM a", "RUN b c`", "  d `e`", "ENV F=C:\\g `", "  H=`$i", ""].join("\r\n"),
	"here documents": [
		"RUN <<EOF",
		"# a comment",
		"set -e",
		"if a; then",
		'  echo "b',
		'c $d" \\',
		"    -e",
		"fi",
		"cat <<-X > f <<'Y'",
		"g $h `i`",
		"\tX",
		"g $h",
		"Y",
		"EOF",
		"RUN <<EOF",
		"#!/usr/bin/env python3",
		'print("$a")',
		"EOF",
		'RUN bash -e <<A && python3 - <<B && cat <<"C"',
		"echo $a",
		"A",
		"print($b)",
		"B",
		"print($b)",
		"C",
		"ONBUILD RUN <<EOF",
		"a -b",
		"EOF",
	].join("\n"),
	"what is half written": [
		"FROM a AS",
		"FROM --platform=",
		"COPY --from",
		"ENV A",
		"ENV A= B",
		"LABEL a=b c",
		'CMD ["a", "b',
		'RUN ["a"',
		'RUN [ "$a" = b ]',
		'RUN echo "a $b',
		"RUN if a; then $(b ${c",
		"RUN a >",
		"RUN case a in",
		"HEALTHCHECK CM",
		"ONBUILD",
		"RUN <<EOF",
		"a 'b",
	].join("\n"),
};

test.each(Object.keys(situations))("%s", async (what) => {
	await expect(`${shown(situations[what] ?? "")}\n`).toMatchFileSnapshot(`semantic-tokens/${what.replaceAll(/[ ,]+/g, "-")}.txt`);
});

test("a keyword that is deprecated says so", () => {
	expect(semanticTokens(parse("MAINTAINER Jo\n")).map(({ isDeprecated }) => isDeprecated)).toEqual([true, false]);
});

const pieces = "FROM a|RUN |COPY |ENV |ARG A=|# c|\\\n|\n|\r\n| |<<EOF|EOF|$(|${|}|)|`|\"|'|\\|&&|case x in|esac|[[|]]|((|))|if|then|fi|=|,|--mount=|😀".split(
	"|",
);

test("whatever is written, tokens are in order, apart from one another, and each on a line; those of a part are among those of all", () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), fc.nat(), fc.nat(), (parts, from, length) => {
			const text = parts.join("");
			const file = parse(text);
			const all = semanticTokens(file);
			let done = 0;
			for (const { start, end } of all) {
				expect(start).toBeGreaterThanOrEqual(done);
				expect(end).toBeGreaterThan(start);
				expect(text.slice(start, end)).not.toMatch(/\n/);
				done = end;
			}
			expect(done).toBeLessThanOrEqual(text.length);
			const start = from % (text.length + 1);
			const within = { start, end: Math.min(start + (length % 40), text.length) };
			const isIn = (token: SemanticToken): boolean => token.start < within.end && token.end > within.start;
			expect(semanticTokens(file, within).filter(isIn)).toEqual(all.filter(isIn));
		}),
		{ numRuns: 2000 },
	);
});
