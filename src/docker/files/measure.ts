import type { Api } from "../connection/daemon.ts";
import { within } from "../patience.ts";
import { withArchive } from "./archive.ts";
import { runIn } from "./exec.ts";

/** What stands below a folder: all but folders, and their bytes. `isPartial`: there is more than was counted. */
export type FolderMeasure = { readonly files: number; readonly bytes: number; readonly isPartial: boolean };

/** So much is counted: answers of a program, bytes of an archive, and milliseconds. */
const most = { output: 16 * 1024, archive: 64 * 1024 * 1024, time: 4_000 };

/** Counts until it would take too long. `mayRun`: programs may be run there, if it has any. */
export async function measureFolder(api: Api, id: string, path: string, mayRun: boolean): Promise<FolderMeasure> {
	return (mayRun ? await byProgram(api, id, path) : undefined) ?? byArchive(api, id, path);
}

async function byProgram(api: Api, id: string, path: string): Promise<FolderMeasure | undefined> {
	const done = new AbortController();
	const signal = within(most.time, done.signal);
	const found = await runIn(api, id, ["find", path, "!", "-type", "d", "-exec", "stat", "-c", "%s", "{}", "+"], { most: most.output, signal })
		.catch((error: unknown) => {
			if (!signal.aborted) throw error;
			return "late" as const;
		})
		.finally(() => done.abort());
	if (found === "late") return { files: 0, bytes: 0, isPartial: true };
	if (!found || (found.code !== 0 && found.output.length === 0)) return undefined;
	const sizes = found.output.toString("latin1").split("\n");
	// Behind the last line stands nothing, or half of a number.
	const whole = sizes.slice(0, -1).map(Number);
	return { files: whole.length, bytes: whole.reduce((sum, size) => sum + size, 0), isPartial: found.isCut };
}

async function byArchive(api: Api, id: string, path: string): Promise<FolderMeasure> {
	const until = performance.now() + most.time;
	const counted = { files: 0, bytes: 0, isPartial: false };
	const goesOn = (bytes: number): boolean => !(counted.isPartial ||= bytes > most.archive || performance.now() > until);
	const reading = withArchive(
		api,
		id,
		path,
		async (entries) => {
			for await (const { header } of entries) {
				if (header.kind === "folder") continue;
				counted.files += 1;
				counted.bytes += header.size;
			}
		},
		{ goesOn },
	);
	await reading.catch((error: unknown) => {
		// It ends too early, as it was to.
		if (!counted.isPartial) throw error;
	});
	return counted;
}
