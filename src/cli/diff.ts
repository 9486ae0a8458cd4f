type Change = { readonly oldStart: number; readonly oldEnd: number; readonly newStart: number; readonly newEnd: number };

const context = 3;

/** The change from one text to another as a unified diff that `git apply` and `patch -p1` take; empty where nothing changes. */
export function unifiedDiff(name: string, before: string, after: string): string {
	const [oldLines, newLines] = [linesOf(before), linesOf(after)];
	const changes = changesBetween(oldLines, newLines);
	if (changes.length === 0) return "";
	const path = name.replaceAll("\\", "/").replace(/^(?:\.\/|\/)+/, "");
	return [`--- a/${path}\n`, `+++ b/${path}\n`, ...groupsOf(changes).map((group) => hunk(group, oldLines, newLines))].join("");
}

/** With their line ends, so that a changed or missing line end is a change. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The fewest lines that make one side of the other: E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986. */
function changesBetween(oldLines: readonly string[], newLines: readonly string[]): Change[] {
	const [oldCount, newCount] = [oldLines.length, newLines.length];
	/** By diagonal (lines of the old side less lines of the new), how far the old side is read; one state for each number of changes. */
	const states: Map<number, number>[] = [];
	let furthest = new Map([[1, 0]]);
	for (let changes = 0; changes <= mostChanges; changes++) {
		const next = new Map<number, number>();
		for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
			let at = isDown(furthest, diagonal, changes) ? (furthest.get(diagonal + 1) ?? 0) : (furthest.get(diagonal - 1) ?? 0) + 1;
			while (at < oldCount && at - diagonal < newCount && oldLines[at] === newLines[at - diagonal]) at++;
			next.set(diagonal, at);
			if (at >= oldCount && at - diagonal >= newCount) return pathBack([...states, furthest], oldCount, newCount);
		}
		states.push(furthest);
		furthest = next;
	}
	return [{ oldStart: 0, oldEnd: oldCount, newStart: 0, newEnd: newCount }];
}

/** Time and memory grow with its square. Texts that have so little in common are better read one after the other. */
const mostChanges = 2000;

/** Whether the diagonal is reached by a line that is put in, rather than by one that is taken out. */
const isDown = (furthest: ReadonlyMap<number, number>, diagonal: number, changes: number): boolean =>
	diagonal === -changes || (diagonal !== changes && (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1));

function pathBack(states: readonly ReadonlyMap<number, number>[], oldEnd: number, newEnd: number): Change[] {
	const changes: Change[] = [];
	let [at, newAt] = [oldEnd, newEnd];
	for (let count = states.length - 1; count > 0; count--) {
		const furthest = states[count] ?? new Map<number, number>();
		const diagonal = at - newAt;
		const down = isDown(furthest, diagonal, count);
		const from = diagonal + (down ? 1 : -1);
		const start = furthest.get(from) ?? 0;
		const change = { oldStart: start, oldEnd: start + (down ? 0 : 1), newStart: start - from, newEnd: start - from + (down ? 1 : 0) };
		const next = changes[0];
		if (next && next.oldStart === change.oldEnd && next.newStart === change.newEnd)
			changes[0] = { ...next, oldStart: change.oldStart, newStart: change.newStart };
		else changes.unshift(change);
		[at, newAt] = [start, start - from];
	}
	return changes;
}

/** Changes whose context would touch share a hunk. */
function groupsOf(changes: readonly Change[]): Change[][] {
	const groups: Change[][] = [];
	for (const change of changes) {
		const group = groups.at(-1);
		if (group && change.oldStart - (group.at(-1)?.oldEnd ?? 0) <= 2 * context) group.push(change);
		else groups.push([change]);
	}
	return groups;
}

function hunk(changes: readonly Change[], oldLines: readonly string[], newLines: readonly string[]): string {
	const [first, last] = [changes[0], changes.at(-1)];
	if (!first || !last) return "";
	const before = Math.min(context, first.oldStart);
	const oldEnd = Math.min(oldLines.length, last.oldEnd + context);
	const oldCount = oldEnd - first.oldStart + before;
	const newCount = last.newEnd + oldEnd - last.oldEnd - first.newStart + before;
	const body: string[] = [];
	let at = first.oldStart - before;
	for (const change of changes) {
		body.push(...oldLines.slice(at, change.oldStart).map((line) => marked(" ", line)));
		body.push(...oldLines.slice(change.oldStart, change.oldEnd).map((line) => marked("-", line)));
		body.push(...newLines.slice(change.newStart, change.newEnd).map((line) => marked("+", line)));
		at = change.oldEnd;
	}
	body.push(...oldLines.slice(at, oldEnd).map((line) => marked(" ", line)));
	return `@@ -${place(first.oldStart - before, oldCount)} +${place(first.newStart - before, newCount)} @@\n${body.join("")}`;
}

/** An empty side names the line before it, as diff does. */
const place = (start: number, count: number): string => `${count === 0 ? start : start + 1},${count}`;

const marked = (mark: string, line: string): string => (line.endsWith("\n") ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`);
