import type { ClientCapabilities, Connection, ServerCapabilities, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Catalogue } from "../engine/text/message.ts";
import type { BuildContexts } from "./build-contexts.ts";
import type { Log } from "./guard.ts";
import type { InLanguage } from "./languages/languages.ts";
import type { InitializationOptions } from "./protocol.ts";
import type { Workspace } from "./workspace.ts";

/** One thing that a client can ask for. */
export type Feature = {
	/** What the server says at its start that it can do. */
	capabilities(client: ClientCapabilities): ServerCapabilities;
	/** Answers the client from now on. */
	register(server: Server): void;
};

/** All that a language may reach. */
export type Host = Workspace & {
	readonly connection: Connection;
	readonly log: Log;
	readonly client: ClientCapabilities;
	readonly options: InitializationOptions;
	/** What to say things by; undefined: English. */
	readonly catalogue: Catalogue | undefined;
	readonly documents: TextDocuments<TextDocument>;
	/** Paths of the folders that the client has open; none where it has none on a disk. */
	folders(): Promise<readonly string[]>;
	/** What Dockerfiles are built with. */
	readonly buildContexts: BuildContexts;
	/** URI of the page about the rule; undefined where the client has none. */
	rulePage(id: string): string | undefined;
};

/** All that a feature may reach. */
export type Server = Host & {
	/** The document's newest version, and what its language answers about it; undefined once it is closed, and for what is in none of the languages. */
	inLanguage(uri: string): InLanguage | undefined;
};
