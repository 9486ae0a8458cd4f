import { type CancellationToken, LSPErrorCodes, ResponseError, type TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";

/** Whom a guard tells what went wrong. */
export type Log = { error(message: string): void };

/** What a guard asks of the server. */
type Guarded = {
	readonly log: Log;
	/** Settles once all that open documents need has been loaded; undefined where it is. */
	loading(): Promise<unknown> | undefined;
};

/** Answers a request, once the documents' languages are loaded. Whatever throws is logged, by the request's name, and the harmless answer is given; a request that the client no longer wants is not answered. */
export function guard<Parameters, Answer>(
	{ log, loading }: Guarded,
	name: string,
	harmless: Answer,
	answer: (parameters: Parameters, token: CancellationToken) => Promise<Answer> | Answer,
): (parameters: Parameters, token: CancellationToken) => Promise<Answer | ResponseError<never>> {
	return async (parameters, token) => {
		const pending = loading();
		if (pending) await pending;
		if (token.isCancellationRequested) return cancelled();
		try {
			const answered = await answer(parameters, token);
			return token.isCancellationRequested ? cancelled() : answered;
		} catch (error) {
			log.error(`${name}: ${reasonOf(error)}`);
			return harmless;
		}
	};
}

type AboutDocument = { readonly textDocument: { readonly uri: string } };

/**
 * The same for a question about a place in a document that is answered only after waiting for something: where the document has changed meanwhile, the place is
 * another, and so nothing is answered. What needs no more than the parsed file answers at once, and needs no more than `guard`.
 */
export function guardPlace<Parameters extends AboutDocument, Answer>(
	{ documents, ...guarding }: Guarded & { readonly documents: TextDocuments<TextDocument> },
	name: string,
	harmless: Answer,
	answer: (parameters: Parameters, token: CancellationToken) => Promise<Answer> | Answer,
): (parameters: Parameters, token: CancellationToken) => Promise<Answer | ResponseError<never>> {
	const guarded = guard(guarding, name, harmless, answer);
	return async (parameters, token) => {
		const versionNow = (): number | undefined => documents.get(parameters.textDocument.uri)?.version;
		const version = versionNow();
		const answered = await guarded(parameters, token);
		return versionNow() === version ? answered : new ResponseError(LSPErrorCodes.ContentModified, "The document has changed meanwhile.");
	};
}

const cancelled = (): ResponseError<never> => new ResponseError(LSPErrorCodes.RequestCancelled, "The client no longer wants the answer.");

/** An error with its stack, for the log. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
