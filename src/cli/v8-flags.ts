// By its own measure V8 optimises early and much, which costs a run of some hundred files up to half of its processor time: 500 files on one core take 0.31 s
// instead of 0.43 s on Node 24.
const seldomOptimised = {
	before22: ["--interrupt-budget=2000000"],
	from22: ["--invocation-count-for-maglev=20000", "--invocation-count-for-turbofan=100000"],
} as const;

// A heap as small as ours is collected sooner at once, and by one thread, than in steps and by several, which wait for each other where the cores are busy.
// Most regular expressions are used more than once, and would then be compiled twice. Together a sixteenth of 500 files.
const others = ["--no-incremental-marking", "--no-parallel-scavenge", "--no-regexp-tier-up"] as const;

/** What V8 is told in that version of Node. It complains on standard error about a flag that it does not know, so a version that has not been tried is told nothing. */
export function flagsFor(nodeVersion: string): readonly string[] {
	const major = Number.parseInt(nodeVersion, 10);
	if (major === 20) return [...seldomOptimised.before22, ...others];
	return major >= 22 && major <= 26 ? [...seldomOptimised.from22, ...others] : [];
}
