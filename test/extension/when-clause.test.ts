import { expect, test } from "vitest";
import { holds } from "./when-clause.ts";

test.each<[string, boolean]>([
	["view == a.b && viewItem =~ /^x (y|z)$/", true],
	["view == a.b && (viewItem == other || many && viewItem =~ /^x/)", true],
	["!many", false],
	["view != a.b || viewItem == 'x y'", true],
	["nothing && view == a.b", false],
])("conditions: %s", (when, value) => expect(holds(when, { view: "a.b", viewItem: "x y", many: true })).toBe(value));
