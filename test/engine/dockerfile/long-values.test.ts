import { expect, test } from "vitest";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { baseImageOf, stagesOf } from "../../../src/engine/dockerfile/stages.ts";

const doubling = (count: number): string =>
	`ARG A0=xx\n${Array.from({ length: count }, (_, index) => `ARG A${index + 1}=$A${index}$A${index}\n`).join("")}FROM $A${count}\n`;

test("values that double from one variable to the next are followed as far as they can be kept", () => {
	const image = (text: string): string | undefined => {
		const file = parse(text);
		const [stage] = stagesOf(file);
		return stage && baseImageOf(file, stage);
	};
	expect(image(doubling(3))).toBe("x".repeat(16));
	expect(image(doubling(60))).toBeUndefined();
});
