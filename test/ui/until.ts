/** Waits for what the window itself does not show. Answers the milliseconds that it took. */
export async function until(what: string, holds: () => Promise<boolean>, limit = 15_000): Promise<number> {
	const started = performance.now();
	while (!(await holds())) {
		if (performance.now() - started > limit) throw new Error(`waited ${limit / 1000} s in vain: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 25));
	}
	return performance.now() - started;
}
