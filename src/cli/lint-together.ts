import { added, emptyTally } from "./format/report.ts";
import { lintFiles, type Linted, type LintJob } from "./lint-files.ts";
import { sumOf } from "./timing.ts";
import type { Terminal } from "./terminal.ts";

/** From this many files on, a second thread saves more than its start takes. */
const many = 100;
/** A thread takes as many at once. Few, so that both come to their end at about the same time. */
const portion = 4;

/** What a helper is told. `taken` is shared: how many of the job's files somebody has taken. */
type Task = { readonly job: LintJob; readonly taken: Int32Array };

/** Lints the job's files, many of them on two cores. What comes of it is the same. */
export async function lintTogether(job: LintJob, { readInput, askHelper }: Pick<Terminal, "readInput" | "askHelper">): Promise<Linted> {
	const { names, fix, diff } = job;
	// Two names may lead to one file, which only one can write at a time.
	if (!askHelper || fix || diff || names.length < many || names.includes("-")) return inOrder(job, [await lintFiles(job, names, readInput)]);
	const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
	const helped = askHelper({ job, taken } satisfies Task).catch(() => undefined);
	const own = new Set<string>();
	const mine = await lintFiles(job, following(names, taken, own), readInput);
	const theirs = (await helped) as Linted | undefined;
	// What a helper took that came to grief is as if nobody had taken it.
	const left = theirs ? [] : names.filter((name) => !own.has(name));
	return inOrder(job, [mine, theirs ?? (await lintFiles(job, left, readInput))]);
}

/** What a helper makes of its task. */
export function help(task: unknown): Promise<Linted> {
	const { job, taken } = task as Task;
	return lintFiles(job, following(job.names, taken), () => Promise.reject(new Error("a helper has no standard input")));
}

function* following(names: readonly string[], taken: Int32Array, record?: Set<string>): Generator<string> {
	for (;;) {
		const start = Atomics.add(taken, 0, portion);
		if (start >= names.length) return;
		for (const name of names.slice(start, start + portion)) {
			record?.add(name);
			yield name;
		}
	}
}

/** One result of several, in the order of the names; causes of complaints once. */
export function inOrder({ names, inputName }: Pick<LintJob, "names" | "inputName">, shares: readonly Linted[]): Linted {
	const places = new Map(names.map((name, index) => [name === "-" ? (inputName ?? name) : name, index]));
	const placeOf = (name: string): number => places.get(name) ?? 0;
	const causes = new Set<string>();
	return {
		parts: shares.flatMap(({ parts }) => parts).sort((one, other) => placeOf(one.name) - placeOf(other.name)),
		tally: shares.map(({ tally }) => tally).reduce(added, emptyTally),
		fixed: shares.flatMap(({ fixed }) => fixed),
		diffs: shares.flatMap(({ diffs }) => diffs),
		complaints: shares
			.flatMap(({ complaints }) => complaints)
			.sort((one, other) => placeOf(one.file) - placeOf(other.file))
			.filter(({ cause }) => !causes.has(cause) && causes.add(cause)),
		leftOut: shares.flatMap(({ leftOut }) => leftOut),
		isTroubled: shares.some(({ isTroubled }) => isTroubled),
		judged: shares.flatMap(({ judged }) => judged),
		times: sumOf(shares.map(({ times }) => times)),
		paths: [...new Set(shares.flatMap(({ paths }) => paths))],
	};
}
