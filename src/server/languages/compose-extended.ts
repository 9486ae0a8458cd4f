import type { CancellationToken } from "vscode-languageserver";
import { type NamePlace, namesIn, takesAlong } from "../../engine/language/compose/names.ts";
import { type ComposeBeside, type ComposeFiles, homeOf } from "../compose-files.ts";

/** A service of another file that one of this file extends. */
type Extended = { readonly path: string; readonly service: string };

const extendedBy = (from: ComposeBeside): readonly Extended[] =>
	namesIn(from.file).flatMap((each) => {
		const path = homeOf(from, each);
		return path === undefined ? [] : [{ path, service: each.name }];
	});

/**
 * The files of a project, and those of all projects that have the name together with it: whoever extends a service of another file takes along what that names, so
 * that in both, and in whatever else extends it, the name has to be the same.
 */
export async function withExtended(
	files: ComposeFiles,
	own: readonly ComposeBeside[],
	place: NamePlace,
	token: CancellationToken,
): Promise<readonly ComposeBeside[]> {
	const project = [...own];
	const isTakenFrom = makeTaken(files, place);
	const add = (other: ComposeBeside): void => {
		if (project.some(({ path }) => path === other.path)) return;
		project.push(other);
		for (const each of files.projectOf(other.document, other.file)) if (!project.some(({ path }) => path === each.path)) project.push(each);
	};
	// What has been added may extend more, and be extended.
	for (let count = 0; count < project.length && !token.isCancellationRequested;) {
		const added = new Map(project.slice(count).flatMap((each) => (each.path === undefined ? [] : [[each.path, each] as const])));
		count = project.length;
		for (const from of added.values())
			for (const { path, service } of extendedBy(from)) {
				const base = files.fileAt(from, path);
				if (base && isTakenFrom(base, service)) add(base);
			}
		for (const extender of await files.extendersOf(project, token))
			if (extendedBy(extender).some(({ path, service }) => isTakenFrom(added.get(path), service))) add(extender);
	}
	return project;
}

/** Says whether whoever extends the service takes the name along, be it from what the service extends itself. Each is looked at once. */
function makeTaken(files: ComposeFiles, place: NamePlace): (base: ComposeBeside | undefined, service: string) => boolean {
	const known = new Map<string, boolean>();
	return function isTakenFrom(base: ComposeBeside | undefined, service: string): boolean {
		if (base === undefined) return false;
		const key = JSON.stringify([base.path, service]);
		const found = known.get(key);
		if (found !== undefined) return found;
		// Files may extend one another in a circle.
		known.set(key, false);
		const isTaken = takesAlong(base.file, service, place) || extendedBy(base).some((each) => isTakenFrom(files.fileAt(base, each.path), each.service));
		known.set(key, isTaken);
		return isTaken;
	};
}
