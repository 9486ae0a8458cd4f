import * as vscode from "vscode";
import type { DaemonEvent } from "../../docker/connection/events.ts";
import type { Docker } from "../../docker/docker.ts";
import { plainText, withoutLinks } from "../../docker/plain-text.ts";
import { createSearch } from "../../engine/logs/search.ts";
import { makeCrossing, makeJudge } from "./judge.ts";
import { noticesKey } from "./key.ts";
import { isMeant, type Wish } from "./wish.ts";

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
	/** The lines that are looked for, each with its log. */
	const logs = new Map<string, AbortController>();
	/** A wish of which a notice is still shown has no other. */
	const shown = new Set<string>();
	/** The line that was told last for a wish, with the run that wrote it, but for its numbers. */
	const lastLines = new Map<string, string>();
	const judge = makeJudge();
	const crosses = makeCrossing();

	async function run(): Promise<vscode.Disposable> {
		const client = await docker();
		const release = client.connection.hold();
		const listening = [
			client.onEvent((event) => take(client, event)),
			client.onChange((change) => {
				if (change.of === "containers") readLogs(client);
			}),
		];
		await client.settled("containers");
		readLogs(client);
		return new vscode.Disposable(() => {
			for (const end of [...listening, release]) end();
		});
	}

	/** Starts what is needed, and ends what is not. */
	function adjust(): void {
		for (const [id, ending] of logs) {
			if (wishes.some((wish) => wish.id === id)) continue;
			ending.abort();
			logs.delete(id);
			lastLines.delete(id);
		}
		if (wishes.length === 0) {
			void running?.then((each) => void each.dispose());
			running = undefined;
		} else if (running) void docker().then(readLogs);
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
			if (wish.kind === "healthy" && happening.kind === "healthy") tell(wish, name, t("{0} is healthy.", name));
			if (wish.kind === "exited" && happening.kind === "exited")
				tell(wish, name, happening.exitCode === undefined ? t("{0} has exited.", name) : t("{0} has exited ({1}).", name, happening.exitCode));
			if (wish.kind !== "restarts" || happening.kind !== "started") continue;
			void containers
				.runs(event.id)
				.then(({ restarts }) => {
					if (crosses(wish.id, restarts, wish.most)) tell(wish, name, t("{0} was restarted {1} times by now.", name, restarts));
				})
				// It has gone meanwhile.
				.catch(() => {});
		}
	}

	/** Follows the log of each container in which a line is looked for; whatever takes its place later is followed by the log itself. */
	function readLogs({ model, containers }: Docker): void {
		for (const wish of wishes) {
			if (wish.kind !== "line" || logs.has(wish.id)) continue;
			const meant = [...model.containers.values()].filter((each) => isMeant(wish, each));
			const container = meant.find(({ name }) => name === wish.name) ?? meant[0];
			const search = createSearch(wish.text)?.search;
			if (!container || !search) continue;
			const ending = new AbortController();
			logs.set(wish.id, ending);
			const follower = containers.logs(
				container,
				{
					lines(lines) {
						if (shown.has(wish.id)) return;
						for (const { text, run: number } of lines) {
							const plain = plainText(text.slice(0, longest).replace(styles, ""), longest);
							if (search.find(plain).length === 0) continue;
							// What a program says over and over is told once.
							const cause = `${number} ${plain.replace(/\d+/g, "")}`;
							if (lastLines.get(wish.id) === cause) continue;
							lastLines.set(wish.id, cause);
							tell(wish, container.name, vscode.l10n.t("{0}: {1}", container.name, plainText(plain, 200)));
							return;
						}
					},
					mark() {},
					caughtUp() {},
				},
				{ tail: 0, since: "" },
			);
			void follower
				.follow(ending.signal)
				.catch((error: unknown) => {
					if (!ending.signal.aborted) log.debug(`Notices: ${String(error)}`);
				})
				.finally(() => {
					if (logs.get(wish.id) === ending) logs.delete(wish.id);
				});
		}
	}

	/** One at a time for each wish: another change is told once this one was seen. */
	function tell({ id }: Wish, name: string, text: string): void {
		if (shown.has(id)) return;
		shown.add(id);
		const show = vscode.l10n.t("Show Logs");
		void vscode.window.showInformationMessage(withoutLinks(text), show).then((chosen) => {
			shown.delete(id);
			if (chosen === show) void vscode.commands.executeCommand("hullwright.container.logs", name);
		});
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

/** So much of a line is looked through. */
const longest = 10_000;
/** What gives a terminal colours. */
const styles = /\u001b\[[\d;]*m/g;
