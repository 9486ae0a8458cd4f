/** Where files are: a container, by its id; an image, by its; a volume, by its name. */
export type Place = { readonly of: "container" | "image" | "volume"; readonly id: string };

/** `other` are devices, sockets and pipes, which are never opened. */
export type FileKind = "file" | "folder" | "link" | "other";

/** One file as it is in the container. `modified` is in milliseconds since 1970, `size` in bytes. */
export type FileEntry = {
	readonly name: string;
	readonly kind: FileKind;
	/** Of a link: what it leads to, where that is known and there. */
	readonly leadsTo?: FileKind;
	/** Of a link: its absolute target; absent where the container's own programs were asked. */
	readonly target?: string;
	readonly mode: number;
	readonly size: number;
	readonly modified: number;
	/** Absent where only the engine's short answer is known. */
	readonly owner?: number;
	readonly group?: number;
};

/** `isPartial`: there is more than was read. */
export type Listing = { readonly entries: readonly FileEntry[]; readonly isPartial: boolean };

/** Kinds in the bits of Go's FileMode: https://pkg.go.dev/io/fs#FileMode */
const goBits = { folder: 2 ** 31, link: 2 ** 27, other: 2 ** 26 + 2 ** 25 + 2 ** 24 + 2 ** 21 + 2 ** 19 };
const goSpecial: readonly (readonly [number, number])[] = [
	[2 ** 23, 0o4000],
	[2 ** 22, 0o2000],
	[2 ** 20, 0o1000],
];

const has = (mode: number, bits: number): boolean => ((mode >>> 0) & bits) !== 0;

/** What the header `X-Docker-Container-Path-Stat` says. */
export function parseStat(header: string): FileEntry {
	const {
		name = "",
		size = 0,
		mode = 0,
		mtime = "",
		linkTarget = "",
	} = JSON.parse(Buffer.from(header, "base64").toString("utf8")) as {
		readonly name?: string;
		readonly size?: number;
		readonly mode?: number;
		readonly mtime?: string;
		readonly linkTarget?: string;
	};
	const kind = has(mode, goBits.folder) ? "folder" : has(mode, goBits.link) ? "link" : has(mode, goBits.other) ? "other" : "file";
	const special = goSpecial.reduce((sum, [bit, unix]) => sum + (has(mode, bit) ? unix : 0), 0);
	return {
		name,
		kind,
		mode: (mode & 0o777) + special,
		size,
		modified: Date.parse(mtime) || 0,
		...(kind === "link" && linkTarget && { target: linkTarget }),
	};
}

/** `rwxr-xr-x`, as `ls` writes it. */
export function modeText(mode: number): string {
	const part = (bits: number, special: boolean, letter: string): string =>
		`${bits & 4 ? "r" : "-"}${bits & 2 ? "w" : "-"}${special ? (bits & 1 ? letter : letter.toUpperCase()) : bits & 1 ? "x" : "-"}`;
	return part(mode >> 6, (mode & 0o4000) !== 0, "s") + part(mode >> 3, (mode & 0o2000) !== 0, "s") + part(mode, (mode & 0o1000) !== 0, "t");
}

/** Of two absolute or relative parts, without `.`, `..` and double slashes; always absolute. */
export function joinPath(...parts: readonly string[]): string {
	const result: string[] = [];
	for (const part of parts.join("/").split("/")) {
		if (part === "..") result.pop();
		else if (part !== "" && part !== ".") result.push(part);
	}
	return `/${result.join("/")}`;
}

export const folderOf = (path: string): string => joinPath(path, "..");
export const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** Whether the path is the folder or below it. */
export const isWithin = (path: string, folder: string): boolean => folder === "/" || path === folder || path.startsWith(`${folder}/`);
