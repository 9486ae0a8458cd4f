import { expect, test } from "vitest";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { stagesOf } from "../../../src/engine/dockerfile/stages.ts";
import { startingInstructions, startOf } from "../../../src/engine/dockerfile/start.ts";

// As BuildKit leaves them in the image's configuration.
test.each([
	["nothing", "FROM a\nRUN x\n", {}],
	["the last of each", 'FROM a\nCMD ["a"]\nENTRYPOINT ["b"]\nENTRYPOINT ["c"]\nCMD ["d"]\n', { entrypoint: 4, cmd: 5 }],
	["a CMD before its ENTRYPOINT", 'FROM a\nCMD ["a"]\nENTRYPOINT ["b"]\n', { entrypoint: 3, cmd: 2 }],
	["both from the stage below", 'FROM a AS b\nENTRYPOINT ["a"]\nCMD ["b"]\nFROM b\nRUN x\n', { entrypoint: 2, cmd: 3 }],
	["an ENTRYPOINT drops the CMD from below", 'FROM a AS b\nCMD ["a"]\nFROM b\nENTRYPOINT ["b"]\n', { entrypoint: 4 }],
	["and leaves one of its own stage", 'FROM a AS b\nCMD ["a"]\nFROM b\nENTRYPOINT ["b"]\nCMD ["c"]\n', { entrypoint: 4, cmd: 5 }],
	["a CMD leaves the ENTRYPOINT from below", 'FROM a AS b\nENTRYPOINT ["a"]\nFROM b\nCMD ["b"]\n', { entrypoint: 2, cmd: 4 }],
	["dropped two stages below", 'FROM a AS b\nCMD ["a"]\nFROM b AS c\nENTRYPOINT ["b"]\nFROM c\nRUN x\n', { entrypoint: 4 }],
])("%s", (_, text, expected) => {
	const file = parse(text);
	const stage = stagesOf(file).at(-1);
	const { entrypoint, cmd } = (stage && startOf(file, stage)) ?? {};
	expect({ entrypoint: entrypoint?.startLine, cmd: cmd?.startLine }).toEqual({ entrypoint: undefined, cmd: undefined, ...expected });
});

test.each([
	["both", 'FROM a\nENTRYPOINT ["a"]\nCMD ["b"]\n', [2, 3]],
	["a CMD that an ENTRYPOINT in shell form ignores", 'FROM a\nENTRYPOINT a\nCMD ["b"]\n', [2]],
	["an empty one starts nothing", 'FROM a\nENTRYPOINT []\nCMD ["b"]\n', [3]],
])("what starts a container: %s", (_, text, lines) => {
	const file = parse(text);
	expect(stagesOf(file).flatMap((stage) => startingInstructions(file, stage).map(({ startLine }) => startLine))).toEqual(lines);
});
