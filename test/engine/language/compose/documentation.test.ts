import { expect, test } from "vitest";
import { keyMeaning } from "../../../../src/engine/language/compose/documentation/about.ts";
import { explainKey } from "../../../../src/engine/language/compose/explain.ts";
import { documentation } from "../../../../src/engine/language/compose/documentation/top-level.ts";
import { valuesOfKeys } from "../../../../src/engine/language/compose/known-values.ts";
import { keysAt, schemasAt } from "../../../../src/engine/language/compose/schema-at.ts";
import { textOf } from "../../../../src/engine/text/message.ts";

/** The paths of all keys of the schema; names that are the user's own, and items, are `*`. */
function pathsBelow(path: readonly string[]): readonly string[] {
	const own = [...keysAt(path).keys()].flatMap((name) => [[...path, name].join("."), ...pathsBelow([...path, name])]);
	const hasNames = path.length > 0 && path.length < 12 && schemasAt([...path, "*"]).length > 0 && path.at(-1) !== "*";
	return hasNames ? [...own, ...pathsBelow([...path, "*"])] : own;
}

const paths = [...new Set(pathsBelow([]))];

test("each key of the schema has a text, and there is no text without a key", () => {
	expect(paths.length).toBeGreaterThan(340);
	expect(paths.filter((path) => !(path in documentation))).toEqual([]);
	expect(Object.keys(documentation).filter((path) => !paths.includes(path))).toEqual([]);
});

test("values are known of keys that there are", () => {
	expect(Object.keys(valuesOfKeys).filter((path) => schemasAt(path.split(".")).length === 0)).toEqual([]);
});

test("a key below one that came later is as new as that", () => {
	expect(keyMeaning("services.*.develop.watch.*.path")?.map((message) => textOf(message, undefined))).toEqual([
		"**`path`** The file or folder that is watched, from the Compose file's folder.",
		"Since Docker Compose 2.22.0.",
		"[Docker's reference](https://docs.docker.com/reference/compose-file/develop/#watch)",
	]);
	expect(keyMeaning("services.*.nothing")).toBeUndefined();
});

test("a key is explained by the names that lead to it", () => {
	const page = explainKey("services.web.depends_on", undefined);
	expect(page).toContain("# services.*.depends_on\n\n**`depends_on`** Services that are started before this one");
	expect(page).toContain("- `services.*.depends_on.*.condition`");
	expect(explainKey("services.*.restart", undefined)).toContain("- `always`: Started again");
	expect(explainKey("services.web.x", undefined)).toBeUndefined();
	expect(explainKey("", undefined)).toBeUndefined();
});
