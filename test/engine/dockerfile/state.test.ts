import { expect, test } from "vitest";
import { instructionsOf } from "../../../src/engine/dockerfile/instructions.ts";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { stagesOf } from "../../../src/engine/dockerfile/stages.ts";
import { userOf } from "../../../src/engine/dockerfile/users.ts";
import { type State, stateAtEnd, stateBefore } from "../../../src/engine/dockerfile/state.ts";

function stateAtLastRun(text: string): State {
	const file = parse(text);
	const run = instructionsOf(file, "RUN").at(-1);
	if (!run) throw new Error("the fixture has no RUN");
	return stateBefore(file, run);
}

test.each([
	["absolute", "FROM a\nWORKDIR /app\nRUN x\n", "/app"],
	["relative to the one before", "FROM a\nWORKDIR /app\nWORKDIR src/../lib/.\nRUN x\n", "/app/lib"],
	["relative to what the base image has", "FROM a\nWORKDIR app\nRUN x\n", undefined],
	["relative in scratch", "FROM scratch\nWORKDIR app\nRUN x\n", "/app"],
	["with a variable", "FROM a\nENV HOME=/srv\nWORKDIR $HOME/app\nRUN x\n", "/srv/app"],
	["in quotes", 'FROM a\nWORKDIR "/app dir"\nRUN x\n', "/app dir"],
	["with a default in the expression", "FROM a\nARG BASE\nWORKDIR ${BASE:-/srv}/app\nRUN x\n", "/srv/app"],
	["with a variable that is not known", "FROM a\nWORKDIR $HOME/app\nRUN x\n", undefined],
	["absolute after one that is not known", "FROM a\nWORKDIR $HOME\nWORKDIR /app\nRUN x\n", "/app"],
	["inherited", "FROM a AS b\nWORKDIR /app\nFROM b\nWORKDIR src\nRUN x\n", "/app/src"],
	["not from below", "FROM a\nRUN x\nWORKDIR /app\n", undefined],
	["on Windows", "# escape=`\nFROM a\nWORKDIR C:\\app\nWORKDIR src\nRUN x\n", "C:\\app\\src"],
])("WORKDIR %s", (_, text, workdir) => {
	expect(stateAtLastRun(text).workdir).toBe(workdir);
});

test("the shell and the user in force, and the instruction that set them", () => {
	const state = stateAtLastRun('FROM a AS b\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nUSER app\nFROM b\nUSER root\nRUN x\n');
	expect(state.shell).toEqual(["/bin/bash", "-o", "pipefail", "-c"]);
	expect([state.shellInstruction?.startLine, state.user?.startLine]).toEqual([2, 5]);
});

test.each([
	["above the instruction", "FROM a\n# hadolint shell=bash\nRUN x\n", ["/bin/bash", "-c"]],
	["further above, with a reason", "FROM a\n#hadolint shell = ash # Alpine's\n\nENV A=b\nRUN x\n", ["/bin/ash", "-c"]],
	["not from below", "FROM a\nRUN x\n# hadolint shell=bash\n", ["/bin/sh", "-c"]],
	["above all stages", "# hadolint shell=bash\nARG A=a\nFROM a\nFROM b\nRUN x\n", ["/bin/bash", "-c"]],
	["of the stage before", "FROM a\n# hadolint shell=bash\nRUN x\nFROM b\nRUN x\n", ["/bin/sh", "-c"]],
	["of the stage that it is built on", "FROM a AS b\n# hadolint shell=bash\nRUN x\nFROM b\nRUN x\n", ["/bin/bash", "-c"]],
	["above its FROM alone", "FROM a AS b\nUSER c\n# hadolint shell=bash\nFROM b\nRUN x\n", ["/bin/bash", "-c"]],
	["and a SHELL after it", 'FROM a\n# hadolint shell=bash\nSHELL ["/bin/dash", "-c"]\nRUN x\n', ["/bin/dash", "-c"]],
	["and a SHELL before it", 'FROM a\nSHELL ["/bin/dash", "-c"]\n# hadolint shell=bash\nRUN x\n', ["/bin/bash", "-c"]],
	["in our words, with a path", "FROM a\n# hullwright shell=/usr/bin/zsh\nRUN x\n", ["/usr/bin/zsh", "-c"]],
	["of Windows", "FROM a\n# tally shell=pwsh\nRUN x\n", ["pwsh", "-Command"]],
	["that is about something else", "FROM a\n# the shell=bash\nRUN x\n", ["/bin/sh", "-c"]],
])("a comment says which shell the image has: %s", (_, text, shell) => {
	expect(stateAtLastRun(text).shell).toEqual(shell);
});

test("without them it is Docker's default, and the base image's user", () => {
	expect(stateAtLastRun("FROM a\nRUN x\n")).toMatchObject({ shell: ["/bin/sh", "-c"], shellInstruction: undefined, user: undefined });
});

test("the end of a stage has all of it", () => {
	const file = parse("FROM a\nRUN x\nUSER app\nWORKDIR /app\n");
	const [stage] = stagesOf(file);
	expect(stage && stateAtEnd(file, stage)).toMatchObject({ user: { startLine: 3 }, workdir: "/app" });
});

test.each([
	["root", true],
	["0", true],
	["00:0", true],
	["root:staff", true],
	[":staff", true],
	['"root"', true],
	["${NAME:-root}", true],
	["app", false],
	["1000:0", false],
	["0x0", false],
	["rooty", false],
	["$NAME", undefined],
])("USER %s is root: %s", (word, expected) => {
	const file = parse(`FROM a\nARG NAME\nUSER ${word}\n`);
	const [user] = instructionsOf(file, "USER");
	expect(user && userOf(file, user)?.isRoot).toBe(expected);
});
