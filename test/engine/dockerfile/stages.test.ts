import { expect, test } from "vitest";
import { instructionsOf } from "../../../src/engine/dockerfile/instructions.ts";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { baseImageOf, findStage, stageOf, stageReferences, stagesOf } from "../../../src/engine/dockerfile/stages.ts";

const stages = (text: string): unknown[] => {
	const file = parse(text);
	return stagesOf(file).map((stage) => ({
		name: stage.name?.text,
		image: baseImageOf(file, stage),
		parent: stage.parent?.index,
		instructions: stage.instructions.length,
	}));
};

test("a stage begins at each FROM", () => {
	expect(stages("ARG V=3\nFROM python:$V AS build\nRUN a\nRUN b\nFROM scratch\nCOPY --from=build /a /a\n")).toEqual([
		{ name: "build", image: "python:3", parent: undefined, instructions: 2 },
		{ name: undefined, image: "scratch", parent: undefined, instructions: 1 },
	]);
});

test.each([
	["by name", "FROM a AS base\nFROM base\n", [undefined, 0]],
	["in any case", "FROM a as Base\nFROM bAsE\n", [undefined, 0]],
	["in quotes", 'FROM a AS base\nFROM "base"\n', [undefined, 0]],
	["by the default in the expression", "ARG B\nFROM a AS base\nFROM ${B:-base}\n", [undefined, 0]],
	["through an ARG", "ARG B=base\nFROM a AS base\nFROM ${B}\n", [undefined, 0]],
	["the last of two with the same name", "FROM a AS base\nFROM b AS base\nFROM base\n", [undefined, undefined, 1]],
	["never a later one", "FROM base\nFROM a AS base\n", [undefined, undefined]],
	["never itself", "FROM base AS base\n", [undefined]],
	["never by number", "FROM a\nFROM 0\n", [undefined, undefined]],
])("FROM finds an earlier stage: %s", (_, text, parents) => {
	expect(stagesOf(parse(text)).map(({ parent }) => parent?.index)).toEqual(parents);
});

test.each([
	["ARG without default", "ARG IMAGE\nFROM $IMAGE\n", undefined],
	["default in the expression", "FROM ${IMAGE:-alpine:3.20}\n", "alpine:3.20"],
	["default in the expression, of a name that is declared", "ARG IMAGE\nFROM ${IMAGE-alpine:3.20}\n", "alpine:3.20"],
	["default in the expression, of a name that is set", "ARG IMAGE=debian\nFROM ${IMAGE:-alpine}\n", "debian"],
	["default of an ARG that is made of one", "ARG TAG\nARG IMAGE=alpine:${TAG:-3.20}\nFROM $IMAGE\n", "alpine:3.20"],
	["addition where the name is not set", "ARG SLIM\nFROM debian:12${SLIM:+-slim}\n", "debian:12"],
	["addition where the name is set", "ARG SLIM=1\nFROM debian:12${SLIM:+-slim}\n", "debian:12-slim"],
	["default of a platform argument, which is always set", "FROM ${TARGETARCH:-amd64}/alpine\n", undefined],
	["a name that has to be given", "ARG IMAGE\nFROM ${IMAGE:?}\n", undefined],
	["quotes", 'FROM "alpine:3.20"\n', "alpine:3.20"],
	["quotes around a part", "ARG TAG=3\nFROM 'alpine':\"$TAG\"\n", "alpine:3"],
	["quotes that do not close", 'FROM "alpine\n', undefined],
	["platform argument", "FROM alpine:$TARGETARCH\n", undefined],
	["ARG made of another", "ARG A=3\nARG B=al:$A\nFROM $B\n", "al:3"],
	["ARG after the first FROM does not count", "FROM a\nARG B=1\nFROM b:$B\n", "a"],
	["no argument", "FROM\n", undefined],
])("the base image: %s", (_, text, image) => {
	const file = parse(text);
	expect(stagesOf(file).map((stage) => baseImageOf(file, stage))[0]).toBe(image);
});

test("references to stages and images, with the range of the name", () => {
	const text = [
		"FROM a AS build",
		"FROM b",
		"COPY --from=BUILD /x /x",
		"COPY --from=0 /x /x",
		"COPY --from=nginx:1 /x /x",
		"RUN --mount=type=bind,from=build,target=/y make",
		"ONBUILD COPY --from=build /x /x",
		"COPY /x --from=build",
	].join("\n");
	const file = parse(text);
	expect(stageReferences(file).map(({ to, stage }) => [text.slice(to.start, to.end), stage?.index])).toEqual([
		["BUILD", 0],
		["0", 0],
		["nginx:1", undefined],
		["build", 0],
		["build", 0],
	]);
});

test("stages are found by name and by number, later ones too", () => {
	const file = parse("FROM a AS one\nFROM b AS two\n");
	expect([findStage(file, "TWO")?.index, findStage(file, "1")?.index, findStage(file, "2"), findStage(file, "three")]).toEqual([1, 1, undefined, undefined]);
});

test("an instruction knows its stage", () => {
	const file = parse("ARG X\nFROM a\nRUN 1\nFROM b\nRUN 2\n");
	const [one, two] = instructionsOf(file, "RUN");
	const [argument] = instructionsOf(file, "ARG");
	expect([one, two, argument].map((each) => each && stageOf(file, each)?.index)).toEqual([0, 1, undefined]);
});
