import * as vscode from "vscode";
import type { End } from "../docker/actions/ends.ts";

const key = "hullwright.ends";
/** Of no more containers it is kept. */
const most = 10;

/** What is left of containers that were run with `--rm`, kept for the workspace, the newest first. */
export type Ends = vscode.Disposable & {
	readonly current: readonly End[];
	readonly onDidChange: vscode.Event<void>;
	keep(end: End): Promise<void>;
	forget(ids: ReadonlySet<string>): Promise<void>;
};

export function rememberEnds(memory: vscode.Memento): Ends {
	const changed = new vscode.EventEmitter<void>();
	let current = memory.get<readonly End[]>(key) ?? [];
	const become = async (ends: readonly End[]): Promise<void> => {
		current = ends;
		changed.fire();
		await memory.update(key, ends);
	};
	return {
		get current() {
			return current;
		},
		onDidChange: changed.event,
		keep: (end) => become([end, ...current].slice(0, most)),
		forget: (ids) => become(current.filter(({ id }) => !ids.has(id))),
		dispose: () => changed.dispose(),
	};
}
