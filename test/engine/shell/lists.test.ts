import { expect, test } from "vitest";
import { instructionsOf } from "../../../src/engine/dockerfile/instructions.ts";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { needOfLists, type Need } from "../../../src/engine/shell/lists.ts";

const update = "FROM debian:12 AS s0\nRUN apt-get update && apt-get install -y curl\n";

function need(text: string): Need {
	const file = parse(text);
	const [run] = instructionsOf(file, "RUN");
	if (!run) throw new Error("no RUN");
	return needOfLists(file, run);
}

/** Each stage takes all of every stage before it, so that there are two to the power of their number ways from the first to the last. */
const tangle = (count: number): string =>
	Array.from(
		{ length: count },
		(_, index) => `FROM debian:12 AS s${index + 1}\n${Array.from({ length: index + 1 }, (__, from) => `COPY --from=s${from} / /\n`).join("")}`,
	).join("");

test("stages that take files from each other in many ways are looked at once", () => {
	expect(need(update + tangle(40))).toBe("no");
	expect(need(`${update}${tangle(20)}RUN ./install.sh\n`)).toBe("maybe");
});

test("a stage built on it that installs without an update needs the lists", () => {
	expect(need(`${update}FROM s0 AS s1\nFROM s1\nRUN apt-get install -y vim\n`)).toBe("surely");
	expect(need(`${update}FROM s0 AS s1\nFROM s1\nRUN apt-get update && apt-get install -y vim\n`)).toBe("no");
});
