/** A table's values by key: texts, and lists of texts. Anything else of TOML is left out; inline tables stay as they are written. */
export type Table = ReadonlyMap<string, string | readonly string[]>;

/** The tables of a TOML text by their names, "" for what stands before the first. As much of TOML as pyproject.toml and Pipfile need; never throws. */
export function parseToml(text: string): ReadonlyMap<string, Table> {
	const tables = new Map<string, Map<string, string | readonly string[]>>();
	let table = new Map<string, string | readonly string[]>();
	tables.set("", table);
	const lines = text.split(/\r?\n/);
	for (let index = 0; index < lines.length; index++) {
		const written = lines[index] ?? "";
		const header = /^\s*\[+\s*([^\]]+?)\s*\]+\s*(?:#.*)?$/.exec(written);
		if (header?.[1] !== undefined) {
			const name = header[1].replace(/\s*\.\s*/g, ".").replaceAll('"', "");
			table = tables.get(name) ?? new Map<string, string | readonly string[]>();
			tables.set(name, table);
			continue;
		}
		const pair = /^\s*("[^"]*"|'[^']*'|[\w.-]+)\s*=\s*(.*)$/.exec(written);
		if (pair?.[1] === undefined || pair[2] === undefined) continue;
		let value = pair[2];
		if (value.startsWith("[")) {
			while (!isClosed(value) && index + 1 < lines.length) value += `\n${lines[++index] ?? ""}`;
			table.set(pair[1].replace(/^["']|["']$/g, ""), texts(value));
		} else {
			table.set(pair[1].replace(/^["']|["']$/g, ""), value.startsWith("{") ? value : (texts(value)[0] ?? value.replace(/\s*#.*$/, "")));
		}
	}
	return tables;
}

const textOrComment = /"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|#[^\n]*/g;

function texts(value: string): string[] {
	return [...value.matchAll(textOrComment)].flatMap(([, double, single]) => double?.replace(/\\(["\\])/g, "$1") ?? single ?? []);
}

/** Brackets inside texts and comments do not count. */
function isClosed(value: string): boolean {
	const bare = value.replace(textOrComment, "");
	return bare.split("[").length <= bare.split("]").length;
}
