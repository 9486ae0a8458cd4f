import { expect, test } from "vitest";
import { dockerfileOfDevcontainer } from "../../../src/engine/language/devcontainer/dockerfiles.ts";

test.each([
	['{ "build": { "dockerfile": "dev.docker", "context": ".." } }', "dev.docker"],
	['{\n\t// which\n\t"name": "a", /* and */\n\t"dockerFile": "../images/tools",\n}', "../images/tools"],
	['{ "image": "debian", "build": {} }', undefined],
	['{ "build": { "dockerfile": "${localEnv:FILE}" } }', undefined],
	['{ "build": { "dockerfile": ', undefined],
	["", undefined],
	["[]", undefined],
])("%s", (text, expected) => {
	expect(dockerfileOfDevcontainer(text)).toBe(expected);
});
