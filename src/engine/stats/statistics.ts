/**
 * What a container uses at one moment, as `docker stats` has it. `cpu` is in processors, over about a second before, null where nothing is known of that second;
 * the others are bytes since it was started, but for `memory`, which is now, and `processes`. A limit of 0 is none.
 */
export type Statistics = {
	readonly cpu: number | null;
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

type Processors = {
	readonly cpu_usage?: { readonly total_usage?: number; readonly percpu_usage?: readonly number[] | null };
	readonly system_cpu_usage?: number;
	readonly online_cpus?: number;
};

/** What of `GET /containers/{id}/stats` is read. Any of it may be missing, as for one that has just ended. */
export type Measured = {
	/** The year 1 where nothing was measured. */
	readonly read?: string;
	readonly preread?: string;
	/** Of processors; Windows alone says it, and then counts in pieces of 100 ns. */
	readonly num_procs?: number;
	readonly cpu_stats?: Processors;
	readonly precpu_stats?: Processors;
	readonly memory_stats?: {
		readonly usage?: number;
		readonly limit?: number;
		readonly stats?: Readonly<Record<string, number>> | null;
		readonly privateworkingset?: number;
	};
	readonly pids_stats?: { readonly current?: number };
	readonly networks?: Readonly<Record<string, { readonly rx_bytes?: number; readonly tx_bytes?: number }>> | null;
	readonly blkio_stats?: { readonly io_service_bytes_recursive?: readonly { readonly op?: string; readonly value?: number }[] | null };
	readonly storage_stats?: { readonly read_size_bytes?: number; readonly write_size_bytes?: number };
};

/** Of a container that does not run an engine sends a message all the same. */
export const isMeasured = ({ read = "" }: Measured): boolean => read !== "" && !read.startsWith("0001");

/** By the arithmetic of Docker's own program: https://github.com/docker/cli/blob/master/cli/command/container/stats_helpers.go */
export function toStatistics(measured: Measured): Statistics {
	const { cpu_stats: now = {}, memory_stats: memory = {}, num_procs: processors = 0, storage_stats: storage = {} } = measured;
	const isWindows = processors > 0;
	const cpus = isWindows ? 1 : (now.online_cpus ?? 0) || (now.cpu_usage?.percpu_usage?.length ?? 0) || 1;
	const networks = Object.values(measured.networks ?? {});
	const blocks = measured.blkio_stats?.io_service_bytes_recursive ?? [];
	const moved = (first: string): number => sum(blocks.map(({ op = "", value = 0 }) => (op.charAt(0).toLowerCase() === first ? value : 0)));
	return {
		cpu: isWindows ? cpuOnWindows(measured, processors) : cpuOf(measured, cpus),
		cpus,
		memory: isWindows ? (memory.privateworkingset ?? 0) : memoryWithoutCache(memory.usage ?? 0, memory.stats ?? {}),
		memoryLimit: isWindows ? 0 : (memory.limit ?? 0),
		processes: measured.pids_stats?.current ?? 0,
		received: sum(networks.map(({ rx_bytes: bytes = 0 }) => bytes)),
		sent: sum(networks.map(({ tx_bytes: bytes = 0 }) => bytes)),
		read: isWindows ? (storage.read_size_bytes ?? 0) : moved("r"),
		written: isWindows ? (storage.write_size_bytes ?? 0) : moved("w"),
	};
}

/** The first message of a stream knows nothing of the second before it: what it would say is the mean since the machine was started. */
function cpuOf({ cpu_stats: now = {}, precpu_stats: before = {} }: Measured, cpus: number): number | null {
	if (!before.system_cpu_usage) return null;
	const used = (now.cpu_usage?.total_usage ?? 0) - (before.cpu_usage?.total_usage ?? 0);
	const passed = (now.system_cpu_usage ?? 0) - before.system_cpu_usage;
	return used > 0 && passed > 0 ? (used / passed) * cpus : 0;
}

/** All processors together are one, as Docker's program has it there. */
function cpuOnWindows({ read = "", preread = "", cpu_stats: now = {}, precpu_stats: before = {} }: Measured, processors: number): number | null {
	if (preread === "" || preread.startsWith("0001")) return null;
	const passed = (Date.parse(read) - Date.parse(preread)) * 10_000;
	const used = (now.cpu_usage?.total_usage ?? 0) - (before.cpu_usage?.total_usage ?? 0);
	return passed > 0 && used > 0 ? used / passed / processors : 0;
}

/** The older kind of control groups, and the newer. */
function memoryWithoutCache(usage: number, stats: Readonly<Record<string, number>>): number {
	const older = stats["total_inactive_file"];
	if (older !== undefined && older < usage) return usage - older;
	const newer = stats["inactive_file"] ?? 0;
	return newer < usage ? usage - newer : usage;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);
