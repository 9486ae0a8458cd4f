import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { folderWith } from "./hosts.ts";

export type StandIn = { readonly program: string; readonly path: string; calls(): readonly Call[] };

/**
 * A folder with a program `shellcheck` in it. It is not ShellCheck, and judges nothing: it takes the same options and prints the format `json1` as ShellCheck
 * documents it, with SC2086 at each `$x`, so that tests run where ShellCheck is not installed. `behaviour` is the beginning of its code.
 */
export const standIn = (behaviour = ""): StandIn => standInAt(folderWith({}), behaviour);

/** The same in a folder that is there. */
export function standInAt(folder: string, behaviour = ""): StandIn {
	const program = join(folder, "shellcheck");
	writeFileSync(program, `#!${process.execPath}\n${behaviour}\n${standInCode}`, { mode: 0o755 });
	const log = `${program}.log`;
	return {
		program,
		path: `${folder}${delimiter}${process.env["PATH"] ?? ""}`,
		calls: () => (existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : []).map((line) => JSON.parse(line) as Call),
	};
}

/** One process: its options, and the scripts it was given. */
export type Call = { readonly options: readonly string[]; readonly scripts: readonly string[] };

const standInCode = `
const { appendFileSync, readFileSync } = require("node:fs");
const options = process.argv.slice(2).filter((word) => word.startsWith("-"));
const names = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const scripts = names.map((name) => readFileSync(name, "utf8"));
appendFileSync(__filename + ".log", JSON.stringify({ options, scripts }) + "\\n");
const comments = names.flatMap((file, index) =>
	scripts[index].split("\\n").flatMap((text, line) =>
		[...text.matchAll(/\\$x/g)].map((found) => {
			const column = [...text.slice(0, found.index)].length + 1;
			return { file, line: line + 1, endLine: line + 1, column, endColumn: column + 2, level: "info", code: 2086, message: "Double quote this.", fix: null };
		}),
	),
);
console.log(JSON.stringify({ comments }));
process.exitCode = comments.length > 0 ? 1 : 0;
`;
