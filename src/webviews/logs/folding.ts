import type { LogEntry } from "../../engine/logs/entry.ts";

/** Which entries show all that they have. */
export type Folding = {
	isOpen(entry: LogEntry): boolean;
	toggle(entry: LogEntry): void;
	setAll(isOpen: boolean): void;
	clear(): void;
};

/** What is told in few lines is shown at once, unless it is a trace. */
const few = 12;

export function createFolding(): Folding {
	/** Those that are open though they would not be, or the other way round. */
	const toggled = new Set<number>();
	let each: boolean | undefined;
	const isUsuallyOpen = ({ more, isTrace }: LogEntry): boolean => more !== undefined && (each ?? (!isTrace && more.length <= few));
	return {
		isOpen: (entry) => isUsuallyOpen(entry) !== toggled.has(entry.id),
		toggle(entry) {
			if (!toggled.delete(entry.id)) toggled.add(entry.id);
		},
		setAll(isOpen) {
			each = isOpen;
			toggled.clear();
		},
		clear: () => toggled.clear(),
	};
}
