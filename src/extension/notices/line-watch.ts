import type { DaemonEvent } from "../../docker/connection/events.ts";
import type { Docker } from "../../docker/docker.ts";
import { plainText } from "../../docker/plain-text.ts";
import type { Container } from "../../docker/resources/container.ts";
import { createSearch } from "../../engine/logs/search.ts";
import { isMeant, type Wish } from "./wish.ts";

/** Follows the logs in which lines are looked for. */
export type LineWatch = {
	/** Begins with containers that are meant by now, and ends what nobody wishes any more. */
	adjust(client: Docker | undefined, wishes: readonly Wish[]): void;
	take(event: DaemonEvent): void;
};

/** What is read of one container for one wish. */
type Followed = { readonly wish: string; id: string; readonly ending: AbortController };

/** `told`: of a line that matches. Returns false where it is not told, for one of the same container is shown still. */
export function watchLines(told: (wish: Wish, name: string, line: string) => boolean, failed: (error: unknown) => void): LineWatch {
	const followed = new Map<string, Followed>();
	/** Those that were made while one listens: what they have written so far is new. */
	const born = new Set<string>();

	/** All that a service has, now or later: each is followed by its name, over what takes its place. */
	function begin(client: Docker, wish: Extract<Wish, { kind: "line" }>, container: Container): void {
		const key = `${wish.id}\n${container.name}`;
		const search = createSearch(wish.text)?.search;
		if (!search) return;
		const one: Followed = { wish: wish.id, id: container.id, ending: new AbortController() };
		followed.set(key, one);
		/** The line that was told last, with the run that wrote it, but for its numbers. */
		let last = "";
		const { name } = container;
		const { project: _, service: __, ...alone } = container;
		const follower = client.containers.logs(
			alone,
			{
				lines(lines) {
					for (const { text, run: number } of lines) {
						const plain = plainText(text.slice(0, longest).replace(styles, ""), longest);
						if (search.find(plain).length === 0) continue;
						// What a program says over and over is told once.
						const cause = `${number} ${plain.replace(/\d+/g, "")}`;
						if (last === cause) continue;
						if (!told(wish, name, plain)) return;
						last = cause;
						return;
					}
				},
				mark(mark) {
					if (mark.kind === "replaced") one.id = mark.id;
					// Another of its service may come with another name.
					if (mark.kind === "removed" && name !== wish.name) one.ending.abort();
				},
				caughtUp() {},
			},
			{ tail: born.has(container.id) ? "all" : 0, since: "" },
		);
		void follower
			.follow(one.ending.signal)
			.catch((error: unknown) => {
				if (!one.ending.signal.aborted) failed(error);
			})
			.finally(() => {
				if (followed.get(key) === one) followed.delete(key);
			});
	}

	return {
		adjust(client, wishes) {
			const wanted = new Set(wishes.map(({ id }) => id));
			for (const [key, { wish, ending }] of followed) {
				if (wanted.has(wish)) continue;
				ending.abort();
				followed.delete(key);
			}
			if (!client) return;
			for (const wish of wishes) {
				if (wish.kind !== "line") continue;
				const own = (): readonly Followed[] => [...followed.values()].filter((one) => one.wish === wish.id);
				for (const container of client.model.containers.values()) {
					// Compose makes one under a name that it does not keep, before it takes away the other.
					const isReady = container.state === "running" || !born.has(container.id);
					const isKnown = followed.has(`${wish.id}\n${container.name}`) || own().some(({ id }) => id === container.id);
					if (isReady && !isKnown && isMeant(wish, container)) begin(client, wish, container);
				}
			}
		},
		take({ type, action, id }) {
			if (type !== "container") return;
			if (action === "create") born.add(id);
			if (action === "destroy" || action === "remove") born.delete(id);
		},
	};
}

/** So much of a line is looked through. */
const longest = 10_000;
/** What gives a terminal colours. */
const styles = /\u001b\[[\d;]*m/g;
