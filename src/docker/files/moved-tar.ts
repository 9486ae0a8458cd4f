import { joinPath } from "./entry.ts";
import { block, emptyBlock, Input, longestRecords, noTar, padded, parseBlock, paxHeader, recordsIn, tarEnd, tooEarly, withoutBody } from "./tar.ts";

/**
 * The same archive with all that is in it below a folder, to be unpacked at the root: engines refuse links that lead out of the place where they unpack, and out of
 * the root none leads. Everything else stays as it is, byte for byte: owners, times, devices, attributes. `isLeftOut` is asked about paths that begin with a slash.
 * @throws DockerError for what is no tar, and for one that stops before its end
 */
export async function* movedInto(folder: string, archive: AsyncIterable<Buffer>, isLeftOut: (path: string) => boolean = () => false): AsyncGenerator<Buffer> {
	const input = new Input(archive);
	const take = async (size: number): Promise<Buffer> => {
		const bytes = await input.take(size);
		if (!bytes) throw tooEarly();
		return bytes;
	};
	let records = new Map<string, string>();
	try {
		for (;;) {
			const header = Buffer.from(await take(block));
			if (header.equals(emptyBlock)) return yield tarEnd;
			const { type, size } = parseBlock(header);
			if (["x", "g", "L", "K"].includes(type)) {
				if (size < 0 || size > longestRecords) throw noTar();
				const body = Buffer.from(await take(padded(size)));
				const content = body.subarray(0, size);
				if (type === "x") records = new Map([...records, ...parse(content)]);
				else if (type === "g") yield Buffer.concat([header, body]);
				else records.set(type === "L" ? "path" : "linkpath", textIn(content, 0, size));
				continue;
			}
			const length = withoutBody.has(type) ? 0 : Number(records.get("size") ?? size);
			if (!Number.isSafeInteger(length) || length < 0) throw noTar();
			const name = records.get("path") ?? nameIn(header);
			const path = joinPath(name);
			if (isLeftOut(path)) await input.skip(padded(length));
			else {
				// Of old, a folder is known by the slash at its end alone.
				records.set("path", `${folder}${path}${name.endsWith("/") && path !== "/" ? "/" : ""}`);
				// Hard links name entries of the same archive.
				if (type === "1") records.set("linkpath", `${folder}${joinPath(records.get("linkpath") ?? textIn(header, 157, 100))}`);
				if (records.has(sparseName)) records.set(sparseName, `${folder}${joinPath(records.get(sparseName) ?? "")}`);
				yield Buffer.concat([recordsOf(records), header]);
				for (let left = padded(length); left > 0;) {
					const piece = await input.some(left);
					if (!piece) throw tooEarly();
					left -= piece.length;
					yield piece;
				}
			}
			records = new Map();
		}
	} finally {
		await input.end();
	}
}

/** Where GNU tar keeps the name of a file with holes. https://www.gnu.org/software/tar/manual/html_node/PAX-1.html */
const sparseName = "GNU.sparse.name";

/** Each character is a byte: names are whatever bytes somebody has given them. */
const textIn = (bytes: Buffer, at: number, length: number): string => bytes.toString("latin1", at, at + length).replace(/\0.*$/s, "");

function nameIn(header: Buffer): string {
	const prefix = textIn(header, 257, 6) === "ustar" && header[262] === 0 ? textIn(header, 345, 155) : "";
	return `${prefix}${prefix && "/"}${textIn(header, 0, 100)}`;
}

function parse(bytes: Buffer): readonly (readonly [key: string, value: string])[] {
	const { pairs, isWhole } = recordsIn(bytes);
	if (!isWhole) throw noTar();
	return pairs.map(([key, value]) => [key.toString("latin1"), value.toString("latin1")]);
}

const recordsOf = (records: ReadonlyMap<string, string>): Buffer =>
	paxHeader([...records].map(([key, value]) => [Buffer.from(key, "latin1"), Buffer.from(value, "latin1")]));
