import type { Client } from "../client.ts";
import { plainText } from "../plain-text.ts";
import { cliStore } from "../registry/cli-store.ts";
import { eraseCredentials, isStoredReadable, knownRegistries, registryNamed, storeCredentials, type CredentialStore } from "../registry/credentials.ts";

/** Registries by the names under which the Docker CLI keeps passwords; a typed name may be any way of writing it. */
export type RegistryActions = {
	/** Those that the CLI knows a password of. */
	known(): Promise<readonly string[]>;
	/** Whether a password would stand readable in the CLI's file, for it has no helper. */
	isStoredReadable(registry: string): Promise<boolean>;
	/** The engine asks the registry whether the password is right; then it is kept as `docker login` keeps it, for the CLI as well. */
	logIn(registry: string, username: string, password: string): Promise<void>;
	/** False where nothing was kept. */
	logOut(registry: string): Promise<boolean>;
};

export function registryActions({ connection }: Client, store: CredentialStore = cliStore()): RegistryActions {
	return {
		known: () => knownRegistries(store),
		isStoredReadable: (registry) => isStoredReadable(registryNamed(registry), store),
		async logIn(registry, username, password) {
			const credentials = { username, password, serveraddress: registryNamed(registry) };
			const answer = await connection.use(async ({ api }) => (await api.checkAuth(credentials)) as { IdentityToken?: string } | Buffer | null);
			const token = answer && !Buffer.isBuffer(answer) ? plainText(answer.IdentityToken, 10_000) : "";
			await storeCredentials({ ...credentials, ...(token && { identitytoken: token }) }, store);
		},
		logOut: (registry) => eraseCredentials(registryNamed(registry), store),
	};
}
