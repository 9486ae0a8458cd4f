import type { Client } from "../client.ts";
import type { Container } from "../resources/container.ts";
import { during } from "./during.ts";

/** As `docker run --restart` has it; `most` is how often at most, for `on-failure` alone, where 0 is without end. */
export type RestartPolicy = { readonly name: "no" | "on-failure" | "unless-stopped" | "always"; readonly most: number };

/** What a container may use: bytes, processors, processes. 0 is without a limit; `swap` is what it may use of memory and swap together, -1 without end. */
export type Limits = { readonly memory: number; readonly swap: number; readonly cpus: number; readonly processes: number };

/** What of a container can be changed while it stays the same one. Each rejects with the engine's words where it refuses. */
export type ChangeActions = {
	rename(container: Container, name: string): Promise<void>;
	restartPolicy(id: string): Promise<RestartPolicy>;
	setRestartPolicy(container: Container, policy: RestartPolicy): Promise<void>;
	limits(id: string): Promise<Limits>;
	/** Changes those that are given. */
	setLimits(container: Container, limits: Partial<Limits>): Promise<void>;
};

/** What `inspect` says that may be changed. Any of it may be missing. */
export type Changeable = {
	readonly RestartPolicy?: { readonly Name?: string; readonly MaximumRetryCount?: number } | null;
	readonly Memory?: number;
	/** Memory and swap together; negative without a limit. */
	readonly MemorySwap?: number;
	readonly NanoCpus?: number;
	readonly CpuQuota?: number;
	readonly CpuPeriod?: number;
	readonly PidsLimit?: number | null;
};

export function limitsOf({ Memory = 0, MemorySwap = 0, NanoCpus = 0, CpuQuota = 0, CpuPeriod = 0, PidsLimit }: Changeable): Limits {
	const ofQuota = CpuQuota > 0 ? CpuQuota / (CpuPeriod || usualPeriod) : 0;
	return { memory: Memory, swap: MemorySwap, cpus: NanoCpus > 0 ? NanoCpus / 1e9 : ofQuota, processes: Math.max(0, PidsLimit ?? 0) };
}

export function changeActions(client: Client): ChangeActions {
	const { connection } = client;
	const hostConfig = async (id: string): Promise<Changeable> =>
		((await connection.use(({ api }) => api.getContainer(id).inspect())) as { readonly HostConfig?: Changeable | null }).HostConfig ?? {};
	const update = ({ id }: Container, settings: object): Promise<void> =>
		during(client, id, "updating", () =>
			connection.use(({ api }) =>
				api
					.getContainer(id)
					.update(settings)
					.then(() => true),
			),
		);
	return {
		rename: ({ id }, name) =>
			during(client, id, "renaming", () =>
				connection.use(({ api }) =>
					api
						.getContainer(id)
						.rename({ name })
						.then(() => true),
				),
			),
		async restartPolicy(id) {
			const { Name = "", MaximumRetryCount = 0 } = (await hostConfig(id)).RestartPolicy ?? {};
			return { name: names.find((name) => name === Name) ?? "no", most: MaximumRetryCount };
		},
		setRestartPolicy: (container, { name, most }) => update(container, { RestartPolicy: { Name: name, MaximumRetryCount: most } }),
		limits: async (id) => limitsOf(await hostConfig(id)),
		async setLimits(container, { memory, swap, cpus, processes }) {
			await update(container, {
				// Always both: an engine refuses more memory than there was with swap before.
				...(memory !== undefined && { Memory: memory }),
				...(swap !== undefined && { MemorySwap: swap }),
				...(cpus !== undefined && (await cpuSettings(container.id, cpus))),
				...(processes !== undefined && { PidsLimit: processes === 0 ? -1 : processes }),
			});
		},
	};

	/** One that was made with a quota keeps to quotas: engines refuse the two together. */
	async function cpuSettings(id: string, cpus: number): Promise<object> {
		const { CpuQuota = 0, CpuPeriod = 0 } = await hostConfig(id);
		return CpuQuota > 0 ? { CpuQuota: Math.round(cpus * (CpuPeriod || usualPeriod)) } : { NanoCpus: Math.round(cpus * 1e9) };
	}
}

const names = ["no", "on-failure", "unless-stopped", "always"] as const;

/** In microseconds. */
const usualPeriod = 100_000;
