import { expect, test } from "vitest";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { baseImageOf, stagesOf } from "../../../src/engine/dockerfile/stages.ts";

const doubling = (count: number): string =>
	`ARG A0=xx\n${Array.from({ length: count }, (_, index) => `ARG A${index + 1}=$A${index}$A${index}\n`).join("")}FROM $A${count}\n`;

const imageOf = (text: string): string | undefined => {
	const file = parse(text);
	const [stage] = stagesOf(file);
	return stage && baseImageOf(file, stage);
};

test("patterns that would be tried in very many ways are not, and what they give is not known", () => {
	const long = (pattern: string): string => `ARG A=${"a".repeat(50)}:1\nFROM \${A${pattern}}\n`;
	expect(imageOf(long("%%:*"))).toBe("a".repeat(50));
	expect(imageOf(long(`##${"a*".repeat(20)}b`))).toBeUndefined();
	expect(imageOf(long(`%%${"*a".repeat(20)}b`))).toBeUndefined();
	expect(imageOf(long(`//${"a*".repeat(20)}b/x`))).toBeUndefined();
});

test("values that double from one variable to the next are followed as far as they can be kept", () => {
	expect(imageOf(doubling(3))).toBe("x".repeat(16));
	expect(imageOf(doubling(60))).toBeUndefined();
});
