import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** Whom a guard tells what went wrong. */
export type Log = { error(message: string): void };

/** Answers a request. Whatever throws is logged, by the request's name, and the harmless answer is given; a request that the client no longer wants is not answered. */
export function guard<Parameters, Answer>(
	log: Log,
	name: string,
	harmless: Answer,
	answer: (parameters: Parameters) => Promise<Answer> | Answer,
): (parameters: Parameters, token: CancellationToken) => Promise<Answer | ResponseError<never>> {
	return async (parameters, token) => {
		if (token.isCancellationRequested) return cancelled();
		try {
			const answered = await answer(parameters);
			return token.isCancellationRequested ? cancelled() : answered;
		} catch (error) {
			log.error(`${name}: ${reasonOf(error)}`);
			return harmless;
		}
	};
}

const cancelled = (): ResponseError<never> => new ResponseError(LSPErrorCodes.RequestCancelled, "The client no longer wants the answer.");

/** An error with its stack, for the log. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
