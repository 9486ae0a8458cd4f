import { expect, test } from "vitest";
import { instructionsOf } from "../../../src/engine/dockerfile/instructions.ts";
import { isMounted, mountsOf } from "../../../src/engine/dockerfile/mounts.ts";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import type { Dockerfile, Instruction } from "../../../src/engine/dockerfile/syntax.ts";

function runWith(mount: string): [file: Dockerfile, run: Instruction] {
	const file = parse(`FROM a\nARG UNSET\nARG LIB=/var/lib\nENV CACHE=/cache\nWORKDIR /srv\nRUN --mount=${mount} x\n`);
	const [run] = instructionsOf(file, "RUN");
	if (!run) throw new Error("the fixture has no RUN");
	return [file, run];
}

test.each([
	["type=cache,target=/a", "cache", "/a"],
	["target=/a", "bind", "/a"],
	["type=cache,dst=/a/", "cache", "/a"],
	["TYPE=tmpfs,destination=/a", "tmpfs", "/a"],
	["type=cache,target=$CACHE/x", "cache", "/cache/x"],
	["type=cache,target=${UNSET:-/a}", "cache", "/a"],
	["type=cache,target=$UNSET", "cache", undefined],
	["type=$UNSET,target=/a", undefined, "/a"],
	["type=cache,target=x", "cache", "/srv/x"],
	[`'type=cache,"target=/a,b"'`, "cache", "/a,b"],
	["type=secret,id=x", "secret", undefined],
])("%s", (mount, type, target) => {
	const [found] = mountsOf(...runWith(mount));
	expect({ type: found?.type, target: found?.target }).toEqual({ type, target });
});

test.each([
	["type=cache,target=/var/lib/apt/lists", true],
	["type=cache,target=/var/lib/apt/lists/", true],
	["type=cache,target=$LIB/apt", true],
	["type=tmpfs,target=/", true],
	["type=bind,target=/var/lib", true],
	["type=cache,target=$UNSET", true],
	["type=cache,target=/var/lib/apt/lists/partial", false],
	["type=cache,target=/var/lib/ap", false],
	["type=secret,id=x", false],
	["type=secret,target=/var", false],
])("%s covers the lists: %s", (mount, expected) => {
	expect(isMounted(...runWith(mount), "/var/lib/apt/lists")).toBe(expected);
});
