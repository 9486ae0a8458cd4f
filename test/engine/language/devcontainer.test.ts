import { expect, test } from "vitest";
import { buildOfDevcontainer } from "../../../src/engine/language/devcontainer/dockerfiles.ts";

test.each([
	['{ "build": { "dockerfile": "dev.docker", "context": ".." } }', { dockerfile: "dev.docker", context: ".." }],
	['{\n\t// which\n\t"name": "a", /* and */\n\t"dockerFile": "../images/tools",\n}', { dockerfile: "../images/tools", context: "." }],
	['{ "dockerFile": "Dockerfile", "context": "../.." }', { dockerfile: "Dockerfile", context: "../.." }],
	['{ "build": { "dockerfile": "a", "context": "${localWorkspaceFolder}" } }', { dockerfile: "a", context: undefined }],
	['{ "image": "debian", "build": {} }', undefined],
	['{ "build": { "dockerfile": "${localEnv:FILE}" } }', undefined],
	['{ "build": { "dockerfile": ', undefined],
	["", undefined],
	["[]", undefined],
])("%s", (text, expected) => {
	expect(buildOfDevcontainer(text)).toEqual(expected);
});
