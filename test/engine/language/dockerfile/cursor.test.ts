import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../../../../src/engine/dockerfile/parse.ts";
import { cursorAt } from "../../../../src/engine/language/dockerfile/cursor.ts";

/** What is being written where `‸` stands: its kind, the word with `‸` in it, and what else matters. */
function at(marked: string): string {
	const offset = marked.indexOf("‸");
	const text = marked.slice(0, offset) + marked.slice(offset + 1);
	const cursor = cursorAt(parse(text), offset);
	if (!cursor) return "nothing";
	const { range, typed } = cursor;
	expect(text.slice(range.start, offset)).toBe(typed);
	return `${[cursor.kind, ...details(cursor)].join(" ")}: ${typed}‸${text.slice(offset, range.end)}`;
}

function details(cursor: NonNullable<ReturnType<typeof cursorAt>>): readonly (string | number)[] {
	switch (cursor.kind) {
		case "keyword":
			return [...(cursor.outer ? ["trigger"] : []), ...(cursor.isTop ? ["top"] : [])];
		case "directive":
			return [];
		case "directive-value":
			return [cursor.name];
		case "flag":
			return [cursor.instruction.keyword];
		case "flag-value":
			return [cursor.instruction.keyword, cursor.name];
		case "mount-key":
			return [cursor.type ?? "?", `(${cursor.given.join()})`];
		case "mount-value":
			return [cursor.type ?? "?", cursor.key];
		case "word":
		case "string":
			return [cursor.instruction.keyword, cursor.index, `(${cursor.words.join()})`];
		case "name":
			return [cursor.instruction.keyword, cursor.index];
		case "value":
			return [cursor.instruction.keyword, cursor.index, cursor.name];
		case "shell":
			return [cursor.instruction.keyword, ...(cursor.isFirst ? ["first"] : []), ...(cursor.isCommand ? ["command"] : [])];
		case "text":
			return [cursor.instruction.keyword];
	}
}

test.each([
	// Where an instruction begins.
	["‸", "keyword top: ‸"],
	["F‸", "keyword top: F‸"],
	["FROM a\n\\\n‸", "keyword: ‸"],
	["FROM a\n\\\n  RU‸", "keyword: RU‸"],
	["FR‸OM a", "keyword top: FR‸OM"],
	["# syntax=x\n‸", "keyword top: ‸"],
	["# hello\n‸", "keyword: ‸"],
	["\n‸\n", "keyword: ‸"],
	["FROM a\n‸", "keyword: ‸"],
	["FROM a\r\n  ‸\r\nRUN b", "keyword: ‸"],
	["FROM a\nCO‸\nRUN b", "keyword: CO‸"],
	["FROM a\nONBUILD ‸", "keyword trigger: ‸"],
	["FROM a\nONBUILD co‸", "keyword trigger: co‸"],
	["FROM a\nON‸BUILD RUN b", "keyword: ON‸BUILD"],
	["FROM a\nONBUILD \\\n  ‸", "keyword trigger: ‸"],
	// Parser directives, and comments that are none.
	["#‸", "directive: #‸"],
	["# syn‸", "directive: # syn‸"],
	["# syn‸tax=a", "directive: # syn‸tax"],
	["# syntax=‸", "directive-value syntax: ‸"],
	["# syntax = docker/‸dockerfile\n", "directive-value syntax: docker/‸dockerfile"],
	["# escape=`\n# check=skip=A‸", "directive-value check: skip=A‸"],
	["# hello\n# syn‸", "nothing"],
	["FROM a\n# syn‸", "nothing"],
	["FROM a\nRUN b \\\n# syn‸\n c", "nothing"],
	// Flags and their values.
	["FROM a\nCOPY -‸", "flag COPY: -‸"],
	["FROM a\nCOPY --‸", "flag COPY: --‸"],
	["FROM a\nCOPY --fr‸om=b c d", "flag COPY: --fr‸om"],
	["FROM a\nCOPY --from=‸ c d", "flag-value COPY from: ‸"],
	["FROM a\nCOPY --link --from=b‸c d", "flag-value COPY from: b‸c"],
	["FROM a\nCOPY --link ‸", "word COPY 0 (): ‸"],
	["FROM a\nCOPY --link \\\n  --ch‸", "flag COPY: --ch‸"],
	["FROM a\nCOPY \\\n  --from=x \\\n  ‸\n", "word COPY 0 (): ‸"],
	["FROM a\nONBUILD COPY --from=‸", "flag-value COPY from: ‸"],
	["FROM --platform=$BUILD‸ a", "flag-value FROM platform: $BUILD‸"],
	["FROM a\nHEALTHCHECK --interval=5s --‸", "flag HEALTHCHECK: --‸"],
	// Mounts.
	["FROM a\nRUN --mount=‸", "mount-key ? (): ‸"],
	["FROM a\nRUN --mount=ty‸pe=cache b", "mount-key cache (): ty‸pe"],
	["FROM a\nRUN --mount=type=‸", "mount-value  type: ‸"],
	["FROM a\nRUN --mount=type=ca‸che,id=x b", "mount-value cache type: ca‸che"],
	["FROM a\nRUN --mount=type=cache,‸ b", "mount-key cache (type): ‸"],
	["FROM a\nRUN --mount=id=x,‸,type=secret b", "mount-key secret (id,type): ‸"],
	["FROM a\nRUN --mount=type=bind,from=bu‸ b", "mount-value bind from: bu‸"],
	["FROM a\nRUN --mount=type=cache,\\\ntar‸", "mount-key cache (type): tar‸"],
	// Words.
	["FROM ‸", "word FROM 0 (): ‸"],
	["FROM al‸pine", "word FROM 0 (): al‸pine"],
	["FROM alpine ‸", "word FROM 1 (alpine): ‸"],
	["FROM alpine AS ‸\nRUN a", "word FROM 2 (alpine,AS): ‸"],
	["FROM alpine \\\n ‸", "word FROM 1 (alpine): ‸"],
	["FROM a\nEXPOSE 80 ‸", "word EXPOSE 1 (80): ‸"],
	["FROM a\nCOPY don't ‸", "word COPY 1 (don't): ‸"],
	["FROM a\nCOPY a ‸ b", "word COPY 1 (a): ‸"],
	["FROM a\nCOPY a \\\n  # one\n  b‸ \\\n  c", "word COPY 1 (a): b‸"],
	["FROM a\nWORKDIR /a/b‸c", "word WORKDIR 0 (): /a/b‸c"],
	["FROM a\nHEALTHCHECK ‸", "word HEALTHCHECK 0 (): ‸"],
	["FROM a\nHEALTHCHECK --retries=3 CM‸", "word HEALTHCHECK 0 (): CM‸"],
	["# escape=`\nFROM a\nCOPY c:\\a `\n  c:\\b‸", "word COPY 1 (c:\\a): c:\\b‸"],
	["FROM a\nCOPY 😀 ‸", "word COPY 1 (😀): ‸"],
	["FROM a\nRUNN a‸", "nothing"],
	// JSON.
	['FROM a\nCOPY ["a‸", "b"]', "string COPY 0 (): a‸"],
	['FROM a\nCOPY ["a", "‸', "string COPY 1 (a): ‸"],
	['FROM a\nCOPY ["a‸, "b"]', "string COPY 0 (): a‸, "],
	["FROM a\nSHELL [‸", "string SHELL 0 (): ‸"],
	['FROM a\nSHELL ["/bin/sh", ‸]', "string SHELL 1 (/bin/sh): ‸"],
	['FROM a\nCMD ["a"]‸', "nothing"],
	['FROM a\nHEALTHCHECK CMD ["a\\"b", "c‸"]', 'string HEALTHCHECK 2 (CMD,a\\"b): c‸'],
	// Pairs.
	["ARG ‸", "name ARG 0: ‸"],
	["ARG A=1 B‸", "name ARG 1: B‸"],
	["ARG A=‸", "value ARG 0 A: ‸"],
	['FROM a\nENV A="b c" D=‸', "value ENV 1 D: ‸"],
	["FROM a\nENV A=b \\\n    C‸D=e", "name ENV 1: C‸D"],
	["FROM a\nENV A b ‸", "value ENV 0 A: ‸"],
	["FROM a\nLABEL a.b=c d.‸", "name LABEL 1: d.‸"],
	// Commands.
	["FROM a\nRUN ‸", "shell RUN first command: ‸"],
	["FROM a\nRUN ap‸", "shell RUN first command: ap‸"],
	["FROM a\nRUN apt-get up‸", "shell RUN: up‸"],
	["FROM a\nRUN --mount=type=ssh a && ‸", "shell RUN command: ‸"],
	["FROM a\nRUN a && \\\n    ap‸k \\\n    add", "shell RUN command: ap‸k"],
	["FROM a\nRUN a \\\n\n  ‸", "shell RUN: ‸"],
	["FROM a\nRUN a; \\\n‸", "shell RUN command: ‸"],
	["FROM a\nRUN a \\‸\n b", "nothing"],
	["FROM a\nHEALTHCHECK CMD cu‸", "shell HEALTHCHECK first command: cu‸"],
	["FROM a\nONBUILD RUN cu‸", "shell RUN first command: cu‸"],
	// Here documents.
	["FROM a\nRUN <<EOF\napt‸\nEOF", "shell RUN command: apt‸"],
	["FROM a\nRUN <<EOF\n‸", "shell RUN command: ‸"],
	["FROM a\nRUN <<EOF\na \\\n  b‸\nEOF\n", "shell RUN: b‸"],
	["FROM a\nRUN <<EOF\na\nEO‸F\n", "nothing"],
	["FROM a\nRUN <<EOF\na\nEOF\n‸", "keyword: ‸"],
	["FROM a\nCOPY <<EOF /b\nx $‸\nEOF", "text COPY: ‸"],
])("%j", (marked, expected) => {
	expect(at(marked)).toBe(expected);
});

test("at any offset of any text the word is on the offset's line, and holds it", () => {
	const pieces = [
		"FROM ",
		"COPY ",
		"RUN ",
		"ONBUILD ",
		"ENV ",
		"--mount=type=",
		"--from=",
		"[",
		'"',
		",",
		"]",
		"\\\n",
		"\n",
		"\r\n",
		"# ",
		"syntax=",
		"<<EOF",
		"EOF\n",
		"a=",
		" ",
		"$",
		"😀",
		"`",
		"HEALTHCHECK CMD ",
	];
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), fc.nat(), (parts, seed) => {
			const text = parts.join("");
			const offset = seed % (text.length + 1);
			const cursor = cursorAt(parse(text), offset);
			if (!cursor) return;
			const { range, typed } = cursor;
			expect(range.start <= offset && offset <= range.end && range.end <= text.length).toBe(true);
			expect(text.slice(range.start, range.end)).not.toMatch(/\n/);
			expect(text.slice(range.start, offset)).toBe(typed);
		}),
		{ numRuns: 3000 },
	);
});
