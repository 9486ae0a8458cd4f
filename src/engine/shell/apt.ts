import type { Dockerfile } from "../dockerfile/syntax.ts";

/** The programs of apt that install. */
export const aptPrograms = ["apt-get", "apt", "aptitude"] as const;

/** Whether an option of apt's configuration may be set for all calls: the file speaks of it, or brings a configuration of its own along. */
export function mayBeConfigured(file: Dockerfile, option: RegExp): boolean {
	const { text } = file;
	return (
		option.test(text) ||
		(text.includes("apt.conf") &&
			file.instructions.some(({ keyword, logical }) => (keyword === "COPY" || keyword === "ADD") && logical.text.includes("apt.conf")))
	);
}
