import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import { Pace } from "../explorer/pace.ts";

/** The engine, for a page that shows containers. */
export type EngineWhileSeen = vscode.Disposable & {
	/** Undefined until it has been loaded. */
	readonly client: Docker | undefined;
	/** Not once the page is closed. */
	isSeen(): boolean;
	/** Updates at once, where that was not done just now. */
	updateNow(): void;
};

type Parts = {
	readonly docker: () => Promise<Docker>;
	/** Draws what is known: when the page comes to be seen, also without an engine, and whenever something is different. */
	update(): void;
	/** Lets go of what the page alone needs. */
	hidden?(): void;
	/** What else is listened to, once. */
	connected?(client: Docker): readonly vscode.Disposable[];
	failed(error: unknown): void;
};

/** Nothing is asked of the engine for a page that nobody sees. */
export function engineWhileSeen(panel: vscode.WebviewPanel, { docker, update, hidden, connected, failed }: Parts): EngineWhileSeen {
	let client: Docker | undefined;
	let release: (() => void) | undefined;
	let isClosed = false;
	const pace = new Pace(update);
	const disposables: vscode.Disposable[] = [pace, panel.onDidChangeViewState(() => void look())];
	const isSeen = (): boolean => !isClosed && panel.visible;

	function leave(): void {
		hidden?.();
		release?.();
		release = undefined;
	}

	function listen(to: Docker): void {
		client = to;
		disposables.push(
			new vscode.Disposable(
				to.onChange((change) => {
					if (change.of === "containers") for (const id of change.ids) pace.request(id);
					else if (change.of === "connection") pace.now();
				}),
			),
			...(connected?.(to) ?? []),
		);
	}

	async function look(): Promise<void> {
		if (!isSeen()) return leave();
		try {
			const loaded = await docker();
			// It may have been hidden, or closed, meanwhile.
			if (!isSeen()) return;
			if (!client) listen(loaded);
			release ??= loaded.connection.hold();
			await loaded.settled("containers");
		} catch (error) {
			failed(error);
		}
		if (isSeen()) update();
	}

	if (panel.visible) void look();
	return {
		get client() {
			return client;
		},
		isSeen,
		updateNow: () => pace.now(),
		dispose() {
			isClosed = true;
			leave();
			vscode.Disposable.from(...disposables).dispose();
		},
	};
}
