export type OutputStream = "stdout" | "stderr";

/** No engine sends frames of this size; a header that says so is not a header. */
const longestFrame = 16 * 1024 * 1024;

/**
 * Takes apart the engine's multiplexed output (8 bytes of header, then the payload), in time linear in its length.
 * Each frame is handed over whole, however it was cut on its way. What does not begin like a frame is handed over as it is, as stdout.
 * https://docs.docker.com/reference/api/engine/version/v1.47/#tag/Container/operation/ContainerAttach
 */
export function demultiplexer(onFrame: (stream: OutputStream, payload: Buffer) => void): (chunk: Buffer) => void {
	let waiting: Buffer[] = [];
	let length = 0;
	let needed = 8;
	let isRaw = false;

	return (chunk) => {
		if (isRaw) return onFrame("stdout", chunk);
		waiting.push(chunk);
		length += chunk.length;
		if (length < needed) return undefined;

		const bytes = waiting.length === 1 ? chunk : Buffer.concat(waiting, length);
		let at = 0;
		needed = 8;
		while (bytes.length - at >= 8) {
			const size = bytes.readUInt32BE(at + 4);
			// Docker's fourth stream, 3, carries errors of the engine itself.
			if ((bytes[at] ?? 0) > 3 || bytes[at + 1] || bytes[at + 2] || bytes[at + 3] || size > longestFrame) {
				isRaw = true;
				waiting = [];
				return onFrame("stdout", bytes.subarray(at));
			}
			if (bytes.length - at - 8 < size) {
				needed = 8 + size;
				break;
			}
			onFrame((bytes[at] ?? 0) < 2 ? "stdout" : "stderr", bytes.subarray(at + 8, at + 8 + size));
			at += 8 + size;
		}
		waiting = at < bytes.length ? [bytes.subarray(at)] : [];
		length = bytes.length - at;
		return undefined;
	};
}
