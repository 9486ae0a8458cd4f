import { describe, expect, test } from "vitest";
import { loadProject } from "../../../../src/engine/compose/project.ts";
import { composeCompletionsAt } from "../../../../src/engine/language/compose/completion/completion.ts";
import { composeLanguage } from "../../../../src/engine/language/compose/compose-language.ts";
import type { Completion } from "../../../../src/engine/language/completion.ts";
import { defaultConfiguration } from "../../../../src/engine/lint/configuration.ts";
import { lint } from "../../../../src/engine/lint/lint.ts";
import { rules } from "../../../../src/engine/rules/index.ts";
import { textOf } from "../../../../src/engine/text/message.ts";
import { applyEdits } from "../../../../src/engine/text/text.ts";
import { withCursor } from "./cursor.ts";

function fragmentsAt(marked: string): readonly Completion[] {
	const { file, offset } = withCursor(marked);
	const context = { project: [file], officials: [], entries: [], images: [], variables: new Map(), dockerfile: undefined, imagePorts: [], extended: undefined };
	return (composeCompletionsAt(file, offset, { ...context, hasKeys: false, isAsked: true }) ?? []).filter(({ kind, rank }) => kind === "command" && rank === 2);
}

const labelsAt = (marked: string): readonly string[] => fragmentsAt(marked).map(({ label }) => label);

/** The text after a fragment was taken at the `‸`, its gaps left as they are. */
function taken(marked: string, label: string): string {
	const found = fragmentsAt(marked).find((each) => each.label === label);
	if (!found) throw new Error(`no ${label} among ${labelsAt(marked).join(", ")}`);
	return applyEdits(marked.replace("‸", ""), [{ ...found.range, text: found.text ?? "" }, ...(found.also ?? [])]);
}

const path = "/shop/compose.yaml";
const refusalsOf = (text: string): readonly string[] =>
	loadProject(
		{ paths: [path], folder: "/shop", environment: () => undefined, profiles: [], name: undefined },
		{ home: undefined, isAbsent: () => true, text: (each) => (each === path ? text : undefined) },
	).refusals.map(({ message }) => textOf(message));

const inService =
	"x-base: &base\n  init: true\nservices:\n  web:\n    image: example/web:1.2\n    ‸\n  db:\n    image: example/db:1\n    healthcheck: { test: pg_isready }\n";

describe.each(labelsAt(inService))("in a service: %s", (label) => {
	test.each([
		["between others", inService],
		["as the last thing", `${inService.replace(/ {4}‸\n/, "")}  job:\n    image: example/job:1\n    ‸`],
		["with four blanks a level, and CRLF", "services:\r\n    job:\r\n        init: true\r\n        image: example/web:1.2\r\n        ‸\r\n"],
	])("%s, Compose takes it, and we find nothing in it", (_name, marked) => {
		if (!labelsAt(marked).includes(label)) return expect(label).toMatch(/^(?:<<|depends_on):/);
		const text = taken(marked, label);
		expect(refusalsOf(text)).toEqual([]);
		const { findings } = lint(composeLanguage, composeLanguage.parse(text), rules, defaultConfiguration);
		expect(findings.map(({ rule, message }) => `${rule}: ${textOf(message)}`)).toEqual([]);
	});
});

describe.each(labelsAt("services:\n  web:\n    image: example/web:1.2\n‸\n"))("at the top: %s", (label) => {
	test("Compose takes it", () => expect(refusalsOf(taken("services:\n  web:\n    image: example/web:1.2\n‸\n", label))).toEqual([]));
});

test("there is something for each part of a service that people write by heart", () => {
	expect([...new Set(labelsAt(inService).map((label) => label.replace(/:.*/, "")))]).toEqual([
		"healthcheck",
		"logging",
		"mem_limit, cpus, pids_limit",
		"deploy",
		"read_only, cap_drop, security_opt",
		"depends_on",
		"ports",
		"environment",
		"env_file",
		"volumes",
		"develop",
		"build",
		"extra_hosts",
		"<<",
		"networks",
		"secrets",
		"configs",
	]);
});

test.each([
	["a database is asked by its own program", "postgres:18", ["healthcheck: postgres"]],
	["what the image has not is not called", "debian:12", ["healthcheck: bash"]],
	["Alpine has BusyBox's", "alpine:3.22", ["healthcheck: wget"]],
	["Python by itself", "python:3.14-slim", ["healthcheck: Python", "healthcheck: bash"]],
	["of a registry nobody knows", "example.com/web", ["healthcheck: wget", "healthcheck: curl", "healthcheck: bash"]],
])("the check that the image can answer: %s", (_name, image, expected) => {
	expect(labelsAt(`services:\n  web:\n    image: ${image}\n    health‸`).filter((label) => label.startsWith("healthcheck"))).toEqual(expected);
});

test("ports and data are those of the image", () => {
	const marked = "services:\n  store:\n    image: postgres:17\n    ‸\n";
	expect(taken(marked, "ports: 127.0.0.1")).toContain('      - "127.0.0.1:5432:5432"\n');
	expect(taken(marked, "volumes: data")).toBe(
		"services:\n  store:\n    image: postgres:17\n    volumes:\n      - store-data:/var/lib/postgresql/data\n\nvolumes:\n  store-data:\n",
	);
});

test("keys that are there are left out, and of several the others stay", () => {
	expect(labelsAt("services:\n  web:\n    logging: {}\n    ‸\n")).not.toContain("logging: max-size");
	expect(taken("services:\n  web:\n    cpus: 2\n    ‸\n", "mem_limit, cpus, pids_limit")).toBe(
		"services:\n  web:\n    cpus: 2\n    mem_limit: 512m\n    pids_limit: 200\n",
	);
});

test("what it needs goes to the section that is there, under a name that is free", () => {
	expect(taken("services:\n  web:\n    image: a/b\n    net‸\nnetworks:\n  backend: # ours\n", "networks: internal")).toBe(
		"services:\n  web:\n    image: a/b\n    networks:\n      - backend-2\nnetworks:\n  backend: # ours\n  backend-2:\n    internal: true\n",
	);
	expect(taken("services:\n  web:\n    image: a/b\n    net‸\nnetworks: { backend: {} }\n", "networks: internal")).toBe(
		"services:\n  web:\n    image: a/b\n    networks:\n      - backend-2\nnetworks: { backend: {}, backend-2: { internal: true } }\n",
	);
});

test("who can be asked comes first among those that are waited for", () => {
	const [found] = fragmentsAt("services:\n  job:\n    image: a/b\n  cache:\n    image: redis:8\n  web:\n    dep‸").filter(({ label }) =>
		label.startsWith("depends_on"),
	);
	expect(found?.snippet).toContain("${1|cache,job|}:\n        condition: ${2|service_healthy,service_started,");
});

test("a dollar of a shell is one after the gaps are filled", () => {
	expect(taken("services:\n  db:\n    image: postgres:18\n    ‸\n", "healthcheck: postgres")).toContain("-U $${POSTGRES_USER:-postgres}");
});

test.each([
	["in brackets", "services:\n  web: { ‸ }\n"],
	["where a key is changed", "services:\n  web:\n    log‸: x\n"],
	["in values", "services:\n  web:\n    image: log‸\n"],
	["deeper", "services:\n  web:\n    deploy:\n      ‸\n"],
	["below other sections", "volumes:\n  data:\n    ‸\n"],
])("there are none %s", (_name, marked) => expect(labelsAt(marked)).toEqual([]));
