import { randomUUID } from "node:crypto";
import type { Duplex } from "node:stream";
import type { Api } from "../connection/daemon.ts";
import { demultiplexer } from "../demultiplex.ts";

/**
 * Engines throw away what nobody has read two seconds after a program's end, and end the stream as if that were all. So a program's shell
 * writes a mark and the exit code behind the output, and ends only when we, having read that, let go of its input.
 */
const marking = 'mark=$1; shift; "$@" </dev/null; printf "%s %s\\n" "$mark" "$?"; read -r mark';

/** The same for one that reads so many bytes from its input. */
const feeding = 'mark=$1; size=$2; shift 2; head -c "$size" | "$@"; printf "%s %s\\n" "$mark" "$?"; read -r mark';

/** What a program wrote to its standard output, and its exit code. `isCut`: there may be more, and it was not waited for its end. */
export type Ran = { readonly output: Buffer; readonly code: number; readonly isCut: boolean };

/** Runs a program in the container. Undefined where it did not run to its end: it is not there, there is no shell, or the container does not run. */
export async function runIn(
	api: Api,
	id: string,
	command: readonly string[],
	{
		folder = "/",
		most = Infinity,
		signal,
		input,
	}: { readonly folder?: string; readonly most?: number; readonly signal?: AbortSignal; readonly input?: Buffer } = {},
): Promise<Ran | undefined> {
	try {
		const mark = randomUUID();
		const streams = { AttachStdin: true, AttachStdout: true, AttachStderr: true };
		const abort = signal && { abortSignal: signal };
		const shell = input ? ["sh", "-c", feeding, "sh", mark, String(input.length)] : ["sh", "-c", marking, "sh", mark];
		const exec = await api.getContainer(id).exec({ ...streams, ...abort, User: "0", WorkingDir: folder, Cmd: [...shell, ...command] });
		const stream: Duplex = await exec.start({ hijack: true, stdin: true, ...abort });
		signal?.addEventListener("abort", () => stream.destroy());
		if (input) stream.write(input);
		const found = await readMarked(stream, mark, most);
		// Shells say so of a program that is not there, or is none.
		return found?.code === 126 || found?.code === 127 ? undefined : found;
	} catch (error) {
		if ((error as { statusCode?: number }).statusCode === undefined) throw error;
		return undefined;
	}
}

/** The output before the mark, and the number behind it; undefined where the stream ends without. More than `most` bytes are not waited for. */
export async function readMarked(stream: AsyncIterable<unknown>, mark: string, most = Infinity): Promise<Ran | undefined> {
	const end = new RegExp(`${mark} (\\d{1,3})\\n$`);
	const pieces: Buffer[] = [];
	let length = 0;
	let tail = "";
	const take = demultiplexer((of, payload) => {
		if (of !== "stdout") return;
		pieces.push(payload);
		length += payload.length;
		tail = (tail + payload.toString("latin1", Math.max(0, payload.length - longestMark))).slice(-longestMark);
	});
	for await (const chunk of stream) {
		take(chunk as Buffer);
		const [marked, code] = end.exec(tail) ?? [];
		if (marked) return { output: Buffer.concat(pieces).subarray(0, length - marked.length), code: Number(code), isCut: false };
		if (length > most + longestMark) return { output: Buffer.concat(pieces).subarray(0, most), code: 0, isCut: true };
	}
	return undefined;
}

/** Of a mark, a space, an exit code and the end of the line. */
const longestMark = 36 + 5;
