import { type Measured, type Statistics, toStatistics } from "../../engine/stats/statistics.ts";
import type { Connection } from "../connection/connection.ts";
import type { Api } from "../connection/daemon.ts";
import { plainText } from "../plain-text.ts";
import { helperLabel } from "../resources/helper-label.ts";

/** What runs in a container, as the `ps` of the engine's machine lists it. */
export type Processes = { readonly titles: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** What has become of a path since the container was made of its image; what lies in volumes does not count. */
export type ChangedFile = { readonly path: string; readonly change: "added" | "changed" | "deleted" };

export type Runs = { readonly restarts: number; readonly startedAt: number | null };

/** By name. */
export type Sharers = { readonly network: readonly string[]; readonly others: readonly string[] };

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
	/** Those that have no network of their own, but this one's; and those that see its processes or memory, as far as they are found in a second. */
	sharersOf(id: string): Promise<Sharers>;
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
	sharersOf: (id) =>
		connection.use(async ({ api }) => {
			const all = (await api.listContainers({ all: true })).filter(({ Id, Labels }) => Id !== id && Labels?.[helperLabel] === undefined);
			const names = (of: readonly (typeof all)[number][]): readonly string[] => of.map(({ Names }) => plainText(Names[0]?.slice(1), 200)).toSorted();
			const network = all.filter(({ HostConfig }) => HostConfig?.NetworkMode === `container:${id}`);
			return { network: names(network), others: names(await seeing(api, id, all)) };
		}),
	statistics: async (id) => toStatistics((await connection.use(({ api }) => api.getContainer(id).stats({ stream: false }))) as unknown as Measured),
	async written(id, signal) {
		// Its types do not have what its requests have.
		const options: object = { size: true, abortSignal: signal };
		const { SizeRw = 0 } = (await connection.use(({ api }) => api.getContainer(id).inspect(options))) as { readonly SizeRw?: number };
		return SizeRw;
	},
});

/** No list tells it, so each has to be asked: some at a time, the newest first. */
async function seeing<Listed extends { readonly Id: string }>(api: Api, id: string, all: readonly Listed[]): Promise<readonly Listed[]> {
	const abortSignal = AbortSignal.timeout(1_000);
	const found: Listed[] = [];
	const left = [...all];
	const ask = async (): Promise<void> => {
		for (let one = left.shift(); one && !abortSignal.aborted; one = left.shift()) {
			const inspected = await api
				.getContainer(one.Id)
				.inspect({ abortSignal })
				.catch(() => undefined);
			if ([inspected?.HostConfig.PidMode, inspected?.HostConfig.IpcMode].includes(`container:${id}`)) found.push(one);
		}
	};
	await Promise.all(Array.from({ length: 8 }, ask));
	return found;
}

const kinds = ["changed", "added", "deleted"] as const;
