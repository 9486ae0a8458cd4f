import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { type Baseline, compare, formatBaseline, type Known, knownOf, pruned } from "../engine/lint/baseline.ts";
import type { Finding } from "../engine/lint/lint.ts";
import { type Message, say } from "../engine/text/message.ts";
import { type BaselineFile, createBaselines, knownIn, nameIn } from "../files/baselines.ts";
import { createDisk, type Disk } from "../files/disk.ts";
import { writeText } from "./files.ts";

/** How baselines count. */
export type BaselineOptions = {
	/** The one for all, absent: what each file's configuration names, or else the nearest of the usual name. */
	readonly baseline: string | undefined;
	/** Writes what is still found, and into a new baseline all. */
	readonly updateBaseline: boolean;
	/** Takes what is new into a baseline that is there as well. */
	readonly grow: boolean;
};

/** What a baseline has of one file. Paths are absolute. */
export type Judged = {
	readonly baseline: string;
	readonly file: string;
	/** How many of its problems are known, new, and known but mended. */
	readonly known: number;
	readonly fresh: number;
	readonly mended: number;
	/** What the baseline is to have of the file; undefined where it stays as it is. */
	readonly after: Known | undefined;
};

type Judge = (path: string, text: string, findings: readonly Finding[], baseline: string) => { readonly fresh: readonly Finding[]; readonly judged: Judged };

/** Tells what of a file is new. */
export function createJudge({ updateBaseline, grow }: BaselineOptions, disk: Disk): Judge {
	const { read } = createBaselines(disk);
	return (path, text, findings, baseline) => {
		const file = read(baseline);
		const before = knownIn(file, path);
		const then = compare(text, findings, before);
		const after = !updateBaseline || file.problem ? undefined : grow || !file.isThere ? knownOf(text, findings) : pruned(before, text, findings);
		const { fresh, old } = after ? compare(text, findings, after) : then;
		return { fresh, judged: { baseline, file: path, known: old.length, fresh: fresh.length, mended: sum(then.mended.values()), after } };
	};
}

/** What went wrong with the baselines, and what became of them. */
export type Settled = { readonly complaints: readonly Message[]; readonly told: readonly Message[] };

/** Writes the baselines where that is wanted. */
export function settleBaselines(judged: readonly Judged[], { baseline, updateBaseline }: BaselineOptions): Settled {
	const { read } = createBaselines(createDisk());
	const complaints: Message[] = [];
	const told: Message[] = [];
	const groups = new Map<string, Judged[]>(baseline === undefined ? [] : [[resolve(baseline), []]]);
	for (const each of judged) {
		const group = groups.get(each.baseline);
		if (group) group.push(each);
		else groups.set(each.baseline, [each]);
	}
	for (const [path, own] of groups) {
		const file = read(path);
		if (file.problem) complaints.push(say`${shown(path)}: ${file.problem}`);
		else if (!file.isThere && !updateBaseline) complaints.push(say`${shown(path)}: no such file or directory; --update-baseline makes it`);
		if (file.problem || (!file.isThere && !updateBaseline)) continue;
		const now = updateBaseline ? updated(file, own) : file.baseline;
		if (updateBaseline && formatBaseline(now) !== formatBaseline(file.baseline)) {
			const problem = writeText(path, formatBaseline(now));
			if (problem) complaints.push(problem);
		}
		told.push(...outcome(file, now, own, updateBaseline));
	}
	return { complaints, told };
}

/** What is to be stored: of files that were not looked at what there was, unless they are gone. */
function updated(file: BaselineFile, judged: readonly Judged[]): Baseline {
	const after = new Map([...file.baseline].filter(([name]) => isThere(file, name)));
	for (const each of judged) if (each.after) after.set(nameIn(file.path, each.file), each.after);
	return after;
}

const isThere = ({ path }: BaselineFile, name: string): boolean => existsSync(resolve(dirname(path), name));

function outcome(file: BaselineFile, now: Baseline, judged: readonly Judged[], isUpdated: boolean): readonly Message[] {
	const name = shown(file.path);
	if (!file.isThere) return [say`${name}: problems that are known from now on: ${sum([...now.values()].map(countOf))}`];
	const gone = sum([...file.baseline].map(([each, known]) => (isThere(file, each) ? 0 : countOf(known))));
	const [mended, fresh] = [gone + sum(judged.map((each) => each.mended)), sum(judged.map((each) => each.fresh))];
	return [
		...(mended > 0 && isUpdated ? [say`${name}: mended problems that are taken out: ${mended}`] : []),
		...(mended > 0 && !isUpdated ? [say`${name}: mended problems: ${mended}; --update-baseline takes them out`] : []),
		...(fresh > 0 && isUpdated ? [say`${name}: new problems that are not taken in: ${fresh}; --update-baseline --grow does that`] : []),
	];
}

const countOf = (known: Known): number => sum([...known.values()].map((marks) => marks.length));
const sum = (numbers: Iterable<number>): number => [...numbers].reduce((one, other) => one + other, 0);
const shown = (path: string): string => relative(".", path) || path;
