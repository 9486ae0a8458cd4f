import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../../src/engine/dockerfile/parse.ts";
import { tokenParts } from "../../src/engine/language/dockerfile/semantic-tokens/parts.ts";
import { semanticTokens } from "../../src/engine/language/dockerfile/semantic-tokens/semantic-tokens.ts";
import { toSemanticTokens } from "../../src/server/lsp/semantic-tokens.ts";
import { createTokenMemory } from "../../src/server/token-memory.ts";

const pieces = [
	...["# escape=`\n", "# syntax=a\n", "# a comment\n", "FROM a AS b\n", "FROM b\n", "FROM mcr.microsoft.com/windows/nanoserver\n", 'SHELL ["pwsh"]\n'],
	...[
		"RUN a && b $C\n",
		"RUN --mount=type=bind,from=b,target=/x \\\n  # inside\n  make\n",
		"COPY --from=b x y\n",
		"RUN <<EOF\na 'b\n",
		"EOF\n",
		"ONBUILD ",
		"CMD a $B\n",
	],
	...["\n", "\r\n", "\r", " ", "\\\n", "`\n", "'", '"', "#", "$", "=", "-", "🚢", "HEALTHCHECK CMD a\n", 'LABEL a="b"\n', "# hullwright shell=pwsh\n"],
];

/** A stretch of the text, by thousandths of its length, and what stands there afterwards. */
const edit = fc.record({
	at: fc.nat(1000),
	length: fc.oneof(fc.constant(0), fc.nat(40)),
	text: fc.array(fc.constantFrom(...pieces), { maxLength: 3 }).map((each) => each.join("")),
});

test("after any edits the tokens are those of the text, and what is told to have changed makes them of those before", () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), fc.array(edit, { maxLength: 6 }), (begun, edits) => {
			const memory = createTokenMemory();
			let text = begun.join("");
			for (const { at, length, text: inserted } of [{ at: 0, length: 0, text: "" }, ...edits]) {
				const start = Math.floor((text.length * at) / 1000);
				text = text.slice(0, start) + inserted + text.slice(start + length);
				const file = parse(text);
				const before = memory.data();
				const changes = memory.update(text, tokenParts(file), (within) => semanticTokens(file, within));
				for (const { start: first, deleteCount, data = [] } of changes) before.splice(first, deleteCount, ...data);
				const whole = toSemanticTokens(text, semanticTokens(file));
				expect(memory.data()).toEqual(whole);
				expect(before).toEqual(whole);
			}
		}),
		{ numRuns: 2000 },
	);
});

test("an edit reads its own part again; where another part follows from what was changed, all between them, too", () => {
	const memory = createTokenMemory();
	const readIn = (text: string): readonly string[] => {
		const file = parse(text);
		const read: string[] = [];
		memory.update(text, tokenParts(file), (within) => {
			read.push(text.slice(within.start, within.end).trim());
			return semanticTokens(file, within);
		});
		return read;
	};
	readIn("FROM a AS b\nRUN one\nRUN two\nCOPY --from=b x y\n");
	expect(readIn("FROM a AS b\nRUN one\nRUN twos\nCOPY --from=b x y\n")).toEqual(["RUN twos"]);
	expect(readIn("FROM a AS c\nRUN one\nRUN twos\nCOPY --from=b x y\n")).toEqual(["FROM a AS c", "RUN one", "RUN twos", "COPY --from=b x y"]);
	expect(readIn("FROM a AS c\nRUN one\nRUN twos\nCOPY --from=b x z\n")).toEqual(["COPY --from=b x z"]);
	expect(readIn('FROM a AS c\nSHELL ["pwsh"]\nRUN one\nRUN twos\nCOPY --from=b x z\n')).toEqual(['SHELL ["pwsh"]', "RUN one", "RUN twos"]);
});
