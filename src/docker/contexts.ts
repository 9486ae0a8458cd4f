import { rm } from "node:fs/promises";
import { posix, win32 } from "node:path";
import { DockerError } from "./errors.ts";
import { maskSecrets } from "./mask-secrets.ts";
import { type ConnectionSettings, contextFolders, listContexts, listWishes, resolveEndpoint, type Wish } from "./connection/endpoint.ts";
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

export function contexts(settings: () => ConnectionSettings, around: Surroundings): Contexts {
	const { join } = around.platform === "win32" ? win32 : posix;
	const describe = async (name: string): Promise<object> => {
		const text = await around.read(join(contextFolders(name, around).meta, "meta.json"));
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
			const [description, { meta, tls }] = [await describe(name), contextFolders(name, around)];
			const endpoints = await around.list(tls);
			const files = await Promise.all(endpoints.map(async (each) => [each, [...(await around.list(join(tls, each)))].sort()]));
			return maskSecrets({ ...description, TLSMaterial: Object.fromEntries(files), Storage: { MetadataPath: meta, TLSPath: tls } });
		},
		usersOf: async (name) => (await listWishes(settings(), around)).filter(({ what, value }) => what === "context" && value === name),
		async remove(name) {
			const { meta, tls } = contextFolders(name, around);
			if (!(await around.exists(meta))) throw new DockerError("missing", `there is no Docker context named \`${name}\``);
			// Without its description nobody finds it, even where the second fails.
			for (const folder of [meta, tls]) await rm(folder, { recursive: true, force: true });
		},
	};
}
