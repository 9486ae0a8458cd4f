import { expect, test } from "vitest";
import { rehearse } from "../../../src/docker/docker.ts";

test("what is rehearsed is the whole way to the rows, and nothing is reached or left open", async () => {
	const open = (): readonly string[] => process.getActiveResourcesInfo().filter((name) => !/Timeout|Immediate/.test(name));
	const before = open();
	// There is no engine at its address: it would say that it is away, and have no rows.
	expect(await rehearse()).toBe(100);
	expect(open()).toEqual(before);
});
