import type * as vscode from "vscode";

/** Which rows are folded and opened otherwise than they begin. VS Code itself forgets it with the window. */
export type Expansion = {
	isCollapsed(id: string): boolean;
	isExpanded(id: string): boolean;
	/** VS Code tells that a row was folded or opened. */
	keep(id: string, isFolded: boolean): void;
	/** Opens a row by `reveal`, of which VS Code tells as if the user had done it: it holds for this window, and is not kept. */
	open(id: string, reveal: () => Thenable<void>): Promise<void>;
};

/** Ids of rows that the user has folded, and of those that he has opened; so many of each are kept for the workspace. */
type Kept = { readonly collapsed?: readonly string[]; readonly expanded?: readonly string[] };
const mostKept = 200;

export function makeExpansion(key: string, remembered: vscode.Memento): Expansion {
	const kept = remembered.get<Kept>(key) ?? {};
	const [collapsed, expanded] = [new Set(kept.collapsed), new Set(kept.expanded)];
	const opening = new Set<string>();
	const opened = new Set<string>();
	return {
		isCollapsed: (id) => collapsed.has(id),
		isExpanded: (id) => expanded.has(id) || opened.has(id),
		keep(id, isFolded) {
			if (!isFolded && opening.has(id)) return;
			opened.delete(id);
			const [into, from] = isFolded ? [collapsed, expanded] : [expanded, collapsed];
			from.delete(id);
			// The last ones that the user has touched are the last to be forgotten.
			into.delete(id);
			into.add(id);
			const last = (ids: ReadonlySet<string>): readonly string[] => [...ids].slice(-mostKept);
			void remembered.update(key, { collapsed: last(collapsed), expanded: last(expanded) });
		},
		async open(id, reveal) {
			opening.add(id);
			opened.add(id);
			try {
				await reveal();
			} finally {
				opening.delete(id);
			}
		},
	};
}
