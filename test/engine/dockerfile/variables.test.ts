import { expect, test } from "vitest";
import { instructionsOf } from "../../../src/engine/dockerfile/instructions.ts";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { stagesOf } from "../../../src/engine/dockerfile/stages.ts";
import { scopeAtEnd, scopeBefore } from "../../../src/engine/dockerfile/variables.ts";

/** The value of X where the first RUN stands; "absent" where no ARG or ENV sets it, and undefined where its value is not known. */
function valueAtRun(text: string): string | undefined {
	const file = parse(text);
	const [run] = instructionsOf(file, "RUN");
	if (!run) throw new Error("the fixture has no RUN");
	const variable = scopeBefore(file, run).get("X");
	return variable ? variable.value : "absent";
}

test.each([
	["ENV", "FROM a\nENV X=1\nRUN x\n", "1"],
	["old ENV", "FROM a\nENV X 1 2\nRUN x\n", "1 2"],
	["ARG with default", "FROM a\nARG X=1\nRUN x\n", "1"],
	["ARG without default", "FROM a\nARG X\nRUN x\n", undefined],
	["global ARG alone is not visible", "ARG X=1\nFROM a\nRUN x\n", "absent"],
	["global ARG, named again", "ARG X=1\nFROM a\nARG X\nRUN x\n", "1"],
	["the last setting counts", "FROM a\nENV X=1\nENV X=2\nRUN x\nENV X=3\n", "2"],
	["a value made of another", "FROM a\nENV A=1\nENV X=$A-${A}\nRUN x\n", "1-1"],
	["one ENV does not see itself", "FROM a\nENV A=1 X=$A\nRUN x\n", undefined],
	["one ARG sees its earlier names", "FROM a\nARG A=1 X=$A\nRUN x\n", "1"],
	["what the base image may set is not known", "FROM a\nENV X=$PATH:/x\nRUN x\n", undefined],
	["inherited from the stage it is built from", "FROM a AS b\nENV X=1\nFROM b\nRUN x\n", "1"],
	["through two stages, set anew in between", "FROM a AS b\nENV X=1\nFROM b AS c\nENV X=2\nFROM c\nRUN x\n", "2"],
	["not from another stage", "FROM a AS b\nENV X=1\nFROM a\nRUN x\n", "absent"],
	["platform argument needs an ARG", "FROM a\nARG TARGETARCH\nENV X=$TARGETARCH\nRUN x\n", undefined],
	["a default in the expression, of an argument", "FROM a\nARG A\nENV X=${A:-1}\nRUN x\n", "1"],
	["a default in the expression, of what the base image may set", "FROM a\nENV X=${A:-1}\nRUN x\n", undefined],
	["a default in the expression, where there is no base image", "FROM scratch\nENV X=${A:-1}\nRUN x\n", "1"],
	["PATH where there is no base image", "FROM scratch\nENV X=${PATH#*/bin:}\nRUN x\n", "/usr/sbin:/usr/bin:/sbin:/bin"],
	["ARG without default leaves the ENV", "FROM a\nENV X=1\nARG X\nRUN x\n", "1"],
	["ARG without default leaves the ARG", "FROM a\nARG X=1\nARG X\nRUN x\n", "1"],
	["ARG without default leaves what the stage below set", "FROM a AS b\nENV X=1\nFROM b\nARG X\nRUN x\n", "1"],
	["ARG that brings a global default along does not", "ARG X=2\nFROM a\nENV X=1\nARG X\nRUN x\n", "2"],
	["where no FROM stands yet", "ARG A=1\nENV B=$A\nENV X=$B-$A\nRUN x\nENV X=3\n", "1-1"],
	["where no FROM stands yet, with an argument of its name", "ENV X=1\nARG X=2\nRUN x\n", "1"],
	["without a value yet", "FROM a\nENV X\nRUN x\n", undefined],
	["quotes are taken off", 'FROM a\nENV X="1 2"\nRUN x\n', "1 2"],
])("%s", (_, text, expected) => {
	expect(valueAtRun(text)).toBe(expected);
});

test("FROM sees the global scope, and each entry says where it was set", () => {
	const file = parse("ARG X=1\nFROM a:$X\n");
	const [from] = instructionsOf(file, "FROM");
	const scope = from && scopeBefore(file, from);
	expect(scope?.get("X")).toMatchObject({ value: "1", kind: "arg" });
	expect(scope?.get("X")?.instruction?.startLine).toBe(1);
	expect(scope?.get("TARGETOS")).toMatchObject({ value: undefined, kind: "predefined" });
});

test("what a stage leaves to the next", () => {
	const file = parse("FROM a AS b\nARG A=1\nENV B=2\nFROM b\nENV C=3\n");
	const last = stagesOf(file).at(-1);
	expect(
		last &&
			new Map(
				scopeAtEnd(file, last)
					.entries()
					.map(([name, { value }]) => [name, value]),
			),
	).toEqual(
		new Map([
			["A", "1"],
			["B", "2"],
			["C", "3"],
		]),
	);
});
