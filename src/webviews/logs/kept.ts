import { levels, type Level } from "../../engine/logs/level.ts";

/** What the page keeps of itself. */
export type Kept = {
	readonly filter: string;
	readonly level: Level | undefined;
	/** Undefined where nobody has chosen: then those are muted that say so. */
	readonly muted: readonly string[] | undefined;
	readonly columns: readonly string[];
	readonly asWritten: boolean;
};

/** What was kept, however it comes back. */
export function keptOf(page: unknown): Kept {
	const kept: Partial<Readonly<Record<keyof Kept, unknown>>> = typeof page === "object" && page !== null ? page : {};
	const texts = (value: unknown): readonly string[] | undefined => (Array.isArray(value) ? value.filter((each) => typeof each === "string") : undefined);
	return {
		filter: typeof kept.filter === "string" ? kept.filter : "",
		level: levels.find((each) => each === kept.level),
		muted: texts(kept.muted),
		columns: texts(kept.columns) ?? [],
		asWritten: kept.asWritten === true,
	};
}
