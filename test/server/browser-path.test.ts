import fc from "fast-check";
import { posix } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import * as path from "../../src/server/browser/path.ts";
import * as url from "../../src/server/browser/url.ts";

const piece = fc.constantFrom("a", "b.c", "..", ".", "", "é ö");
const paths = fc.tuple(fc.boolean(), fc.array(piece, { minLength: 1, maxLength: 5 })).map(([isRooted, parts]) => `${isRooted ? "/" : ""}${parts.join("/")}`);
const absolute = paths.map((each) => `/${each}`);

test("paths are put together in a browser as in Node", () => {
	fc.assert(
		fc.property(absolute, paths, absolute, (one, other, third) => {
			const simple = posix.resolve(one);
			expect(path.resolve(one, other)).toBe(posix.resolve(one, other));
			expect(path.join(simple, other)).toBe(posix.join(simple, other));
			expect(path.relative(one, third)).toBe(posix.relative(one, third));
			expect([path.dirname(simple), path.basename(simple)]).toEqual([posix.dirname(simple), posix.basename(simple)]);
			expect(url.fileURLToPath(url.pathToFileURL(simple).href)).toBe(fileURLToPath(pathToFileURL(simple).href));
		}),
		{ numRuns: 500 },
	);
});
