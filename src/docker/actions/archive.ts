/** Of so many bytes at most a file is read whole. */
const mostBytes = 4 * 1024 * 1024;

/** The contents of the first file of an archive as engines send it, which is a tar. Nothing of what follows is read. https://www.gnu.org/software/tar/manual/html_node/Standard.html */
export async function firstFileOf(archive: NodeJS.ReadableStream): Promise<Buffer> {
	let bytes = Buffer.alloc(0);
	for await (const chunk of archive) {
		bytes = Buffer.concat([bytes, chunk as Buffer]);
		const file = bytes.length >= blockSize && readFile(bytes);
		if (file) return file;
		if (bytes.length > mostBytes) break;
	}
	return Buffer.alloc(0);
}

const blockSize = 512;

/** Undefined while it is not all there. */
function readFile(bytes: Buffer): Buffer | undefined {
	let at = 0;
	for (;;) {
		if (bytes.length < at + blockSize) return undefined;
		const size = Number.parseInt(bytes.toString("latin1", at + 124, at + 136), 8) || 0;
		const type = bytes.toString("latin1", at + 156, at + 157);
		const start = at + blockSize;
		// Headers that only say more of the next file.
		if (type === "x" || type === "g" || type === "L") at = start + Math.ceil(size / blockSize) * blockSize;
		else return bytes.length < start + size ? undefined : bytes.subarray(start, start + size);
	}
}
