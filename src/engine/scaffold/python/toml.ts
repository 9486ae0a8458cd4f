import { parse, type TomlTable, type TomlValue } from "smol-toml";

export type { TomlTable, TomlValue };

const empty: TomlTable = {};

/** The values of a TOML text. Of one that is not TOML nothing is known: the table is empty. */
export function parseToml(text: string): TomlTable {
	try {
		return parse(text);
	} catch {
		return empty;
	}
}

/** The table at a path of keys, however it is written: with headers, dotted keys or inline; undefined where there is none. */
export function tableAt(table: TomlTable, ...keys: readonly string[]): TomlTable | undefined {
	let each: TomlTable = table;
	for (const key of keys) {
		const next = valueAt(each, key);
		if (!isTable(next)) return undefined;
		each = next;
	}
	return each;
}

/** The value of a key; undefined also where there is no table. */
export const valueAt = (table: TomlTable | undefined, key: string): TomlValue | undefined => (table && Object.hasOwn(table, key) ? table[key] : undefined);

/** The text of a key; undefined where it has another kind of value. */
export function textAt(table: TomlTable | undefined, key: string): string | undefined {
	const value = valueAt(table, key);
	return typeof value === "string" ? value : undefined;
}

export const isTable = (value: TomlValue | undefined): value is TomlTable => typeof value === "object" && !Array.isArray(value) && !(value instanceof Date);

/** The texts of a list; what else is in it is left out. */
export const textsOf = (value: TomlValue | undefined): readonly string[] => (Array.isArray(value) ? value.filter((each) => typeof each === "string") : []);
