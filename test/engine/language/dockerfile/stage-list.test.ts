import { expect, test } from "vitest";
import { parse } from "../../../../src/engine/dockerfile/parse.ts";
import { listedStages } from "../../../../src/engine/language/dockerfile/stage-list.ts";

const text = `# syntax=docker/dockerfile:1
# first
FROM a AS build
RUN x && \\
  # within
  y

# apart

# one
# two
FROM b
RUN <<EOF
# no comment
EOF
FROM c AS build
# of a line above
FROM
`;

test("stages begin with the comments directly above them, and are built by their names, or as the last", () => {
	expect(
		listedStages(parse(text)).map(({ name, image, at, begins, isBuildable }) => [
			name,
			image,
			text.slice(begins).split("\n")[0],
			text.slice(at.start, at.end),
			isBuildable,
		]),
	).toEqual([
		["build", "a", "# first", "FROM", false],
		[undefined, "b", "# one", "FROM", false],
		["build", "c", "FROM c AS build", "FROM", true],
		[undefined, "", "# of a line above", "FROM", false],
	]);
	expect(listedStages(parse("FROM a AS b\nFROM c"))).toMatchObject([{ isBuildable: true }, { name: undefined, isBuildable: true }]);
	expect(listedStages(parse("RUN x\n"))).toEqual([]);
});
