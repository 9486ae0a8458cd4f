import { rm } from "node:fs/promises";
import { createHash } from "node:crypto";
import { posix, win32 } from "node:path";
import { DockerError } from "./errors.ts";
import { maskSecrets } from "./mask-secrets.ts";
import { configFolder, type ConnectionSettings, listContexts, listWishes, resolveEndpoint, type Wish } from "./connection/endpoint.ts";
import type { Surroundings } from "./connection/surroundings.ts";

/** The contexts that the Docker CLI keeps as files. None of it changes which one the CLI uses. */
export type Contexts = {
	/** By name, without `default`, which is no file. */
	list(): ReturnType<typeof listContexts>;
	/** What `docker context inspect` says of it, passwords masked. */
	inspect(name: string): Promise<unknown>;
	/** Who uses it at present: the window, the settings, the environment or the CLI, whether another of them counts more or not. */
	usersOf(name: string): Promise<readonly Wish[]>;
	/** Its description and its certificates, for ever. */
	remove(name: string): Promise<void>;
};

/** https://docs.docker.com/engine/manage-resources/contexts: each has a folder for what it is and one for its certificates, called by the hash of its name. */
export function contexts(settings: () => ConnectionSettings, around: Surroundings): Contexts {
	const { join } = around.platform === "win32" ? win32 : posix;
	const foldersOf = (name: string): { readonly MetadataPath: string; readonly TLSPath: string } => {
		const [folder, id] = [join(configFolder(around), "contexts"), createHash("sha256").update(name).digest("hex")];
		return { MetadataPath: join(folder, "meta", id), TLSPath: join(folder, "tls", id) };
	};
	const describe = async (name: string): Promise<object> => {
		const text = await around.read(join(foldersOf(name).MetadataPath, "meta.json"));
		if (text === undefined) throw new DockerError("missing", `there is no Docker context named \`${name}\``);
		try {
			return Object(JSON.parse(text)) as object;
		} catch {
			throw new DockerError("bad-host", `the file of the Docker context \`${name}\` cannot be read`, "", { reason: "broken-context" });
		}
	};
	return {
		list: () => listContexts(around),
		async inspect(name) {
			if (name === "default") {
				const { url } = await resolveEndpoint({ host: "", context: name }, around);
				return maskSecrets({ Name: name, Metadata: {}, Endpoints: { docker: { Host: url, SkipTLSVerify: false } }, TLSMaterial: {} });
			}
			const [description, Storage] = [await describe(name), foldersOf(name)];
			const endpoints = await around.list(Storage.TLSPath);
			const files = await Promise.all(endpoints.map(async (each) => [each, [...(await around.list(join(Storage.TLSPath, each)))].sort()]));
			return maskSecrets({ ...description, TLSMaterial: Object.fromEntries(files), Storage });
		},
		usersOf: async (name) => (await listWishes(settings(), around)).filter(({ what, value }) => what === "context" && value === name),
		async remove(name) {
			const { MetadataPath, TLSPath } = foldersOf(name);
			if (!(await around.exists(MetadataPath))) throw new DockerError("missing", `there is no Docker context named \`${name}\``);
			// Without its description nobody finds it, even where the second fails.
			for (const folder of [MetadataPath, TLSPath]) await rm(folder, { recursive: true, force: true });
		},
	};
}
