import { basename, dirname, resolve } from "node:path";
import { requestsOf, type Request } from "../engine/lint/requests.ts";
import type { Files } from "../engine/lint/rule.ts";
import type { Disk } from "./disk.ts";

/** What came of it, and the files and folders that it depends on, by absolute path. */
export type Gathered<Result> = { readonly result: Result; readonly paths: readonly string[] };

/** More rounds or files than this no honest file needs; what is wanted beyond stays unknown. */
const mostRounds = 10;
const mostRequests = 200;

/** Runs `use`, and again with what it wanted to know of the files around the one at the path, until it wants nothing more. Without a path nothing is known. */
export function gather<Result>(use: (files: Files) => Result, own: string | undefined, disk: Disk): Gathered<Result> {
	const folder = own === undefined ? undefined : dirname(own);
	const name = own === undefined ? undefined : basename(own);
	const texts = new Map<string, string | undefined>();
	const lists = new Map<string, readonly string[] | undefined>();
	const paths = new Set<string>();
	for (let round = 1; ; round++) {
		const { result, requests } = requestsOf(use, { name, texts, lists });
		const allowed = folder === undefined || round === mostRounds ? [] : requests.slice(0, mostRequests - texts.size - lists.size);
		if (folder === undefined || allowed.length === 0) return { result, paths: [...paths] };
		for (const request of allowed) paths.add(answer(request, folder));
	}

	function answer({ kind, path: wanted }: Request, within: string): string {
		const path = resolve(within, wanted);
		if (kind === "list") lists.set(wanted, disk.list(path));
		else {
			const reading = disk.read(path);
			texts.set(wanted, reading && "text" in reading ? reading.text : undefined);
		}
		return path;
	}
}
