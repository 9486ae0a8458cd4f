/** Answers the first value that is neither undefined nor false, asking again until then. */
export async function until<T>(what: string, ask: () => T | undefined | false | Promise<T | undefined | false>, limit = 15_000): Promise<T> {
	const started = Date.now();
	for (;;) {
		const value = await ask();
		if (value !== undefined && value !== false) return value;
		if (Date.now() - started > limit) throw new Error(`waited ${limit / 1000} s in vain: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 25));
	}
}
