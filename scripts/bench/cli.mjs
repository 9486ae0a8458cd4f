import { spawnSync } from "node:child_process";
import { median, milliseconds, print, processTime, times } from "./measure.mjs";

const runs = 15;
const most = 500;

/** Prints the time of whole processes: one file, and up to 500, with hadolint beside them where it is installed (on the path, or named by HADOLINT). */
export function benchCli(cli, files) {
	const some = files.slice(0, most);
	const hadolint = findHadolint();
	/** @type {number[][]} */
	const [bare, one, many, theirs, theirOne] = [[], [], [], [], []];
	// By turns, so that a busy moment of the machine disturbs all alike.
	for (let run = 0; run < runs; run++) {
		bare.push(processTime(process.execPath, ["-e", "0"]));
		one.push(processTime(process.execPath, [cli, "lint", "--format", "json", files[0]]));
		if (run < 5) many.push(processTime(process.execPath, [cli, "lint", "--format", "json", ...some]));
		if (hadolint && run < 5) theirOne.push(processTime(hadolint, ["--no-fail", "-f", "json", files[0]]));
	}
	if (hadolint) for (let run = 0; run < 3; run++) theirs.push(processTime(hadolint, ["--no-fail", "-f", "json", ...some]));
	const shortest = (numbers) => Math.min(...numbers);
	print("Command line, whole processes; the median, and the shortest", [
		["node -e 0", milliseconds(median(bare)), milliseconds(shortest(bare))],
		[
			"hullwright lint, one file",
			milliseconds(median(one)),
			milliseconds(shortest(one)),
			`${milliseconds(median(one) - median(bare))} over node -e 0 (${milliseconds(shortest(one) - shortest(bare))})`,
		],
		[`hullwright lint, ${some.length} files`, milliseconds(median(many)), milliseconds(shortest(many))],
		...(hadolint
			? [
					["hadolint, one file", milliseconds(median(theirOne)), milliseconds(shortest(theirOne))],
					[
						`hadolint, ${some.length} files`,
						milliseconds(median(theirs)),
						milliseconds(shortest(theirs)),
						`hullwright is ${times(median(theirs) / median(many))} as fast (${times(shortest(theirs) / shortest(many))})`,
					],
				]
			: [["hadolint", "not installed; put it on the path or name it in HADOLINT"]]),
	]);
}

function findHadolint() {
	const command = process.env["HADOLINT"] ?? "hadolint";
	return spawnSync(command, ["--version"]).status === 0 ? command : undefined;
}
