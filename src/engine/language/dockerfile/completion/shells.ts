import type { Draft } from "../../completion.ts";

const arrays = [
	'["/bin/bash", "-o", "pipefail", "-c"]',
	'["/bin/bash", "-euo", "pipefail", "-c"]',
	'["/bin/ash", "-eo", "pipefail", "-c"]',
	'["/bin/bash", "-c"]',
	'["/bin/sh", "-c"]',
	'["/bin/sh", "-exc"]',
	'["powershell", "-Command", "$ErrorActionPreference = \'Stop\'; $ProgressPreference = \'SilentlyContinue\';"]',
	'["pwsh", "-Command"]',
	'["cmd", "/S", "/C"]',
];

/** Shells with the options that builds want of them. */
export const shellArrays: readonly Draft[] = arrays.map((label) => ({ label, kind: "value" }));

const programs = ["/bin/sh", "/bin/bash", "/bin/ash", "/bin/zsh", "powershell", "pwsh", "cmd"];

/** The shell, or an option for it. */
export function shellStrings(index: number, words: readonly string[]): readonly Draft[] {
	const values = (labels: readonly string[]): readonly Draft[] => labels.map((label) => ({ label, kind: "value" }));
	if (index === 0) return values(programs);
	const program = words[0] ?? "";
	if (/powershell|pwsh/i.test(program)) return values(["-Command", "-NoLogo", "-NoProfile", "-NonInteractive"]);
	if (/cmd/i.test(program)) return values(["/S", "/C"]);
	return values(/o$/.test(words.at(-1) ?? "") ? ["pipefail"] : ["-c", "-o", "-eo", "-euo", "-exc", "-l"]);
}
