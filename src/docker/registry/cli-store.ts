import { randomUUID } from "node:crypto";
import { mkdir, realpath, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { configFolder } from "../connection/endpoint.ts";
import { thisMachine } from "../connection/surroundings.ts";
import { callHelper } from "./credential-helper.ts";
import type { CredentialStore } from "./credentials.ts";

/** Where the user's Docker CLI keeps passwords. */
export function cliStore(around = thisMachine): CredentialStore {
	const path = join(configFolder(around), "config.json");
	return {
		read: () => around.read(path),
		async write(text) {
			// Some have a link there, which is to stay one.
			const target = await realpath(path).catch(() => path);
			await mkdir(dirname(target), { recursive: true });
			const part = `${target}.${randomUUID().slice(0, 8)}`;
			try {
				await writeFile(part, text, { mode: 0o600 });
				await rename(part, target);
			} catch (error) {
				await rm(part, { force: true });
				throw error;
			}
		},
		call: callHelper,
	};
}
