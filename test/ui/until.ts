/** Waits for what the window itself does not show. Answers the milliseconds that it took. */
export async function until(what: string, holds: () => Promise<boolean>, limit = 15_000): Promise<number> {
	const started = performance.now();
	if (!(await within(limit, holds))) throw new Error(`waited ${limit / 1000} s in vain: ${what}`);
	return performance.now() - started;
}

/** Whether it holds before so many milliseconds are over. */
export async function within(limit: number, holds: () => Promise<boolean>): Promise<boolean> {
	const started = performance.now();
	while (!(await holds())) {
		if (performance.now() - started > limit) return false;
		await new Promise((resolve) => setTimeout(resolve, 25));
	}
	return true;
}
