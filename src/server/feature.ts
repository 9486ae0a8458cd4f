import type { ClientCapabilities, Connection, ServerCapabilities, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysed } from "./analysis.ts";
import type { Log } from "./guard.ts";
import type { InitializationOptions } from "./protocol.ts";

/** One thing that a client can ask for. */
export type Feature = {
	/** What the server says at its start that it can do. */
	capabilities(client: ClientCapabilities): ServerCapabilities;
	/** Answers the client from now on. */
	register(server: Server): void;
};

/** All that a feature may reach. */
export type Server = {
	readonly connection: Connection;
	readonly log: Log;
	readonly client: ClientCapabilities;
	readonly options: InitializationOptions;
	readonly documents: TextDocuments<TextDocument>;
	/** What is known about a document's newest version; undefined once it is closed. */
	analysed(uri: string): Promise<Analysed | undefined>;
	/** Whether the user wants problems told when a document is saved, and not at every change. */
	isLintedOnSave(uri: string): Promise<boolean>;
	/** Calls back whenever settings or files have changed, so that all that was told about any document may be another. */
	onRefresh(listener: () => void): void;
	/** URI of the page about the rule; undefined where the client has none. */
	rulePage(id: string): string | undefined;
};
