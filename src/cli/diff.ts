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

/** After each difference the two sides meet again where the fewest lines have been passed over: not always the shortest diff, always a true one. */
function changesBetween(oldLines: readonly string[], newLines: readonly string[]): Change[] {
	const changes: Change[] = [];
	let [oldStart, newStart] = [0, 0];
	while (oldStart < oldLines.length || newStart < newLines.length) {
		if (oldLines[oldStart] === newLines[newStart]) {
			oldStart++;
			newStart++;
			continue;
		}
		const [oldEnd, newEnd] = meeting(oldLines, oldStart, newLines, newStart);
		changes.push({ oldStart, oldEnd, newStart, newEnd });
		[oldStart, newStart] = [oldEnd, newEnd];
	}
	return changes;
}

function meeting(oldLines: readonly string[], oldStart: number, newLines: readonly string[], newStart: number): [number, number] {
	const longest = oldLines.length - oldStart + newLines.length - newStart;
	for (let passed = 1; passed < longest; passed++) {
		for (let skipped = Math.max(0, passed - (newLines.length - newStart)); skipped <= passed && oldStart + skipped <= oldLines.length; skipped++) {
			const [oldEnd, newEnd] = [oldStart + skipped, newStart + passed - skipped];
			const line = oldLines[oldEnd];
			if (line === newLines[newEnd] && (line === undefined || line.trim() !== "")) return [oldEnd, newEnd];
		}
	}
	return [oldLines.length, newLines.length];
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
