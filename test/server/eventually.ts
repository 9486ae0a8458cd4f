/** For what the server sends unasked, or knows after a while. */
export async function eventually(check: () => void | Promise<void>): Promise<void> {
	for (let attempt = 0; ; attempt++) {
		try {
			return await check();
		} catch (error) {
			if (attempt === 100) throw error;
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
	}
}
