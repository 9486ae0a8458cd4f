import { expect, test } from "vitest";
import { parse } from "../../../../../src/engine/dockerfile/parse.ts";
import { semanticTokens } from "../../../../../src/engine/language/dockerfile/semantic-tokens/semantic-tokens.ts";
import { inEachWriting } from "./writings.ts";

/** The words with their kinds: those of a line apart by blanks, lines by ` / `. Words of the kind `string`, the usual one of an argument, stand alone. */
function coloured(text: string): string {
	const lines: string[] = [];
	let last = 0;
	for (const { start, end, kind } of semanticTokens(parse(text))) {
		const word = text.slice(start, end).trimEnd();
		const isNewLine = lines.length > 0 && text.slice(last, start).includes("\n");
		lines.push(`${isNewLine ? "/ " : ""}${kind === "string" ? word : `${word}:${kind}`}`);
		last = end;
	}
	return lines.join(" ");
}

const rows: readonly (readonly [what: string, text: string, tokens: string])[] = [
	["keywords alone", "FROM\nWORKDIR\nRUN", "FROM:keyword / WORKDIR:keyword / RUN:keyword"],
	["a comment above", "# one\nFROM debian", "# one:comment / FROM:keyword debian:class"],
	["a comment below", "FROM debian\n# one", "FROM:keyword debian:class / # one:comment"],
	["a comment below what goes on", "RUN make &&\\\nls\n# one", "RUN:keyword make:function &&:operator \\:macro / ls:function / # one:comment"],
	[
		"comments between",
		"FROM debian\n# one\nWORKDIR /a\n# two\nRUN make",
		"FROM:keyword debian:class / # one:comment / WORKDIR:keyword /a / # two:comment / RUN:keyword make:function",
	],
	["a variable", "RUN $X", "RUN:keyword $X:variable"],
	["behind letters", "RUN a$X", "RUN:keyword a:function $X:variable"],
	["two of them", "RUN $X $Y", "RUN:keyword $X:variable $Y:variable"],
	["one over two lines", "RUN $AB\\\nCD", "RUN:keyword $AB:variable \\:macro / CD:variable"],
	["in a tag", "FROM debian:$TAG AS", "FROM:keyword debian:class $TAG:variable AS:keyword"],
	["in a flag", "HEALTHCHECK --timeout=$T CMD ls", "HEALTHCHECK:keyword --timeout:parameter =:operator $T:variable CMD:keyword ls:function"],
	["in a flag, in braces", "HEALTHCHECK --timeout=${T} CMD ls", "HEALTHCHECK:keyword --timeout:parameter =:operator ${T}:variable CMD:keyword ls:function"],
	["in braces", "RUN ${X}", "RUN:keyword ${X}:variable"],
	["with a colon", "RUN ${X:}", "RUN:keyword ${X:variable ::operator }:variable"],
	["with a word behind the colon", "RUN ${X:w}", "RUN:keyword ${X:variable ::operator w }:variable"],
	["with what it is replaced by", "RUN ${X:+w}", "RUN:keyword ${X:variable :+:operator w }:variable"],
	["with what stands for it", "RUN ${X:-w}", "RUN:keyword ${X:variable :-:operator w }:variable"],
	["between letters", "RUN a${X}b", "RUN:keyword a:function ${X}:variable b:function"],
	["two in braces", "RUN ${X} ${Y}", "RUN:keyword ${X}:variable ${Y}:variable"],
	["in braces before a line that goes on", "RUN ${X}\\\ny", "RUN:keyword ${X}:variable \\:macro / y:function"],
	["a quote within that does not end", "RUN ${X:+'w}", "RUN:keyword ${X:variable :+:operator 'w}"],
	["quotes within", "RUN ${X:-'w'}", "RUN:keyword ${X:variable :-:operator 'w' }:variable"],
	["double quotes within", 'RUN A=${B:="c"}', 'RUN:keyword A:variable =:operator ${B:variable :=:operator "c" }:variable'],
	["single quotes", "RUN echo 'a'", "RUN:keyword echo:function 'a'"],
	["single quotes with letters around", "RUN echo a'b'c", "RUN:keyword echo:function a'b'c"],
	["a variable in single quotes", "RUN echo '$X'", "RUN:keyword echo:function '$X'"],
	["double quotes", 'RUN echo "a" "b"', 'RUN:keyword echo:function "a" "b"'],
	["a variable in double quotes", 'RUN echo "a${X}b"', 'RUN:keyword echo:function "a ${X}:variable b"'],
	["quotes that do not end", "RUN echo 'a b", "RUN:keyword echo:function 'a b"],
	["double quotes that do not end", 'RUN echo "a $X', 'RUN:keyword echo:function "a $X:variable'],
	["another quote at the end", "RUN echo \"a' b", "RUN:keyword echo:function \"a' b"],
	["quotes that do not end, and a line", "RUN It's\nRUN echo", "RUN:keyword It:function 's / RUN:keyword echo:function"],
	["a quote over lines", "RUN '\\\na", "RUN:keyword ' \\:macro / a"],
	["an escape character alone", "RUN echo \\", "RUN:keyword echo:function \\:macro"],
	["escaped quotes", "RUN echo \\'$X\\'", "RUN:keyword echo:function \\' $X:variable \\'"],
	["escaped double quotes", 'RUN echo \\"$X\\"', 'RUN:keyword echo:function \\" $X:variable \\"'],
	["escaped within double quotes", 'RUN echo "a\\"" b', 'RUN:keyword echo:function "a\\"" b'],
	["a keyword over two lines", "FR\\\nOM debian", "FR:keyword \\:macro / OM:keyword debian:class"],
	[
		"a keyword over comments",
		"HE\\\n# one\nALTH\\\n# two\nCHECK",
		"HE:keyword \\:macro / # one:comment / ALTH:keyword \\:macro / # two:comment / CHECK:keyword",
	],
	["a stray escape character in it", "RU\\N\n\nRUN", "RUN:keyword"],
	["words over comments", "RUN a\\\n# one\nb", "RUN:keyword a:function \\:macro / # one:comment / b:function"],
	["a sign of comments in a word", "RUN a\\\n## one\nb#c", "RUN:keyword a:function \\:macro / ## one:comment / b#c:function"],
	["words over an empty line", "RUN a\\\n\nb", "RUN:keyword a:function \\:macro / b:function"],
	[
		"flags over lines",
		"HEALTHCHECK --interval=3s \\\n--timeout=3s CMD ls",
		"HEALTHCHECK:keyword --interval:parameter =:operator 3s:property \\:macro / --timeout:parameter =:operator 3s:property CMD:keyword ls:function",
	],
	[
		"flags over a comment",
		"HEALTHCHECK --interval=3s \\\n # one\n--timeout=3s CMD ls",
		"HEALTHCHECK:keyword --interval:parameter =:operator 3s:property \\:macro / # one:comment / --timeout:parameter =:operator 3s:property CMD:keyword ls:function",
	],
	[
		"comments between commands",
		"FROM debian\nRUN ls && \\\nls && \\\n# Install\nls && \\\n# Something '\nls",
		"FROM:keyword debian:class / RUN:keyword ls:function &&:operator \\:macro / ls:function &&:operator \\:macro / # Install:comment / ls:function &&:operator \\:macro / # Something ':comment / ls:function",
	],
	["a comment of the shell", "RUN ls && #one \\\nls", "RUN:keyword ls:function &&:operator #one:comment \\:macro / ls:comment"],
	["quotes in a comment", "RUN ls \\\n    # It's\n    echo && echo", "RUN:keyword ls:function \\:macro / # It's:comment / echo &&:operator echo:function"],
	["double quotes in a comment", 'RUN ls \\\n    # It"s\n    echo', 'RUN:keyword ls:function \\:macro / # It"s:comment / echo'],
	["a comment alone", "ENV \\\n# the usual", "ENV:keyword \\:macro / # the usual:comment"],
	[
		"names over lines",
		"ENV \\\n# the usual\n  A=one \\\n  B=9",
		"ENV:keyword \\:macro / # the usual:comment / A:variable =:operator one \\:macro / B:variable =:operator 9:number",
	],
	["an escape character behind a comment", "ARG \\\n# one\n\\", "ARG:keyword \\:macro / # one:comment / \\:macro"],
	["a line of an escape character", "COPY a b \\\n\n\\ \nc", "COPY:keyword a b \\:macro / \\:macro / c"],
	["an operator that goes on", 'RUN echo "a" &\\\n# it\'s\nb', 'RUN:keyword echo:function "a" &:operator \\:macro / # it\'s:comment / b:function'],
	[
		"an instruction behind an empty line that goes on",
		"RUN echo && \\\n\nWORKDIR /a\nRUN echo",
		"RUN:keyword echo:function &&:operator \\:macro / WORKDIR:function /a / RUN:keyword echo:function",
	],
	[
		"a stage that is built on and copied from",
		"FROM debian AS one\nFROM one\nCOPY --from=one a b",
		"FROM:keyword debian:class AS:keyword one:namespace / FROM:keyword one:namespace / COPY:keyword --from:parameter =:operator one:namespace a b",
	],
	["an image with its registry", "FROM ghcr.io/a/b:1@sha256:0", "FROM:keyword ghcr.io/a/b:class 1:property sha256:0:property"],
	["a trigger", "ONBUILD HEALTHCHECK NONE", "ONBUILD:keyword HEALTHCHECK:keyword NONE:keyword"],
	["an exec form", 'CMD [ "a", "b" ]', 'CMD:keyword "a" "b"'],
	["an exec form that does not end", 'SHELL [ "a", "', 'SHELL:keyword "a" "'],
	["ports", "EXPOSE 80 443/tcp $P", "EXPOSE:keyword 80:number 443:number tcp:enumMember $P:variable"],
	["labels", "LABEL a=b \"c d\"='e'", "LABEL:keyword a:property =:operator b \"c d\":property =:operator 'e'"],
	["the old way", "ENV A b c", "ENV:keyword A:variable b c"],
	["a here document of commands", "RUN <<NOTE\nls $X\nNOTE", "RUN:keyword <<:operator NOTE:label / ls:function $X:variable / NOTE:label"],
	["one of a file", "COPY <<NOTE /a\nls $X\nNOTE", "COPY:keyword <<:operator NOTE:label /a / $X:variable / NOTE:label"],
	["one that nothing expands", "COPY <<-'NOTE' /a\n\tls $X\n\tNOTE", "COPY:keyword <<-:operator 'NOTE':label /a / \tNOTE:label"],
	[
		"a mount",
		"RUN --mount=type=cache,target=/a ls",
		"RUN:keyword --mount:parameter =:operator type:parameter =:operator cache:property target:parameter =:operator /a:property ls:function",
	],
	["an unknown instruction", "UNKNOWN a $X", ""],
	["a signal and a user", "STOPSIGNAL SIGTERM\nUSER me:$G", "STOPSIGNAL:keyword SIGTERM:enumMember / USER:keyword me: $G:variable"],
];
// With backticks a shell reads other commands: those stand below.
test.each(inEachWriting(rows).filter(([what]) => !what.includes("backticks")))("%s", (_, text, tokens) => {
	expect(coloured(text)).toBe(tokens);
});

test.each([
	["# escape=`", "#:comment escape:property =:operator `"],
	[
		"# syntax=docker/dockerfile:1\n# escape=`\nRUN a `\nb",
		"#:comment syntax:property =:operator docker/dockerfile:1 / #:comment escape:property =:operator ` / RUN:keyword a:function `:macro / b",
	],
	["# a=b\n# a=b\n# c\nFROM debian", "# a=b:comment / # a=b:comment / # c:comment / FROM:keyword debian:class"],
	["# escape=`\nRUN echo `'$X`' \\$Y", "#:comment escape:property =:operator ` / RUN:keyword echo:function `:operator '$X`' \\$Y"],
	["# escape=`\nWORKDIR C:\\$X `\n", "#:comment escape:property =:operator ` / WORKDIR:keyword C:\\ $X:variable `:macro"],
])("directives: %j", (text, tokens) => {
	expect(coloured(text)).toBe(tokens);
});
