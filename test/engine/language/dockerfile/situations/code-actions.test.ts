import { expect, test } from "vitest";
import { spoken } from "../../../../../src/engine/lint/spoken.ts";
import { rules } from "../../../../../src/engine/rules/index.ts";
import { applyEdits } from "../../../../../src/engine/text/text.ts";
import { findingsOf } from "../../../../lint-rule.ts";
import { inEachWriting } from "./writings.ts";

/** What the first fix of a rule makes of a text. */
function fixed(id: string, text: string): string {
	const rule = rules.find((each) => each.id === id);
	const [fix] = rule ? findingsOf(rule, text).flatMap((finding) => spoken(finding, undefined).fix ?? []) : [];
	return applyEdits(text, fix?.edits ?? []);
}

test.each(
	inEachWriting([
		["a keyword in small letters", "FROM debian\nuser me\nCMD run\n", "FROM debian\nUSER me\nCMD run\n", "inconsistent-instruction-casing"],
		["an empty line that goes on", "FROM debian\nRUN a && \\\n\n  b\n", "FROM debian\nRUN a && \\\n  b\n", "empty-continuation-line"],
		["several of them", "FROM debian\nRUN a && \\\n\n\n  b\n", "FROM debian\nRUN a && \\\n  b\n", "empty-continuation-line"],
		["a flag of COPY that is misspelt", "FROM debian\nCOPY --form=a b c\n", "FROM debian\nCOPY --from=a b c\n", "invalid-flag"],
		["a flag in capitals", "FROM debian\nCOPY --CHOWN=a b c\n", "FROM debian\nCOPY --chown=a b c\n", "invalid-flag"],
		["a flag of ADD", "FROM debian\nADD --chwon=a b c\n", "FROM debian\nADD --chown=a b c\n", "invalid-flag"],
		["a flag of a check", "FROM debian\nHEALTHCHECK --intervall=3s CMD a\n", "FROM debian\nHEALTHCHECK --interval=3s CMD a\n", "invalid-flag"],
		["another flag of a check", "FROM debian\nHEALTHCHECK --retires=3 CMD a\n", "FROM debian\nHEALTHCHECK --retries=3 CMD a\n", "invalid-flag"],
		["the period of a check", "FROM debian\nHEALTHCHECK --startperiod=3s CMD a\n", "FROM debian\nHEALTHCHECK --start-period=3s CMD a\n", "invalid-flag"],
		["the time of a check", "FROM debian\nHEALTHCHECK --time-out=3s CMD a\n", "FROM debian\nHEALTHCHECK --timeout=3s CMD a\n", "invalid-flag"],
		// Nothing is put in place of a flag that is like none; the Node server offers each.
		["a flag that is like none", "FROM debian\nCOPY --quickly b c\n", "FROM debian\nCOPY --quickly b c\n", "invalid-flag"],
	]).map(([what, text, expected, id]) => [what, id, text, expected] as const),
)("%s: %s", (_, id, text, expected) => {
	// What a writing does to a text it does to what becomes of it.
	const write = (each: string): string => {
		const lines = text.startsWith("# escape") ? `# escape=\`\n${each.replaceAll("\\", "`")}` : each;
		return text.includes(" \t\n") ? lines.replaceAll("\\\n", "\\ \t\n") : text.includes("\r\n") ? lines.replaceAll("\n", "\r\n") : lines;
	};
	expect(fixed(id, text)).toBe(write(expected));
});

test.each([
	["a directive in capitals", "directive-in-capitals", "# ESCAPE=`\nFROM debian\n", "# escape=`\nFROM debian\n"],
	// The character by which the file's lines go on is known: it is not asked which of the two.
	["an escape directive with another character", "syntax-error", "# escape=a\nFROM debian\nRUN a && \\\n  b\n", "# escape=\\\nFROM debian\nRUN a && \\\n  b\n"],
	["with backticks in the file", "syntax-error", "# escape=a\nFROM debian\nRUN a && `\n  b\n", "# escape=`\nFROM debian\nRUN a && `\n  b\n"],
	// The Node server takes the word away; what most likely lacks is the AS before it.
	["a word too many", "wrong-arguments", "FROM debian tools\n", "FROM debian AS tools\n"],
])("%s: %s", (_, id, text, expected) => {
	expect(fixed(id, text)).toBe(expected);
});
