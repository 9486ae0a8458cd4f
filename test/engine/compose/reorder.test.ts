import { expect, test } from "vitest";
import { parse } from "../../../src/engine/compose/parse.ts";
import { reorderedEntries } from "../../../src/engine/compose/rewrite/reorder.ts";
import { findEntry } from "../../../src/engine/compose/rewrite/parts.ts";
import { applyEdits } from "../../../src/engine/text/text.ts";

test.each(["\n", "\r\n"])("a comment below an entry goes with it, and each line ends as it did: %j", (lineEnd) => {
	const before = "services:\n  web:\n    image: a\n    # of web\n\n  db:\n    image: b\n    # of db\n".replaceAll("\n", lineEnd);
	const file = parse(before);
	const services = findEntry(file, "services")?.value;
	const edits = services?.kind === "mapping" ? reorderedEntries(file, services, [1, 0]) : undefined;
	const after = "services:\n  db:\n    image: b\n    # of db\n\n  web:\n    image: a\n    # of web\n";
	expect(applyEdits(before, edits ?? [])).toBe(after.replaceAll("\n", lineEnd));
});
