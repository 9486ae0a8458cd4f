import { existsSync, type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { baselineFileName } from "../engine/lint/baseline.ts";
import { configurationFileNames } from "../engine/lint/configuration.ts";
import { languageOfName } from "../engine/language/language-of-name.ts";
import { say, textOf } from "../engine/text/message.ts";
import { skippedFolders } from "./files.ts";
import type { Linted } from "./lint-files.ts";
import { inOrder } from "./lint-together.ts";
import { exitCodes, type Terminal } from "./terminal.ts";

/** What is linted: `names` are the files. */
type Names = { readonly names: readonly string[] };

export type Watched<Files extends Names> = {
	/** Files and folders as the user gave them. */
	readonly paths: readonly string[];
	find(): Promise<Files>;
	/** Whether what is found depends on what is in the files. */
	readonly findsByContent: boolean;
	lintOne(name: string, files: Files): Promise<Linted>;
	tell(files: Files, linted: Linted): number;
};

/** An editor writes a file in several steps; within so many milliseconds they are one. */
const oneSave = 15;

/** Lints, and whenever something is saved lints again what may have changed by it, until the user interrupts. */
export async function watchCommand<Files extends Names>({ paths, find, findsByContent, lintOne, tell }: Watched<Files>, terminal: Terminal): Promise<number> {
	let files = await find();
	const linted = new Map<string, Linted>();
	const lintAgain = async (names: readonly string[]): Promise<void> => {
		for (const name of names) linted.set(name, await lintOne(name, files));
	};
	const show = (): void => {
		// A terminal shows the newest report alone.
		if (terminal.width !== undefined) terminal.write("\u001B[2J\u001B[3J\u001B[H");
		const shares = files.names.flatMap((name) => linted.get(name) ?? []);
		tell(files, inOrder({ names: files.names, inputName: undefined }, shares));
		if (terminal.width !== undefined) terminal.write(`${textOf(say`Watching for changes; Ctrl+C ends it.`, terminal.catalogue)}\n`);
	};

	const changed = new Set<string>();
	let timer: NodeJS.Timeout | undefined;
	let isBusy = false;
	const watchers = createWatchers((path) => {
		changed.add(path);
		timer ??= setTimeout(() => void answer(), oneSave);
	});

	async function answer(): Promise<void> {
		timer = undefined;
		if (isBusy || changed.size === 0) return;
		isBusy = true;
		const saved = [...changed];
		changed.clear();
		const before = files;
		// To walk all folders takes longer than to lint a file.
		if (findsByContent || saved.some((path) => !isKnown(path, before))) files = await find();
		const again = affected(saved, files, linted);
		await lintAgain(again);
		if (again.length > 0 || files.names.length !== before.names.length) show();
		isBusy = false;
		if (changed.size > 0) await answer();
	}

	watchers.follow(paths);
	await lintAgain(files.names);
	show();
	return new Promise((done) => {
		const stopListening = terminal.onInterrupt?.(() => {
			stopListening?.();
			clearTimeout(timer);
			watchers.close();
			done(exitCodes.clean);
		});
	});
}

/** Whether it is one of the files, and still there. */
const isKnown = (path: string, { names }: Names): boolean => names.some((name) => resolve(name) === path) && existsSync(path);

/** The files that are to be linted anew: those that were saved, those whose rules looked at what was, and all where it tells how to lint. */
function affected(saved: readonly string[], { names }: Names, linted: ReadonlyMap<string, Linted>): readonly string[] {
	if (saved.some((path) => [...configurationFileNames, baselineFileName].includes(basename(path)))) return names;
	return names.filter((name) => {
		const before = linted.get(name);
		return !before || saved.includes(resolve(name)) || before.paths.some((path) => saved.includes(path));
	});
}

/** Tells of what changes in folders and below them; folders that come later are followed, too. */
function createWatchers(onChange: (path: string) => void): { follow(paths: readonly string[]): void; close(): void } {
	const watchers = new Map<string, FSWatcher>();

	function followFolder(folder: string, isDeep: boolean): void {
		if (!watchers.has(folder)) {
			try {
				const watcher = watch(folder, (_, name) => {
					if (name === null) return;
					const path = join(folder, name);
					if (isDeep && isFolder(path)) {
						if (!skippedFolders.has(name)) followFolder(path, isDeep);
					}
					if (isDeep || languageOfName(name) !== undefined || name.startsWith(".")) onChange(path);
				});
				watcher.on("error", () => {
					watcher.close();
					watchers.delete(folder);
				});
				watchers.set(folder, watcher);
			} catch {
				// What cannot be watched is as it was when it was read.
				return;
			}
		}
		if (isDeep) for (const below of foldersIn(folder)) followFolder(below, isDeep);
	}

	return {
		follow(paths) {
			for (const path of paths.map((each) => resolve(each))) {
				if (isFolder(path)) followFolder(path, true);
				else followFolder(dirname(path), false);
			}
		},
		close: () => watchers.forEach((watcher) => watcher.close()),
	};
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function foldersIn(folder: string): readonly string[] {
	try {
		return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
			entry.isDirectory() && !skippedFolders.has(entry.name) ? join(folder, entry.name) : [],
		);
	} catch {
		return [];
	}
}
