import { basename, dirname, resolve } from "node:path";
import { simplify } from "../engine/lint/files-around.ts";
import type { Files } from "../engine/lint/rule.ts";
import { composeVariables } from "./compose-variables.ts";
import type { Disk } from "./disk.ts";

/** What came of it, and the files and folders that it depends on, by absolute path. */
export type Gathered<Result> = { readonly result: Result; readonly paths: readonly string[] };

/** What is known besides files. */
export type Around = Pick<Files, "daemon"> & {
	/** The Compose files that make a project, where a user has said so: they count over `COMPOSE_FILE`. */
	readonly composeFiles?: readonly string[];
};

/** More files and folders than this no honest file needs; what is wanted beyond stays unknown. */
const most = 500;

/** Runs `use` with what it wants to know of the files around the one at the path. Without a path nothing is known but the engine. */
export function gather<Result>(
	use: (files: Files) => Result,
	own: string | undefined,
	disk: Disk,
	{ daemon, composeFiles = [] }: Around = {},
): Gathered<Result> {
	const variable = composeVariables(disk, composeFiles);
	if (own === undefined) return { result: use({ name: undefined, daemon, variable, text: () => undefined, list: () => undefined }), paths: [] };
	const [name, folder] = [basename(own), dirname(own)];
	const paths = new Set<string>();
	let known = 0;
	const answers = <Answer>(read: (path: string) => Answer | undefined): ((path: string) => Answer | undefined) => {
		const answered = new Map<string, Answer | undefined>();
		return (wanted) => {
			const simple = simplify(wanted);
			if (simple === undefined) return undefined;
			if (!answered.has(simple) && known < most) {
				known++;
				const path = resolve(folder, simple);
				paths.add(path);
				answered.set(simple, read(path));
			}
			return answered.get(simple);
		};
	};
	const text = answers((path) => {
		const reading = disk.read(path);
		return reading && "text" in reading ? reading.text : undefined;
	});
	const result = use({ name, folder, daemon, variable, text, list: answers((path) => disk.list(path)) });
	return { result, paths: [...paths] };
}
