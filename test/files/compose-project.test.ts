import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { Lines } from "../../src/engine/text/text.ts";
import { textOf } from "../../src/engine/text/message.ts";
import { findProject } from "../../src/files/compose-project.ts";
import { createDisk } from "../../src/files/disk.ts";

/**
 * Projects with what `docker compose config` 5.5 says of them: the resolved project in `expected.json`, with `/project` for the folder, or why it is refused in
 * `refused.txt`. What we say then is in `told.txt`.
 */
const root = join(import.meta.dirname, "../engine/compose/projects");
const variables = { PATH: "/usr/bin:/bin", HOME: "/home/user" };

function resolved(name: string, own: Readonly<Record<string, string>> = { PWD: join(root, name) }): { readonly plain: unknown; readonly told: string } {
	const folder = join(root, name);
	const found = findProject({ paths: [], environmentFiles: [], profiles: [], folder, variables: { ...variables, ...own } }, createDisk());
	if ("problem" in found) throw new Error(textOf(found.problem));
	const { plain, refusals } = found.project;
	const told = refusals.map(({ at: { file, at }, message }) => {
		const text = existsSync(file) ? readFileSync(file, "utf8") : "";
		const lines = new Lines(text);
		const line = lines.lineAt(at.start);
		const what = text.slice(at.start, at.end).replace(/\s+/g, " ").slice(0, 40);
		return `${relative(folder, file)}:${line + 1}:${at.start - (lines.starts[line] ?? 0) + 1} ${JSON.stringify(what)}: ${textOf(message)}`.replaceAll(
			folder,
			"/project",
		);
	});
	const text = JSON.stringify(plain, (_, value: unknown) => (typeof value === "bigint" ? Number(value) : value)) as string | undefined;
	return { plain: text === undefined ? undefined : JSON.parse(text.replaceAll(folder, "/project")), told: told.map((line) => `${line}\n`).join("") };
}

const read = (name: string, file: string): string | undefined => {
	const path = join(root, name, file);
	return existsSync(path) ? readFileSync(path, "utf8") : undefined;
};

describe.each(readdirSync(root))("%s", (name) => {
	const expected = read(name, "expected.json");
	test(expected === undefined ? "is refused, and why is told at its place" : "comes to what docker compose makes of it", () => {
		const { plain, told } = resolved(name);
		expect({ plain, told }).toEqual(
			expected === undefined
				? { plain: undefined, told: read(name, "told.txt") ?? "nothing is written down" }
				: { plain: JSON.parse(expected) as unknown, told: "" },
		);
	});
});

test("where the shell sets no PWD, it is the folder, as Compose has it; where it does, the shell's counts", () => {
	expect(resolved("pwd", {})).toEqual(resolved("pwd"));
	expect(resolved("pwd", { PWD: "/elsewhere" }).plain).toHaveProperty("services.web.volumes.0.source", "/elsewhere/data");
});

test("a project that is nowhere is not found", () => {
	const found = findProject({ paths: [], environmentFiles: [], profiles: [], folder: "/", variables }, createDisk());
	expect("problem" in found && textOf(found.problem)).toBe("no Compose file is in this folder or above it; -f names one");
});

describe("variables of files", () => {
	const texts: Readonly<Record<string, string>> = {
		"/repo/.env": "TAG=1\n",
		"/repo/other.env": "TAG=2\n",
		"/repo/sub/compose.yaml": "services:\n  web:\n    image: web:${TAG:-none}\n",
	};
	const withOwn: Readonly<Record<string, string>> = { ...texts, "/repo/sub/.env": "TAG=3\n" };
	const image = (files: Readonly<Record<string, string>>, own: Readonly<Record<string, string>>): unknown => {
		const options = { paths: ["sub/compose.yaml"], environmentFiles: [], profiles: [], folder: "/repo", variables: { ...variables, ...own } };
		const found = findProject(
			options,
			createDisk((path) => files[path] ?? ""),
		);
		return "problem" in found ? textOf(found.problem) : (found.project.plain as { services: { web: { image: unknown } } }).services.web.image;
	};

	test.each([
		["of a file that is named, the .env beside it counts", withOwn, {}, "web:3"],
		["and not that of the current folder", texts, {}, "web:none"],
		["COMPOSE_ENV_FILES names others, from the current folder", withOwn, { COMPOSE_ENV_FILES: "other.env," }, "web:2"],
		["COMPOSE_DISABLE_ENV_FILE leaves the usual one out", withOwn, { COMPOSE_DISABLE_ENV_FILE: "true" }, "web:none"],
		["COMPOSE_DISABLE_ENV_FILE that says so leaves it", withOwn, { COMPOSE_DISABLE_ENV_FILE: "F" }, "web:3"],
		["COMPOSE_DISABLE_ENV_FILE is true or false", withOwn, { COMPOSE_DISABLE_ENV_FILE: "yes" }, expect.stringContaining("`yes`")],
		["also where it is empty", withOwn, { COMPOSE_DISABLE_ENV_FILE: "" }, expect.stringContaining("Compose takes `true` or `false`")],
		["but where other files are named", withOwn, { COMPOSE_DISABLE_ENV_FILE: "yes", COMPOSE_ENV_FILES: "other.env" }, "web:2"],
	])("%s", (_, files, own, expected) => {
		expect(image(files, own)).toEqual(expected);
	});
});
