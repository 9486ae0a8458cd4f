import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { defaultConfiguration } from "../../src/engine/lint/configuration.ts";
import { dockerfileLanguage } from "../../src/engine/language/dockerfile/dockerfile-language.ts";
import { formatBaseline, knownOf } from "../../src/engine/lint/baseline.ts";
import { lint } from "../../src/engine/lint/lint.ts";
import { rules } from "../../src/engine/rules/index.ts";
import { type Files, folderWith, hosts } from "./hosts.ts";

const maintained = "FROM debian:12\nMAINTAINER Jo\nUSER app\n";
const tagless = "FROM debian:latest\nMAINTAINER Jo\nUSER app\n";

/** A baseline with what is found in the texts. */
function baselineOf(texts: Readonly<Record<string, string>>): string {
	const { parse } = dockerfileLanguage;
	const known = (text: string) => knownOf(text, lint(dockerfileLanguage, parse(text), rules, defaultConfiguration).findings);
	return formatBaseline(new Map(Object.entries(texts).map(([path, text]) => [path, known(text)])));
}

describe.each(hosts)("%s", (_, lintIn) => {
	test.each<[string, Files, readonly string[]]>([
		["what the nearest baseline has is not reported", { ".hullwright-baseline.json": baselineOf({ "web/Dockerfile": maintained }) }, []],
		["what it does not have is", { ".hullwright-baseline.json": baselineOf({ "db/Dockerfile": maintained }) }, ["maintainer-instruction"]],
		[
			"a baseline beside the file hides one above",
			{
				".hullwright-baseline.json": baselineOf({ "web/Dockerfile": maintained }),
				"web/.hullwright-baseline.json": baselineOf({}),
			},
			["maintainer-instruction"],
		],
		[
			"the configuration names one",
			{
				".hullwright.yaml": "baseline: ci/old.json\n",
				"ci/old.json": baselineOf({ "../web/Dockerfile": maintained }),
				".hullwright-baseline.json": baselineOf({}),
			},
			[],
		],
		["one that is no baseline hides nothing", { ".hullwright-baseline.json": "{}" }, ["maintainer-instruction"]],
	])("%s", async (_name, files, found) => {
		const folder = folderWith({ "web/Dockerfile": maintained, ...files });
		expect(Object.keys((await lintIn(folder, join("web", "Dockerfile"))).found)).toEqual(found);
	});

	test("a new problem is reported beside old ones", async () => {
		const folder = folderWith({ "web/Dockerfile": tagless, ".hullwright-baseline.json": baselineOf({ "web/Dockerfile": maintained }) });
		expect(Object.keys((await lintIn(folder, join("web", "Dockerfile"))).found)).toEqual(["from-latest-tag"]);
	});
});
