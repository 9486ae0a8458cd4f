import { expect, onTestFinished } from "vitest";
import type { Docker } from "../../src/docker/docker.ts";
import type { LogLine, LogMark, LogPlace } from "../../src/docker/logs/log.ts";
import type { Container } from "../../src/docker/resources/container.ts";

/** What comes of a log that is followed, until the test ends it. */
export type Followed = {
	readonly lines: LogLine[];
	readonly marks: (LogMark & LogPlace)[];
	/** Lines, and `-- kind` of marks, as they came. */
	readonly entries: string[];
	texts(): readonly string[];
	kinds(): readonly string[];
	until(condition: () => boolean, limit?: number): Promise<void>;
	end(): Promise<void>;
	/** Goes on where it was. */
	goOn(): void;
};

type Options = { readonly tail?: number | "all"; readonly since?: string; readonly take?: (lines: readonly LogLine[]) => void | Promise<void> };

export function follow(docker: Docker, container: Container, { tail = "all", since = "", take }: Options = {}): Followed {
	const lines: LogLine[] = [];
	const marks: (LogMark & LogPlace)[] = [];
	const entries: string[] = [];
	const follower = docker.containers.logs(
		container,
		{
			lines(some) {
				for (const line of some) {
					lines.push(line);
					entries.push(line.text);
				}
				return take?.(some);
			},
			mark(mark, place) {
				marks.push({ ...mark, ...place });
				entries.push(`-- ${mark.kind}`);
			},
			caughtUp: (isCaughtUp) => isCaughtUp && entries.push("-- new"),
		},
		{ tail, since },
	);
	let following = new AbortController();
	let followed = follower.follow(following.signal);
	const end = async (): Promise<void> => {
		following.abort();
		await followed;
	};
	onTestFinished(end);
	return {
		lines,
		marks,
		entries,
		texts: () => lines.map(({ text }) => text),
		kinds: () => marks.map(({ kind }) => kind),
		until: (condition, limit = 15_000) => expect.poll(() => condition() || entries.slice(-20), { timeout: limit, interval: 20 }).toBe(true),
		end,
		goOn() {
			following = new AbortController();
			followed = follower.follow(following.signal);
		},
	};
}
