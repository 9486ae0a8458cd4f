import { parseImageReference } from "../../engine/image/reference.ts";
import type { CallHelper } from "./credential-helper.ts";

/** What an engine is given to log in with, as its API has it. */
export type Credentials = {
	readonly username?: string;
	readonly password?: string;
	readonly identitytoken?: string;
	readonly registrytoken?: string;
	readonly serveraddress: string;
};

/** What of the CLI's config.json is read here. The rest of it is kept as it is. */
type Config = {
	readonly auths?: Readonly<Record<string, { readonly auth?: string; readonly identitytoken?: string; readonly registrytoken?: string }>>;
	readonly credsStore?: string;
	readonly credHelpers?: Readonly<Record<string, string>>;
};

/** The CLI's file, and the programs that it names. `write` replaces the file at once, readable by its owner alone. */
export type CredentialStore = { read(): Promise<string | undefined>; write(text: string): Promise<void>; readonly call: CallHelper };

/** As the CLI calls Docker Hub where it keeps passwords. */
export const dockerHub = "https://index.docker.io/v1/";

/** The registry that an image's name leads to, by the name under which its password is kept. */
export const registryOf = (reference: string): string => parseImageReference(reference).registry ?? dockerHub;

/** The name under which the CLI keeps the password of what somebody typed. */
export function registryNamed(typed: string): string {
	const host = typed
		.trim()
		.replace(/^https?:\/\//, "")
		.replace(/\/.*$/, "");
	return ["", "docker.io", "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com"].includes(host) ? dockerHub : host;
}

/** Those that the user has for the registry, or undefined. @throws where the helper that keeps them does not work */
export async function findCredentials(registry: string, store: CredentialStore): Promise<Credentials | undefined> {
	const config = parse(await store.read());
	const helper = helperOf(config, registry);
	if (helper) {
		for (const name of namesOf(registry)) {
			const found = await askHelper(helper, name, store.call);
			if (found) return fromHelper(found, registry);
		}
	}
	const kept = Object.entries(config.auths ?? {}).find(([name]) => registryNamed(name) === registry)?.[1];
	return kept && fromFile(kept, registry);
}

/** Whether what is stored for the registry would stand readable in the CLI's file, for want of a helper. */
export async function isStoredReadable(registry: string, store: CredentialStore): Promise<boolean> {
	return helperOf(parse(await store.read()), registry) === undefined;
}

/** Keeps them as `docker login` does: with the helper, or else in the CLI's file. */
export async function storeCredentials(credentials: Credentials, store: CredentialStore): Promise<void> {
	const { serveraddress: registry, username = "", password = "", identitytoken } = credentials;
	const config = parse(await store.read());
	const helper = helperOf(config, registry);
	if (helper) {
		const secret = identitytoken ? { Username: "<token>", Secret: identitytoken } : { Username: username, Secret: password };
		await store.call(helper, "store", JSON.stringify({ ServerURL: registry, ...secret }));
		// The CLI, too, names the registry in its file, so that it is known to be logged in.
		await write({ ...config, auths: { ...config.auths, [registry]: {} } }, store);
		return;
	}
	const auth = Buffer.from(`${username}:${identitytoken ? "" : password}`).toString("base64");
	await write({ ...config, auths: { ...config.auths, [registry]: { auth, ...(identitytoken && { identitytoken }) } } }, store);
}

/** As `docker logout`. False where there was nothing to forget. */
export async function eraseCredentials(registry: string, store: CredentialStore): Promise<boolean> {
	const config = parse(await store.read());
	const helper = helperOf(config, registry);
	let wasThere = false;
	if (helper) {
		for (const name of namesOf(registry)) {
			if (!(await askHelper(helper, name, store.call))) continue;
			await store.call(helper, "erase", name);
			wasThere = true;
		}
	}
	const kept = Object.keys(config.auths ?? {}).filter((name) => registryNamed(name) === registry);
	if (kept.length === 0) return wasThere;
	await write({ ...config, auths: Object.fromEntries(Object.entries(config.auths ?? {}).filter(([name]) => !kept.includes(name))) }, store);
	return true;
}

/** The registries that the CLI's file names, without asking any helper. */
export async function knownRegistries(store: CredentialStore): Promise<readonly string[]> {
	const { auths = {}, credHelpers = {} } = parse(await store.read());
	return [...new Set([...Object.keys(auths), ...Object.keys(credHelpers)].map(registryNamed))].sort();
}

const helperOf = ({ credHelpers = {}, credsStore }: Config, registry: string): string | undefined =>
	Object.entries(credHelpers).find(([name]) => registryNamed(name) === registry)?.[1] || credsStore || undefined;

/** Older versions of the CLI kept some under the address. */
const namesOf = (registry: string): readonly string[] => (registry === dockerHub ? [registry] : [registry, `https://${registry}`]);

async function askHelper(helper: string, registry: string, call: CallHelper): Promise<string | undefined> {
	try {
		return await call(helper, "get", registry);
	} catch (error) {
		if (/credentials not found|not found in (?:native )?keychain|no credentials|specified item could not be found/i.test(String(error))) return undefined;
		throw error;
	}
}

function fromHelper(text: string, registry: string): Credentials | undefined {
	const { Username = "", Secret = "" } = JSON.parse(text) as { Username?: string; Secret?: string };
	if (!Secret) return undefined;
	return Username === "<token>" ? { identitytoken: Secret, serveraddress: registry } : { username: Username, password: Secret, serveraddress: registry };
}

function fromFile({ auth = "", identitytoken, registrytoken }: NonNullable<Config["auths"]>[string], registry: string): Credentials | undefined {
	const [, username = "", password = ""] = /^([^:]*):([^]*)$/.exec(Buffer.from(auth, "base64").toString().replace(/\0+$/, "")) ?? [];
	if (!username && !identitytoken && !registrytoken) return undefined;
	const tokens = { ...(identitytoken && { identitytoken }), ...(registrytoken && { registrytoken }) };
	return { ...(username && { username }), ...(password && { password }), ...tokens, serveraddress: registry };
}

const write = (config: Config, store: CredentialStore): Promise<void> => store.write(`${JSON.stringify(config, undefined, "\t")}\n`);

function parse(text: string | undefined): Config {
	if (!text?.trim()) return {};
	const config = JSON.parse(text) as unknown;
	if (typeof config !== "object" || config === null) throw new Error("config.json of the Docker CLI holds no object");
	return config;
}
