import { fileURLToPath } from "node:url";

/** A document that is no file on disk has no path, and no configuration file. */
export function pathOf(uri: string): string | undefined {
	try {
		return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
	} catch {
		return undefined;
	}
}
