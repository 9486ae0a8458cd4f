import { expect, test } from "vitest";
import { visibleText } from "../../../src/engine/text/visible-text.ts";

test("what would not be seen is written, and means the same in JSON", () => {
	expect(visibleText("a\tb\nc ü 你 🐳")).toBe("a\tb\nc ü 你 🐳");
	expect(visibleText("\u001b[31m\r\u202egnp.exe\u200b\u2066\ufeff")).toBe("\\u001b[31m\\u000d\\u202egnp.exe\\u200b\\u2066\\ufeff");
	const text = 'x\u202e\u2028"\\\u007f';
	expect(JSON.parse(visibleText(JSON.stringify(text)))).toBe(text);
});
