import type { Duplex } from "node:stream";
import type { Api } from "../connection/daemon.ts";
import { demultiplexer } from "../demultiplex.ts";

/** What a program in the container wrote to its standard output, and its exit code. Undefined where it could not be run: it is not there, or the container does not run. */
export async function runIn(
	api: Api,
	id: string,
	command: readonly string[],
	{ folder = "/", most = Infinity }: { readonly folder?: string; readonly most?: number } = {},
): Promise<{ readonly output: Buffer; readonly code: number } | undefined> {
	try {
		const settings = { AttachStdout: true, AttachStderr: true, User: "0", WorkingDir: folder, Cmd: [...command] };
		const exec = await api.getContainer(id).exec(settings);
		const stream: Duplex = await exec.start({});
		const pieces: Buffer[] = [];
		let length = 0;
		const take = demultiplexer((of, payload) => {
			if (of !== "stdout") return;
			pieces.push(payload);
			length += payload.length;
		});
		for await (const chunk of stream) {
			take(chunk as Buffer);
			if (length > most) break;
		}
		const code = (await exec.inspect()).ExitCode ?? 0;
		// Engines say so of a program that is not there, or is none.
		return code === 126 || code === 127 ? undefined : { output: Buffer.concat(pieces), code };
	} catch (error) {
		if ((error as { statusCode?: number }).statusCode === undefined) throw error;
		return undefined;
	}
}
