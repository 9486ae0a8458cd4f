import { spawnSync } from "node:child_process";

export const median = (numbers) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1];

/** What that share of the numbers does not exceed. */
export const quantile = (numbers, share) => numbers.toSorted((one, other) => one - other)[Math.min(Math.floor(numbers.length * share), numbers.length - 1)];

/** The shortest of the runs in milliseconds, which is the one that was disturbed least. */
export function best(runs, work) {
	let shortest = Infinity;
	for (let run = 0; run < runs; run++) {
		const start = performance.now();
		work();
		shortest = Math.min(shortest, performance.now() - start);
	}
	return shortest;
}

/** Node reads further certificates at each start, whatever it is to do: up to 35 ms that are the machine's. */
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** Milliseconds of a process from its start to its end. Throws where it fails otherwise than with 0 or 1. */
export function processTime(command, args, options = {}) {
	const start = performance.now();
	const { status, error, stderr } = spawnSync(command, args, { stdio: ["ignore", "pipe", "pipe"], maxBuffer: 2 ** 30, env, ...options });
	const time = performance.now() - start;
	if (error || (status !== 0 && status !== 1)) throw new Error(`${command} ${args[0]} failed: ${error?.message ?? stderr}`);
	return time;
}

export const milliseconds = (time) => `${time.toFixed(time < 10 ? 2 : 0)} ms`;
export const microseconds = (time) => `${time.toFixed(1)} us`;
export const times = (ratio) => `${ratio.toFixed(ratio < 10 ? 1 : 0)} times`;
export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** Rows of a section, the first column as wide as its widest. */
export function print(title, rows) {
	console.log(`\n${title}`);
	const width = Math.max(...rows.map(([label]) => label.length));
	for (const [label, ...values] of rows) console.log(`  ${label.padEnd(width)}  ${values.join("  ")}`);
}
