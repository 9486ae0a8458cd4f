import { expect, test } from "vitest";
import { instructionsOf } from "../../../src/engine/dockerfile/instructions.ts";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { sourcesOf } from "../../../src/engine/dockerfile/sources.ts";

test.each([
	["ADD a b /x", ["file a", "file b"]],
	["ADD https://example.com/a.tar /x", ["link https://example.com/a.tar"]],
	['ADD "https://example.com/a.tar" /x', ["link https://example.com/a.tar"]],
	["ADD 'http://example.com/a' /x", ["link http://example.com/a"]],
	['ADD ["https://example.com/a b", "/x"]', ["link https://example.com/a b"]],
	["ADD $URL/a /x", ["link https://example.com/a"]],
	["ADD ${MIRROR:-https://example.org}/a /x", ["unknown undefined"]],
	["ADD https://github.com/moby/buildkit.git#v1:docs /x", ["repository https://github.com/moby/buildkit.git#v1:docs"]],
	["ADD git@github.com:moby/buildkit.git /x", ["repository git@github.com:moby/buildkit.git"]],
	["ADD ssh://git@example.com/a /x", ["repository ssh://git@example.com/a"]],
	["ADD github.com/moby/buildkit /x", ["file github.com/moby/buildkit"]],
	["COPY <<EOF b /x\nEOF", ["heredoc undefined", "file b"]],
	["COPY a", []],
])("%s", (line, expected) => {
	const file = parse(`FROM a\nENV URL=https://example.com\n${line}\n`);
	const found = [...instructionsOf(file, "ADD"), ...instructionsOf(file, "COPY")].flatMap((instruction) => sourcesOf(file, instruction));
	expect(found.map(({ kind, value }) => `${kind} ${value}`)).toEqual(expected);
});
