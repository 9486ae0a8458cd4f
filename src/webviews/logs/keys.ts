import { writtenText, type LogEntry } from "../../engine/logs/entry.ts";
import type { List } from "./list.ts";

type Actions = {
	readonly isOpen: (entry: LogEntry) => boolean;
	/** Opens or closes. */
	readonly open: (entry: LogEntry) => void;
	readonly copy: (text: string) => void;
};

/** What a key does with the rows that are selected; false where it is none of theirs. */
export function keyedRow(key: string, event: KeyboardEvent, { active, selected }: List, { isOpen, open, copy }: Actions): boolean {
	const isCommand = event.ctrlKey || event.metaKey;
	if (isCommand && key === "c") {
		if (getSelection()?.isCollapsed === false || selected.length === 0) return false;
		copy(selected.map(writtenText).join("\n"));
		return true;
	}
	if (!active || isCommand || !(key === "Enter" || key === " " || key === (isOpen(active) ? "ArrowLeft" : "ArrowRight"))) return false;
	event.preventDefault();
	open(active);
	return true;
}
