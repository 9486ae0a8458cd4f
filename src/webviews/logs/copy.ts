import { writtenText, type LogEntry } from "../../engine/logs/entry.ts";

/** What is selected over several rows is copied with all lines, also those that are folded or not drawn. */
export function copyWhole(entries: () => readonly LogEntry[], whole: (some: readonly LogEntry[]) => readonly LogEntry[]): void {
	addEventListener("copy", (event) => {
		const selection = getSelection();
		if (!selection || selection.isCollapsed) return;
		const [start, end] = [selection.anchorNode, selection.focusNode].map((node) => rowOf(node));
		if (!start || !end || start === end) return;
		const all = entries();
		const [first = 0, last = 0] = [start, end].map((id) => all.findIndex((entry) => `row-${entry.id}` === id)).toSorted((one, other) => one - other);
		if (first < 0) return;
		event.preventDefault();
		event.clipboardData?.setData(
			"text/plain",
			whole(all.slice(first, last + 1))
				.map(writtenText)
				.join("\n"),
		);
	});
}

const rowOf = (node: Node | null): string | undefined => (node instanceof Element ? node : node?.parentElement)?.closest(".row")?.id;
