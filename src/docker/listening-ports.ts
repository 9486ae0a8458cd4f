import { access, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { hostname } from "node:os";
import type { Connection } from "./connection/connection.ts";
import type { HeldPort } from "../engine/compose/daemon-facts.ts";

/** Gives, of ports that are asked about, those on which programs of the engine's machine listen; none where that is not this one. */
export function makeListening(connection: Pick<Connection, "status" | "use">): (wanted: readonly number[]) => Promise<readonly HeldPort[]> {
	/** Asked once for each engine. */
	let known: { readonly url: string; readonly isHere: boolean } | undefined;

	return async (wanted) => {
		const { status } = connection;
		if (wanted.length === 0 || status.kind !== "connected" || !/^(?:unix|npipe):/.test(status.endpoint.url)) return [];
		const { url } = status.endpoint;
		if (known?.url !== url) {
			const { Name = "" } = (await connection.use(({ api }) => api.info())) as { readonly Name?: string };
			known = { url, isHere: await isHere(Name) };
		}
		if (!known.isHere) return [];
		if (process.platform !== "linux") return (await Promise.all(wanted.map(probe))).flat();
		const tables = await Promise.all(["/proc/net/tcp", "/proc/net/tcp6"].map((path) => readFile(path, "utf8").catch(() => "")));
		return tables.flatMap(listeningIn).filter(({ port }) => wanted.includes(port));
	};
}

/** Whether an engine, which gives the name of its machine, publishes its ports here: in a container with the engine's socket it does not. */
async function isHere(engineName: string): Promise<boolean> {
	if (process.platform !== "linux" || engineName === hostname()) return true;
	return access("/.dockerenv").then(
		() => false,
		() => true,
	);
}

const unknownProgram = { container: undefined, project: undefined, service: undefined };

/** Of the kernel's table: address and port in hexadecimal, and 0A where somebody listens. */
export function listeningIn(table: string): readonly HeldPort[] {
	return [...table.matchAll(/^\s*\d+: ([\dA-F]+):([\dA-F]{4}) [\dA-F]+:[\dA-F]{4} 0A /gm)].map(([, address = "", port = ""]) => ({
		port: Number.parseInt(port, 16),
		protocol: "tcp",
		ip: addressOf(address),
		...unknownProgram,
	}));
}

/** Of IPv6 only what is of the machine as a whole, or of nobody else, is told from others. */
function addressOf(hex: string): string {
	if (/^0+$/.test(hex)) return "";
	const ofVersion4 = hex.length === 8 ? hex : /^0{16}FFFF0000([\dA-F]{8})$/.exec(hex)?.[1];
	if (ofVersion4)
		return (ofVersion4.match(/../g) ?? [])
			.reverse()
			.map((byte) => Number.parseInt(byte, 16))
			.join(".");
	return hex === "00000000000000000000000001000000" ? "::1" : hex;
}

/** Tries to listen for a moment. */
function probe(port: number): Promise<readonly HeldPort[]> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code === "EADDRINUSE" ? [{ port, protocol: "tcp", ip: "", ...unknownProgram }] : []));
		server.listen({ port, exclusive: true }, () => server.close(() => resolve([])));
	});
}
