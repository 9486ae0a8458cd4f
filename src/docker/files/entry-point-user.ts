/** Who runs: the number, and the groups that count for files. */
export type Identity = { readonly id: number; readonly groups: ReadonlySet<number> };

/** By `/etc/passwd` and `/etc/group`, as engines read them; undefined where they do not know the name. Groups that are given besides are not in it. */
export function identityOf(named: string, people: string, groups: string): Identity | undefined {
	const [user = "", group = ""] = named.split(":");
	const person = find(people, user || "0");
	const id = person ? Number(person[2]) : Number(user || "0");
	if (!Number.isInteger(id)) return undefined;
	// A group that is said takes the place of all that the user is in.
	if (group !== "") {
		const number = Number(find(groups, group)?.[2] ?? group);
		return Number.isInteger(number) ? { id, groups: new Set([number]) } : undefined;
	}
	const name = person?.[0];
	const joined = rows(groups).filter(([, , , members = ""]) => name !== undefined && members.split(",").includes(name));
	return { id, groups: new Set([Number(person?.[3] ?? 0), ...joined.map(([, , number]) => Number(number))]) };
}

/** `wanted` is a bit of a mode for each of reading (4) and running (1). Root may read everything, and run what anybody may. */
export function mayUse(
	{ id, groups }: Identity,
	wanted: number,
	{ mode, owner, group }: { readonly mode: number; readonly owner: number; readonly group: number },
): boolean {
	if (id === 0) return (wanted & 1) === 0 || (mode & 0o111) !== 0;
	const shift = owner === id ? 6 : groups.has(group) ? 3 : 0;
	return ((mode >> shift) & wanted) === wanted;
}

const rows = (text: string): readonly (readonly string[])[] => text.split("\n").map((line) => line.split(":"));

const find = (text: string, named: string): readonly string[] | undefined =>
	rows(text).find(([name, , number]) => number !== undefined && (name === named || number === named));
