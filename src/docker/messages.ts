import type { Readable } from "node:stream";
import { lineSplitter } from "./connection/events.ts";
import { DockerError } from "./errors.ts";
import { plainText } from "./plain-text.ts";

/** One line of what an engine tells while it pulls, pushes, loads or imports. `id` is a layer's, `aux` what it has found out. */
export type Message = {
	readonly stream?: string;
	readonly status?: string;
	readonly id?: string;
	readonly progressDetail?: { readonly current?: number; readonly total?: number } | null;
	readonly error?: string;
	readonly errorDetail?: { readonly message?: string } | null;
	readonly aux?: { readonly Tag?: string; readonly Digest?: string } | null;
};

/** Reads the messages to their end. @throws DockerError `rejected`, with the engine's words, where one of them is a failure */
export async function readMessages(stream: Readable, heard: (message: Message) => void): Promise<void> {
	let failure: string | undefined;
	const split = lineSplitter((line) => {
		const message = parse(line);
		if (!message) return;
		// `error` is what older engines have.
		failure ??= message.errorDetail?.message ?? message.error;
		heard(message);
	});
	for await (const chunk of stream) split(chunk as Buffer);
	split(Buffer.from("\n"));
	if (failure !== undefined) throw new DockerError("rejected", plainText(failure, 600));
}

function parse(line: string): Message | undefined {
	try {
		const message = JSON.parse(line) as Message | null;
		return typeof message === "object" && message !== null ? message : undefined;
	} catch {
		return undefined;
	}
}
