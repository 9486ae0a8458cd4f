/** A container in the table of all. What is not known is null; bytes are those since its start, but for memory. */
export type TableRow = {
	readonly id: string;
	readonly name: string;
	readonly project: string | null;
	/** In words. */
	readonly state: string;
	readonly health: string;
	/** In percent of one processor, with two digits, so that sums are those of what is seen. */
	readonly cpu: number | null;
	readonly memory: number | null;
	readonly memoryLimit: number;
	readonly received: number | null;
	readonly sent: number | null;
	readonly read: number | null;
	readonly written: number | null;
	readonly restarts: number | null;
	/** Both in milliseconds since 1970. */
	readonly startedAt: number | null;
	readonly createdAt: number | null;
	readonly ports: string;
	readonly image: string;
};

export const columnIds = ["name", "project", "state", "health", "cpu", "memory", "network", "disk", "restarts", "uptime", "ports", "image", "created"] as const;
export type ColumnId = (typeof columnIds)[number];

/** How the user wants the table to be. `columns` are those that are shown, in their order; the name is always one. */
export type TableArrangement = {
	readonly columns: readonly ColumnId[];
	readonly sort: ColumnId;
	readonly isDescending: boolean;
	readonly isGrouped: boolean;
};

export const usualArrangement: TableArrangement = { columns: columnIds, sort: "name", isDescending: false, isGrouped: true };

/** What somebody has kept, as far as it still means something. */
export function toArrangement(kept: unknown): TableArrangement {
	const { columns, sort, isDescending, isGrouped } = (kept ?? {}) as Partial<Record<keyof TableArrangement, unknown>>;
	const isColumn = (id: unknown): id is ColumnId => columnIds.some((each) => each === id);
	const known = Array.isArray(columns) ? [...new Set(columns.filter(isColumn))] : [...columnIds];
	return {
		columns: known.includes("name") ? known : ["name", ...known],
		sort: isColumn(sort) ? sort : usualArrangement.sort,
		isDescending: isDescending === true,
		isGrouped: isGrouped !== false,
	};
}

/** What a project's containers use together, or all of them. */
export type Totals = {
	readonly containers: number;
	readonly running: number;
} & Readonly<Record<"cpu" | "memory" | "received" | "sent" | "read" | "written" | "restarts", number>>;

export function totalsOf(rows: readonly TableRow[]): Totals {
	const sum = (value: (row: TableRow) => number | null): number => rows.reduce((total, row) => total + (value(row) ?? 0), 0);
	return {
		containers: rows.length,
		running: rows.filter(({ startedAt }) => startedAt !== null).length,
		// Sums of decimals are not decimals.
		cpu: Math.round(sum(({ cpu }) => cpu) * 100) / 100,
		memory: sum(({ memory }) => memory),
		received: sum(({ received }) => received),
		sent: sum(({ sent }) => sent),
		read: sum(({ read }) => read),
		written: sum(({ written }) => written),
		restarts: sum(({ restarts }) => restarts),
	};
}

/** By what a column sorts; what is not known stands last, however it is sorted. */
export function valueOf(row: TableRow, column: ColumnId): string | number | null {
	switch (column) {
		case "network":
			return row.received === null || row.sent === null ? null : row.received + row.sent;
		case "disk":
			return row.read === null || row.written === null ? null : row.read + row.written;
		// What has run the shortest is the least.
		case "uptime":
			return row.startedAt === null ? null : -row.startedAt;
		case "created":
			return row.createdAt === null ? null : -row.createdAt;
		case "name":
		case "project":
		case "state":
		case "health":
		case "cpu":
		case "memory":
		case "restarts":
		case "ports":
		case "image":
			return row[column] === "" ? null : row[column];
	}
}

const compareTexts = new Intl.Collator(undefined, { numeric: true }).compare;

/** Rows with the same value stand by name, so that two that are alike never change places. */
export const inOrder = (rows: readonly TableRow[], { sort, isDescending }: TableArrangement): readonly TableRow[] =>
	rows.toSorted((one, other) => {
		const [first, second] = [valueOf(one, sort), valueOf(other, sort)];
		const byName = compareTexts(one.name, other.name) || (one.id < other.id ? -1 : 1);
		if (first === second) return byName;
		if (first === null) return 1;
		if (second === null) return -1;
		return compareValues(first, second) * (isDescending ? -1 : 1) || byName;
	});

const compareValues = (one: string | number, other: string | number): number =>
	typeof one === "number" && typeof other === "number" ? one - other : compareTexts(String(one), String(other));

export type Group = { readonly project: string | null; readonly rows: readonly TableRow[]; readonly totals: Totals };

/** One group of all where they are not grouped. Projects stand by their sums where the column has some, else by name; containers of none come last. */
export function groupsOf(rows: readonly TableRow[], arrangement: TableArrangement): readonly Group[] {
	const sorted = inOrder(rows, arrangement);
	if (!arrangement.isGrouped) return [{ project: null, rows: sorted, totals: totalsOf(sorted) }];
	const byProject = new Map<string | null, TableRow[]>();
	for (const row of sorted) if (!byProject.get(row.project)?.push(row)) byProject.set(row.project, [row]);
	const groups = [...byProject].map(([project, members]) => ({ project, rows: members, totals: totalsOf(members) }));
	const { sort, isDescending } = arrangement;
	return groups.toSorted((one, other) => {
		if (one.project === null || other.project === null) return Number(one.project === null) - Number(other.project === null);
		const [first, second] = [sumOf(one.totals, sort), sumOf(other.totals, sort)];
		const direction = isDescending ? -1 : 1;
		const byName = compareTexts(one.project, other.project);
		return first === null || second === null ? byName * (sort === "name" || sort === "project" ? direction : 1) : (first - second) * direction || byName;
	});
}

/** Null for columns that have none. */
function sumOf(totals: Totals, column: ColumnId): number | null {
	if (column === "network") return totals.received + totals.sent;
	if (column === "disk") return totals.read + totals.written;
	return column === "cpu" || column === "memory" || column === "restarts" ? totals[column] : null;
}

/** Those in which each of the words occurs. */
export function filtered(rows: readonly TableRow[], filter: string): readonly TableRow[] {
	const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length === 0) return rows;
	return rows.filter(({ name, project, state, health, ports, image, id }) => {
		const text = [name, project ?? "", state, health, ports, image, id].join("\n").toLowerCase();
		return words.every((word) => text.includes(word));
	});
}

/**
 * The groups as they stand while somebody is in the table: each row and group where it was in `before`, and what is new below the others.
 */
export function held(before: readonly Group[], now: readonly Group[]): readonly Group[] {
	const groups = new Map(before.map(({ project }, index) => [project, index]));
	const rows = new Map(before.flatMap((group) => group.rows.map(({ id }) => id)).map((id, index) => [id, index]));
	const place = <Of>(places: ReadonlyMap<Of, number>, of: Of): number => places.get(of) ?? Number.MAX_SAFE_INTEGER;
	return now
		.map((group) => ({ ...group, rows: group.rows.toSorted((one, other) => place(rows, one.id) - place(rows, other.id)) }))
		.toSorted((one, other) => place(groups, one.project) - place(groups, other.project));
}

/** Whether the same rows stand in the same places. */
export const isSameOrder = (one: readonly Group[], other: readonly Group[]): boolean => orderOf(one) === orderOf(other);

const orderOf = (groups: readonly Group[]): string => groups.map(({ project, rows }) => [project ?? "", ...rows.map(({ id }) => id)].join(" ")).join("\n");
