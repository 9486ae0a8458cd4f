import { describe, expect, test } from "vitest";
import type { Container } from "../../src/docker/resources/container.ts";
import { type Happening, makeCrossing, makeJudge } from "../../src/extension/notices/judge.ts";
import { isMeant, wishFor } from "../../src/extension/notices/wish.ts";

type Step = readonly [action: string, second: number, attributes?: Readonly<Record<string, string>>, isOurs?: boolean];

/** What is told of one container. */
function told(steps: readonly Step[]): readonly (Happening["kind"] | undefined)[] {
	const judge = makeJudge();
	return steps.map(
		([action, second, attributes = {}, isOurs = false]) => judge.take({ type: "container", action, id: "w", attributes }, second * 1000, isOurs)?.kind,
	);
}

describe("what somebody is told of", () => {
	test.each<[string, readonly Step[], readonly (Happening["kind"] | undefined)[]]>([
		[
			"an end by itself",
			[
				["start", 0],
				["die", 60, { exitCode: "1" }],
			],
			[undefined, "exited"],
		],
		[
			"one stopped elsewhere",
			[
				["start", 0],
				["kill", 60, { signal: "15" }],
				["die", 61],
				["stop", 61],
			],
			[undefined, undefined, undefined, undefined],
		],
		[
			"one stopped here, on an engine that tells of no signal",
			[
				["start", 0],
				["die", 60, {}, true],
			],
			[undefined, undefined],
		],
		[
			"a signal that ends nothing, and an end later",
			[
				["start", 0],
				["kill", 5, { signal: "HUP" }],
				["die", 60],
			],
			[undefined, undefined, "exited"],
		],
		[
			"restarted by the user, then an end by itself",
			[
				["kill", 0, { signal: "9" }],
				["die", 1],
				["start", 2],
				["die", 60],
			],
			[undefined, undefined, undefined, "exited"],
		],
		[
			"a loop, once",
			[
				["start", 0],
				["die", 1],
				["start", 2],
				["die", 3],
				["start", 4],
				["die", 5],
			],
			[undefined, "exited", "started", undefined, "started", undefined],
		],
		[
			"a loop that came to rest, and an end after that",
			[
				["die", 1],
				["start", 2],
				["die", 60],
			],
			["exited", "started", "exited"],
		],
		[
			"health, when it is good",
			[
				["health_status", 1, { health_status: "unhealthy" }],
				["health_status", 2, { health_status: "healthy" }],
			],
			[undefined, "healthy"],
		],
		[
			"nothing of commands in it",
			[
				["exec_create", 1],
				["exec_die", 2, { exitCode: "1" }],
			],
			[undefined, undefined],
		],
	])("%s", (_, steps, expected) => {
		expect(told(steps)).toEqual(expected);
	});
});

test("a count is told when it comes to be more than wanted, once, and again after it was less", () => {
	const crosses = makeCrossing();
	expect([1, 3, 4, 5, 0, 4].map((count) => crosses("a", count, 3))).toEqual([false, false, true, false, false, true]);
	expect(crosses("b", 9, 3)).toBe(true);
});

test("what takes a container's place is meant as well", () => {
	const container = { id: "1", name: "shop-web-1", project: "shop", service: "web" } as Container;
	const wish = wishFor(container, { kind: "line", text: "ready" });
	expect(wish).toEqual({ kind: "line", text: "ready", name: "shop-web-1", project: "shop", service: "web", id: "shop-web-1 line ready" });
	expect(
		[
			{ name: "shop-web-1" },
			{ name: "new", project: "shop", service: "web" },
			{ name: "new", project: "other", service: "web" },
			// Somebody has run a command in it.
			{ name: "shop-web-run-2f7ef687db0d", project: "shop", service: "web" },
		].map((each) => isMeant(wish, each)),
	).toEqual([true, true, false, false]);
	const single = wishFor({ id: "2", name: "db" } as Container, { kind: "exited" });
	expect([{ name: "db" }, { name: "cache" }].map((each) => isMeant(single, each))).toEqual([true, false]);
});
