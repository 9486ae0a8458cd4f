import { writtenText, type LogEntry } from "../../engine/logs/entry.ts";
import type { List } from "./list.ts";

type Actions = {
	readonly isOpen: (entry: LogEntry) => boolean;
	/** Opens or closes. */
	readonly open: (entry: LogEntry) => void;
	/** With all that folded runs stand for. */
	readonly whole: (entries: readonly LogEntry[]) => readonly LogEntry[];
	readonly copy: (text: string) => void;
};

/** What a key does with the rows that are selected; false where it is none of theirs. */
export function keyedRow(key: string, event: KeyboardEvent, { active, selected }: List, { isOpen, open, whole, copy }: Actions): boolean {
	const isCommand = event.ctrlKey || event.metaKey;
	if (isCommand && key === "c") {
		if (getSelection()?.isCollapsed === false || selected.length === 0) return false;
		copy(whole(selected).map(writtenText).join("\n"));
		return true;
	}
	if (!active || isCommand || !(key === "Enter" || key === " " || key === (isOpen(active) ? "ArrowLeft" : "ArrowRight"))) return false;
	event.preventDefault();
	open(active);
	return true;
}
