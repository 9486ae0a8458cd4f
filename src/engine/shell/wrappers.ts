import type { ShellAssignment } from "./shell-command.ts";
import type { ShellWord } from "./shell-word.ts";

/** How a program that starts another is called: letters of options that take a value, long ones that do, and how many words come before the program. */
type Wrapper = { readonly withValue?: string; readonly longWithValue?: readonly string[]; readonly operands?: number };

const wrappers: ReadonlyMap<string, Wrapper> = new Map<string, Wrapper>([
	["sudo", { withValue: "CDghpRrtTUu", longWithValue: ["--user", "--group", "--chdir", "--host", "--prompt"] }],
	["doas", { withValue: "uC" }],
	["env", { withValue: "uC", longWithValue: ["--unset", "--chdir"] }],
	["exec", { withValue: "a" }],
	["command", {}],
	["builtin", {}],
	["time", { withValue: "fo", longWithValue: ["--format", "--output"] }],
	["nice", { withValue: "n", longWithValue: ["--adjustment"] }],
	["ionice", { withValue: "cn", longWithValue: ["--class", "--classdata"] }],
	["nohup", {}],
	["setsid", {}],
	["stdbuf", { withValue: "ioe", longWithValue: ["--input", "--output", "--error"] }],
	["timeout", { withValue: "ks", longWithValue: ["--kill-after", "--signal"], operands: 1 }],
	["chronic", {}],
	["eatmydata", {}],
	["fakeroot", {}],
	["gosu", { operands: 1 }],
	["su-exec", { operands: 1 }],
	["xargs", { withValue: "adEILnPs", longWithValue: ["--arg-file", "--delimiter", "--max-args", "--max-procs", "--max-lines", "--replace"] }],
	["busybox", {}],
	["tini", { withValue: "pe" }],
	["dumb-init", { withValue: "r", longWithValue: ["--rewrite"] }],
]);

const shells = new Set(["sh", "bash", "ash", "dash", "zsh", "ksh"]);

export const isShell = (name: string | undefined): boolean => name !== undefined && shells.has(name);

/** Whether a program of that name can start another one, so that a closer look is worth while. */
export const mayStartAnother = (name: string): boolean => wrappers.has(name) || shells.has(name) || name === "su" || name === "runuser";

export type Unwrapped = { readonly assignments: readonly ShellAssignment[]; readonly rest: readonly ShellWord[] };

/** What the wrapper `name` starts: the words from the inner program on. Undefined where it is no wrapper, or starts nothing that can be told. */
export function unwrap(name: string, args: readonly ShellWord[]): Unwrapped | undefined {
	const wrapper = wrappers.get(name);
	if (!wrapper) return undefined;
	const { withValue = "", longWithValue = [], operands = 0 } = wrapper;
	const assignments: ShellAssignment[] = [];
	let index = 0;
	for (; index < args.length; index++) {
		const text = args[index]?.value;
		if (text === undefined) {
			const assignment = name === "env" || name === "sudo" ? /^(\w+)=/.exec(args[index]?.text ?? "") : null;
			if (!assignment?.[1]) return undefined;
			assignments.push({ name: assignment[1], value: undefined });
			continue;
		}
		if (text === "--") {
			index++;
			break;
		}
		if (name === "command" && /^-[vV]+$/.test(text)) return undefined;
		const assignment = name === "env" || name === "sudo" ? /^(\w+)=(.*)$/s.exec(text) : null;
		if (assignment?.[1]) assignments.push({ name: assignment[1], value: assignment[2] ?? "" });
		else if (!text.startsWith("-") || text === "-") break;
		else if (longWithValue.includes(text) || (text[1] !== "-" && withValue.includes(text.at(-1) ?? " "))) index++;
	}
	const rest = args.slice(index + operands);
	return rest.length > 0 ? { assignments, rest } : undefined;
}

/** The word that `sh -c` or `su -c` gets as a script; undefined where there is none. */
export function scriptArgument(name: string, args: readonly ShellWord[]): ShellWord | undefined {
	const isSu = name === "su" || name === "runuser";
	if (!isSu && !isShell(name)) return undefined;
	for (let index = 0; index < args.length; index++) {
		const text = args[index]?.value;
		if (text === undefined) return undefined;
		if (text === "-c" || text === "--command" || (!isSu && /^-[a-zA-Z]*c[a-zA-Z]*$/.test(text))) {
			// `bash -c -e '…'`: further options may stand between.
			for (index++; !isSu && /^[-+][a-zA-Z]+$/.test(args[index]?.value ?? ""); index++) if (/^-[a-zA-Z]*o$/.test(args[index]?.value ?? "")) index++;
			return args[index];
		}
		if (!isSu && !/^[-+]/.test(text)) return undefined;
		if (/^-[a-zA-Z]*o$/.test(text)) index++;
	}
	return undefined;
}

/** Whether the shell reads its script from standard input: it is given no file. */
export const readsStandardInput = (args: readonly ShellWord[]): boolean =>
	args.every(
		({ value }, index) => value !== undefined && (/^[-+]/.test(value) || /^-[a-z]*o$/.test(args[index - 1]?.value ?? "")) && !/^-[a-z]*c/.test(value),
	) || args.some(({ value }) => value === "-s");
