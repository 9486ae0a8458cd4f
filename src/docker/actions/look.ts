import type { Connection } from "../connection/connection.ts";
import { plainText } from "../plain-text.ts";

/** What runs in a container, as the `ps` of the engine's machine lists it. */
export type Processes = { readonly titles: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** What has become of a path since the container was made of its image; what lies in volumes does not count. */
export type ChangedFile = { readonly path: string; readonly change: "added" | "changed" | "deleted" };

/** At one moment. `cpu` is in processors, over the second before; the others are bytes, but for `processes`. A limit of 0 is none. */
export type Statistics = {
	readonly cpu: number;
	readonly cpus: number;
	/** Without what the kernel only keeps in case it is read again. */
	readonly memory: number;
	readonly memoryLimit: number;
	readonly processes: number;
	readonly received: number;
	readonly sent: number;
	readonly read: number;
	readonly written: number;
};

/** What can be seen of a container from outside, whatever its image holds. */
export type LookActions = {
	/** Rejects where it does not run. */
	processes(id: string): Promise<Processes>;
	changedFiles(id: string): Promise<readonly ChangedFile[]>;
	statistics(id: string): Promise<Statistics>;
};

type Usage = {
	readonly cpu_usage?: { readonly total_usage?: number; readonly percpu_usage?: readonly number[] | null };
	readonly system_cpu_usage?: number;
	readonly online_cpus?: number;
};

/** What of `GET /containers/{id}/stats` is read. Any of it may be missing, as for one that has just ended. */
type Measured = {
	readonly cpu_stats?: Usage;
	readonly precpu_stats?: Usage;
	readonly memory_stats?: { readonly usage?: number; readonly limit?: number; readonly stats?: Readonly<Record<string, number>> };
	readonly pids_stats?: { readonly current?: number };
	readonly networks?: Readonly<Record<string, { readonly rx_bytes?: number; readonly tx_bytes?: number }>>;
	readonly blkio_stats?: { readonly io_service_bytes_recursive?: readonly { readonly op?: string; readonly value?: number }[] | null };
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
	statistics: async (id) => toStatistics((await connection.use(({ api }) => api.getContainer(id).stats({ stream: false }))) as unknown as Measured),
});

const kinds = ["changed", "added", "deleted"] as const;

export function toStatistics({ cpu_stats: now = {}, precpu_stats: before = {}, memory_stats: memory = {}, ...rest }: Measured): Statistics {
	const cpus = now.online_cpus ?? now.cpu_usage?.percpu_usage?.length ?? 1;
	const used = (now.cpu_usage?.total_usage ?? 0) - (before.cpu_usage?.total_usage ?? 0);
	const passed = (now.system_cpu_usage ?? 0) - (before.system_cpu_usage ?? 0);
	// The newer kind of control groups, and the older.
	const inactive = memory.stats?.["inactive_file"] ?? memory.stats?.["total_inactive_file"] ?? 0;
	const networks = Object.values(rest.networks ?? {});
	const blocks = rest.blkio_stats?.io_service_bytes_recursive ?? [];
	const moved = (kind: string): number => sum(blocks.map(({ op = "", value = 0 }) => (op.toLowerCase() === kind ? value : 0)));
	return {
		cpu: used > 0 && passed > 0 ? (used / passed) * cpus : 0,
		cpus,
		memory: Math.max(0, (memory.usage ?? 0) - inactive),
		memoryLimit: memory.limit ?? 0,
		processes: rest.pids_stats?.current ?? 0,
		received: sum(networks.map(({ rx_bytes: bytes = 0 }) => bytes)),
		sent: sum(networks.map(({ tx_bytes: bytes = 0 }) => bytes)),
		read: moved("read"),
		written: moved("write"),
	};
}

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);
