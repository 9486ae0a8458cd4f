/**
 * Calls `end` once, when the terminal, npm or whoever started us wants us to end.
 * npm runs scripts through a shell that does not pass signals on; what is left then is that the shell is gone.
 */
export function onEnd(end) {
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid !== parent) finish();
	}, 1000).unref();
	const finish = () => {
		clearInterval(watch);
		end();
	};
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, finish);
}
