import type { Program } from "./program.ts";

/** https://man.archlinux.org/man/apk.8 */
export const apk: Program = {
	letters: "tpX",
	long: [
		"--virtual",
		"--root",
		"--repository",
		"--keys-dir",
		"--repositories-file",
		"--wait",
		"--arch",
		"--cache-dir",
		"--cache-max-age",
		"--progress-fd",
		"--timeout",
	],
	hasSubcommands: true,
};
