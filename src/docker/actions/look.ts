import { type Measured, type Statistics, toStatistics } from "../../engine/stats/statistics.ts";
import type { Connection } from "../connection/connection.ts";
import { plainText } from "../plain-text.ts";
import { helperLabel } from "../resources/helper-label.ts";

/** What runs in a container, as the `ps` of the engine's machine lists it. */
export type Processes = { readonly titles: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** What has become of a path since the container was made of its image; what lies in volumes does not count. */
export type ChangedFile = { readonly path: string; readonly change: "added" | "changed" | "deleted" };

export type Runs = { readonly restarts: number; readonly startedAt: number | null };

/** What can be seen of a container from outside, whatever its image holds. */
export type LookActions = {
	/** Rejects where it does not run. */
	processes(id: string): Promise<Processes>;
	changedFiles(id: string): Promise<readonly ChangedFile[]>;
	statistics(id: string): Promise<Statistics>;
	/** The bytes that were written into the container itself, outside of volumes. The engine has to look at each file of those. */
	written(id: string, signal: AbortSignal): Promise<number>;
	/** How often its restart policy has started it again, and since when it runs, in milliseconds since 1970; null where it does not. */
	runs(id: string): Promise<Runs>;
	/** The names of those that have no network of their own, but this one's. */
	inNetworkOf(id: string): Promise<readonly string[]>;
};

export const lookActions = (connection: Connection): LookActions => ({
	async processes(id) {
		const { Titles, Processes } = (await connection.use(({ api }) => api.getContainer(id).top())) as {
			readonly Titles?: readonly string[] | null;
			readonly Processes?: readonly (readonly string[])[] | null;
		};
		const texts = (cells: readonly string[]): readonly string[] => cells.map((cell) => plainText(cell, 4_000));
		return { titles: texts(Titles ?? []), rows: (Processes ?? []).map(texts) };
	},
	async changedFiles(id) {
		const answer: unknown = await connection.use(({ api }) => api.getContainer(id).changes());
		// Engines answer `null` where nothing has changed, of which dockerode makes bytes.
		const changes = Array.isArray(answer) ? (answer as readonly { readonly Path?: string; readonly Kind?: number }[]) : [];
		return changes.map(({ Path, Kind }) => ({ path: plainText(Path, 4_000), change: kinds[Kind ?? 0] ?? "changed" }));
	},
	async runs(id) {
		const { RestartCount, State } = await connection.use(({ api }) => api.getContainer(id).inspect());
		const startedAt = Date.parse(State?.StartedAt ?? "");
		return { restarts: RestartCount, startedAt: State?.Running && startedAt > 0 ? startedAt : null };
	},
	async inNetworkOf(id) {
		const all = await connection.use(({ api }) => api.listContainers({ all: true }));
		const shares = all.filter(({ HostConfig, Labels }) => HostConfig?.NetworkMode === `container:${id}` && Labels?.[helperLabel] === undefined);
		return shares.map(({ Names }) => plainText(Names[0]?.slice(1), 200)).toSorted();
	},
	statistics: async (id) => toStatistics((await connection.use(({ api }) => api.getContainer(id).stats({ stream: false }))) as unknown as Measured),
	async written(id, signal) {
		// Its types do not have what its requests have.
		const options: object = { size: true, abortSignal: signal };
		const { SizeRw = 0 } = (await connection.use(({ api }) => api.getContainer(id).inspect(options))) as { readonly SizeRw?: number };
		return SizeRw;
	},
});

const kinds = ["changed", "added", "deleted"] as const;
