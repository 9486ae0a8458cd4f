/** Entries of an archive are made of blocks of so many bytes. */
const block = 512;

/** The end of an archive: two blocks of zeros. */
export const emptyArchive = Buffer.alloc(2 * block);

/**
 * An archive with nothing but the folder that another one begins with (`./`), under a name: engines leave that one alone where they unpack,
 * and so its owner and mode would be lost. `head` are the first bytes of the other. Undefined where it does not begin so.
 * https://www.gnu.org/software/tar/manual/html_node/Standard.html
 */
export function rootAs(name: string, head: Buffer): Buffer | undefined {
	for (let at = 0; at + block <= head.length;) {
		const header = head.subarray(at, at + block);
		const kind = String.fromCharCode(header[156] ?? 0);
		// Longer names, finer times and the like stand in entries of their own before it.
		if (kind === "x" || kind === "g" || kind === "L") {
			const size = Number.parseInt(header.toString("latin1", 124, 136), 8) || 0;
			at += block + Math.ceil(size / block) * block;
			continue;
		}
		const isRoot = kind === "5" && ["./", "."].includes(header.toString("latin1", 0, header.indexOf(0)));
		return isRoot ? Buffer.concat([renamed(header, `${name}/`), emptyArchive]) : undefined;
	}
	return undefined;
}

function renamed(header: Buffer, name: string): Buffer {
	const copy = Buffer.from(header);
	copy.fill(0, 0, 100).write(name, 0, "latin1");
	// The checksum is that of the header with blanks in its place.
	copy.fill(" ", 148, 156);
	const sum = copy.reduce((total, byte) => total + byte, 0);
	copy.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
	return copy;
}
