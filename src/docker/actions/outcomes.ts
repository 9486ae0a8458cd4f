import { toDockerError } from "../errors.ts";

export function isGoneOrGoing(error: unknown): boolean {
	const { kind, detail } = toDockerError(error);
	return kind === "missing" || (kind === "conflict" && /already in progress/.test(detail));
}

/** False where the daemon answers 304: it is so already, which is what was wanted. */
export async function unlessDone(request: Promise<unknown>): Promise<boolean> {
	try {
		await request;
		return true;
	} catch (error) {
		if ((error as { statusCode?: number }).statusCode !== 304) throw error;
		return false;
	}
}

/** What was to be removed and has gone meanwhile is as it was wanted. Of a question: undefined where what was asked about has gone. */
export async function unlessGone<Answer>(request: Promise<Answer>): Promise<Answer | undefined> {
	try {
		return await request;
	} catch (error) {
		if ((error as { statusCode?: number }).statusCode !== 404) throw error;
		return undefined;
	}
}
