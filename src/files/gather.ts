import { basename, dirname, resolve } from "node:path";
import { requestsOf, type Request } from "../engine/lint/requests.ts";
import type { Files } from "../engine/lint/rule.ts";
import type { Disk } from "./disk.ts";
import { composeVariables } from "./compose-variables.ts";

/** What came of it, and the files and folders that it depends on, by absolute path. */
export type Gathered<Result> = { readonly result: Result; readonly paths: readonly string[] };

/** What is known besides files. */
export type Around = Pick<Files, "daemon"> & {
	/** The Compose files that make a project, where a user has said so: they count over `COMPOSE_FILE`. */
	readonly composeFiles?: readonly string[];
};

/** More rounds or files than this no honest file needs; what is wanted beyond stays unknown. */
const mostRounds = 10;
const mostRequests = 500;

/** Runs `use`, and again with what it wanted to know of the files around the one at the path, until it wants nothing more. Without a path nothing is known but the engine. */
export function gather<Result>(
	use: (files: Files) => Result,
	own: string | undefined,
	disk: Disk,
	{ daemon, composeFiles = [] }: Around = {},
): Gathered<Result> {
	const folder = own === undefined ? undefined : dirname(own);
	const name = own === undefined ? undefined : basename(own);
	const texts = new Map<string, string | undefined>();
	const lists = new Map<string, readonly string[] | undefined>();
	// Nearly every file that copies anything makes rules ask for these. Answered at once, they take no round of their own.
	const usual = new Set(["list .", "text .dockerignore", `text ${name}.dockerignore`]);
	const known = <Answer>(kind: Request["kind"], answers: ReadonlyMap<string, Answer>): Pick<typeof answers, "has" | "get"> => ({
		has(path) {
			if (folder !== undefined && !answers.has(path) && usual.has(`${kind} ${path}`)) answer({ kind, path }, folder);
			return answers.has(path);
		},
		get: (path) => answers.get(path),
	});
	const have = { name, folder, daemon, variable: composeVariables(disk, composeFiles), texts: known("text", texts), lists: known("list", lists) };
	let answered = 0;
	for (let round = 1; ; round++) {
		const { result, requests, asked } = requestsOf(use, have);
		const allowed = folder === undefined || round === mostRounds ? [] : requests.slice(0, mostRequests - answered);
		answered += allowed.length;
		if (folder === undefined || allowed.length === 0) return { result, paths: asked.map(({ path }) => resolve(folder ?? "", path)) };
		for (const request of allowed) answer(request, folder);
	}

	function answer({ kind, path: wanted }: Request, within: string): void {
		const path = resolve(within, wanted);
		if (kind === "list") lists.set(wanted, disk.list(path));
		else {
			const reading = disk.read(path);
			texts.set(wanted, reading && "text" in reading ? reading.text : undefined);
		}
	}
}
