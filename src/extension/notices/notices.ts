import * as vscode from "vscode";
import type { DaemonEvent } from "../../docker/connection/events.ts";
import type { Docker } from "../../docker/docker.ts";
import { plainText } from "../../docker/plain-text.ts";
import { createSearch } from "../../engine/logs/search.ts";
import { makeCrossing, makeJudge } from "./judge.ts";
import { noticesKey } from "./key.ts";
import { watchLines } from "./line-watch.ts";
import { isMeant, type Wish } from "./wish.ts";
import { showInformationMessage } from "../window.ts";

/** What somebody is told of, kept for the workspace. Nothing is asked, followed or held while there is nothing. */
export type Notices = vscode.Disposable & {
	readonly wishes: readonly Wish[];
	set(wish: Wish): Promise<void>;
	remove(ids: ReadonlySet<string>): Promise<void>;
	/** Whether it is a text or a pattern that a line can match. */
	canFind(text: string): boolean;
};

type Parts = { readonly docker: () => Promise<Docker>; readonly memory: vscode.Memento; readonly log: vscode.LogOutputChannel };

export function createNotices({ docker, memory, log }: Parts): Notices {
	let wishes = memory.get<readonly Wish[]>(noticesKey) ?? [];
	let running: Promise<vscode.Disposable> | undefined;
	/** Lines that are told of, and not answered yet. */
	const shown = new Set<string>();
	const lines = watchLines(tellOfLine, (error) => log.debug(`Notices: ${String(error)}`));
	const judge = makeJudge();
	const crosses = makeCrossing();

	async function run(): Promise<vscode.Disposable> {
		const client = await docker();
		const release = client.connection.hold();
		const listening = [
			client.onEvent((event) => take(client, event)),
			client.onChange((change) => {
				if (change.of === "containers") lines.adjust(client, wishes);
			}),
		];
		await client.settled("containers");
		lines.adjust(client, wishes);
		return new vscode.Disposable(() => {
			for (const end of [...listening, release]) end();
		});
	}

	/** Starts what is needed, and ends what is not. */
	function adjust(): void {
		lines.adjust(undefined, wishes);
		if (wishes.length === 0) {
			void running?.then((each) => void each.dispose());
			running = undefined;
		} else if (running) void docker().then((client) => lines.adjust(client, wishes));
		else {
			const starting = run();
			running = starting;
			starting.catch((error: unknown) => {
				log.debug(`Notices: ${String(error)}`);
				if (running === starting) running = undefined;
			});
		}
	}

	function take({ model, containers }: Docker, event: DaemonEvent): void {
		lines.take(event);
		const container = model.containers.get(event.id);
		const happening = judge.take(event, Date.now(), container?.transition !== undefined);
		if (!happening) return;
		const { attributes } = event;
		const named = container ?? {
			name: plainText(attributes["name"]),
			project: plainText(attributes["com.docker.compose.project"]),
			service: plainText(attributes["com.docker.compose.service"]),
		};
		const { t } = vscode.l10n;
		const { name } = named;
		for (const wish of wishes.filter((each) => isMeant(each, named))) {
			if (wish.kind === "healthy" && happening.kind === "healthy") void tell(name, t("{0} is healthy.", name));
			if (wish.kind === "exited" && happening.kind === "exited")
				void tell(name, happening.exitCode === undefined ? t("{0} has exited.", name) : t("{0} has exited ({1}).", name, happening.exitCode));
			if (wish.kind !== "restarts" || happening.kind !== "started") continue;
			void containers
				.runs(event.id)
				.then(({ restarts }) => {
					if (crosses(`${wish.id}\n${event.id}`, restarts, wish.most)) void tell(name, t("{0} was restarted {1} times by now.", name, restarts));
				})
				// It has gone meanwhile.
				.catch(() => {});
		}
	}

	/** An end, a start, a health each have a notice. VS Code puts one that says the same in the place of the one before. */
	function tell(name: string, text: string): Thenable<void> {
		const show = vscode.l10n.t("Show Logs");
		return showInformationMessage(text, show).then((chosen) => {
			if (chosen === show) void vscode.commands.executeCommand("hullwright.container.logs", name);
		});
	}

	/** Of lines there is one at a time for each container: whoever looks at its log sees the others. */
	function tellOfLine({ id }: Wish, name: string, line: string): boolean {
		const key = `${id}\n${name}`;
		if (shown.has(key)) return false;
		shown.add(key);
		void tell(name, vscode.l10n.t("{0}: {1}", name, plainText(line, 200))).then(() => shown.delete(key));
		return true;
	}

	async function become(next: readonly Wish[]): Promise<void> {
		wishes = next;
		adjust();
		await memory.update(noticesKey, next);
	}

	adjust();
	return {
		get wishes() {
			return wishes;
		},
		set: (wish) => become([...wishes.filter(({ id }) => id !== wish.id), wish]),
		remove: (ids) => become(wishes.filter(({ id }) => !ids.has(id))),
		canFind: (text) => createSearch(text)?.search !== undefined,
		dispose() {
			wishes = [];
			adjust();
		},
	};
}
