import type { Docker } from "../../docker/docker.ts";
import type { LogFollower } from "../../docker/logs/follow.ts";
import type { LogSpan } from "../../docker/logs/log.ts";
import { makeMerger, type Merged } from "../../docker/logs/merge.ts";
import type { LogSubject } from "../../webviews/logs/protocol.ts";
import { newSources, type Source } from "./log-sources.ts";

/** The streams of a log that is shown, merged. */
export type LogSession = {
	readonly sources: readonly Source[];
	/** The streams of the others end, and go on where they were once they are wanted again. */
	want(isWanted: (source: Source) => boolean): void;
	/** Ends all streams. */
	dispose(): void;
};

type Parts = {
	readonly docker: Docker;
	readonly subject: LogSubject;
	readonly span: LogSpan;
	readonly isWanted: (source: Source) => boolean;
	/** Nothing more is read than fits until it resolves. */
	readonly take: (entries: readonly Merged<Source>[]) => void | Promise<void>;
	readonly caughtUp: (source: Source) => void;
	/** There are more sources, or something is to be seen of their containers. */
	readonly changed: () => void;
	/** What should not happen: a stream has ended for good. */
	readonly failed: (source: Source, error: unknown) => void;
};

/** `ended`: the streams of before have. */
type Followed = { readonly follower: LogFollower; following: AbortController | undefined; ended: Promise<void> };

/** Follows what the subject has now and gets later. The containers have to be known already. */
export function startLogSession({ docker, subject, span, isWanted, take, caughtUp, changed, failed }: Parts): LogSession {
	const sources: Source[] = [];
	const followed = new Map<Source, Followed>();
	const release = docker.connection.hold();
	let wants = isWanted;
	let isOver = false;
	const merger = makeMerger<Source>({
		take(entries) {
			for (const { source, mark } of entries) if (mark?.kind === "replaced") source.container = docker.model.containers.get(mark.id) ?? source.container;
			return take(entries);
		},
		caughtUp,
	});

	function follow(source: Source): void {
		let known = followed.get(source);
		if (!known) {
			known = { follower: docker.containers.logs(source.container, merger.reader(source), span), following: undefined, ended: Promise.resolve() };
			followed.set(source, known);
		}
		if (known.following) return;
		const { follower, ended } = known;
		const following = new AbortController();
		known.following = following;
		known.ended = ended.then(() => follower.follow(following.signal)).catch((error: unknown) => (isOver ? undefined : failed(source, error)));
	}

	function apply(): void {
		for (const source of sources) {
			if (wants(source)) follow(source);
			else {
				const known = followed.get(source);
				known?.following?.abort();
				if (known) known.following = undefined;
			}
		}
	}

	function look(): void {
		sources.push(...newSources(subject, sources, docker.model.containers));
		for (const source of sources) source.container = docker.model.containers.get(source.container.id) ?? source.container;
		apply();
	}

	const stop = docker.onChange((change) => {
		if (change.of !== "containers" && change.of !== "connection") return;
		look();
		changed();
	});
	look();
	return {
		sources,
		want(isNowWanted) {
			wants = isNowWanted;
			apply();
		},
		dispose() {
			isOver = true;
			stop();
			merger.dispose();
			release();
			for (const { following } of followed.values()) following?.abort();
		},
	};
}
