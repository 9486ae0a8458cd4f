import { Readable } from "node:stream";
import type { Api } from "./connection/daemon.ts";
import { tarEnd } from "./files/tar.ts";
import { readMessages } from "./messages.ts";
import { importedImage } from "./streams.ts";

/** An image with nothing in it, so that none has to be there and none is loaded. Resolves to its id. */
export async function emptyImage(api: Api, labels: Readonly<Record<string, string>>): Promise<string> {
	let id = "";
	const changes = `LABEL ${Object.entries(labels)
		.map(([name, value]) => `${name}=${JSON.stringify(value)}`)
		.join(" ")}`;
	const answer = await importedImage(api, Readable.from([tarEnd], { objectMode: false }), AbortSignal.timeout(60_000), { changes });
	await readMessages(answer, ({ status }) => (id = status?.startsWith("sha256:") ? status : id));
	return id;
}
