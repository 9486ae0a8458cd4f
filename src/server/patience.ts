/** Waits for the work, but no longer than so many milliseconds. */
export async function within(work: Promise<unknown>, milliseconds: number): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const limit = new Promise<void>((resolve) => {
		timer = setTimeout(resolve, milliseconds);
	});
	await Promise.race([work, limit]);
	clearTimeout(timer);
}
