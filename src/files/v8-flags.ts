// By its own measure V8 optimises early and much. That costs a run of some hundred files up to half of its processor time: 500 files on one core take 0.31 s
// instead of 0.43 s on Node 24. A server is slower for it
// while it is new, and now and then later: of the edits after the hundred and fiftieth in a file of 300 lines 95 of 100 are answered within 3.9 ms instead of 5.1 on
// Node 24, and 4.6 instead of 6.3 on Node 20, though half of them take half a millisecond longer. Earlier ones take more, see the bench.
const seldomOptimised = {
	run: { before22: ["--interrupt-budget=2000000"], from22: ["--invocation-count-for-maglev=20000", "--invocation-count-for-turbofan=100000"] },
	server: { before22: ["--interrupt-budget=500000"], from22: ["--invocation-count-for-maglev=4000", "--invocation-count-for-turbofan=20000"] },
} as const;

const others = {
	// A heap as small as ours is collected sooner at once, and by one thread, than in steps and by several, which wait for each other where the cores are busy.
	// Most regular expressions are used more than once, and would then be compiled twice. Together a sixteenth of 500 files.
	run: ["--no-incremental-marking", "--no-parallel-scavenge", "--no-regexp-tier-up"],
	server: [],
} as const;

/** What V8 is told in that version of Node. It complains on standard error about a flag that it does not know, so a version that has not been tried is told nothing. */
export function flagsFor(nodeVersion: string, use: "run" | "server"): readonly string[] {
	const major = Number.parseInt(nodeVersion, 10);
	if (major === 20) return [...seldomOptimised[use].before22, ...others[use]];
	return major >= 22 && major <= 26 ? [...seldomOptimised[use].from22, ...others[use]] : [];
}
