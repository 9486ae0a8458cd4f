import type { CommandPlace, ShellAssignment } from "./shell-command.ts";
import type { ShellWord } from "./shell-word.ts";

/**
 * How a program that starts another is called: letters of options that take a value, long ones that do, the subcommand that starts a program, and how many
 * words come before the program.
 */
export type Wrapper = {
	readonly letters?: string;
	readonly long?: readonly string[];
	readonly subcommand?: string;
	readonly operands?: number;
	/** Who the program runs as; without it, who runs the wrapper. */
	readonly as?: "sudo" | "doas" | "other";
};

const uv =
	"--with --with-editable --with-requirements --python --extra --group --only-group --project --directory --env-file --index --index-url --package --config-file";

const wrappers: ReadonlyMap<string, Wrapper> = new Map<string, Wrapper>([
	["sudo", { letters: "CDghpRrtTUu", long: ["--user", "--group", "--chdir", "--host", "--prompt"], as: "sudo" }],
	["doas", { letters: "uC", as: "doas" }],
	["pkexec", { long: ["--user"], as: "other" }],
	["gosu", { operands: 1, as: "other" }],
	["su-exec", { operands: 1, as: "other" }],
	["setuidgid", { operands: 1, as: "other" }],
	["s6-setuidgid", { operands: 1, as: "other" }],
	["setuser", { operands: 1, as: "other" }],
	["chpst", { letters: "uUbendomfcrt/012P", as: "other" }],
	["setpriv", { long: ["--reuid", "--regid", "--groups", "--inh-caps", "--ambient-caps", "--bounding-set", "--securebits"], as: "other" }],
	["env", { letters: "uC", long: ["--unset", "--chdir"] }],
	["exec", { letters: "a" }],
	["command", {}],
	["builtin", {}],
	["eval", {}],
	["time", { letters: "fo", long: ["--format", "--output"] }],
	["nice", { letters: "n", long: ["--adjustment"] }],
	["ionice", { letters: "cn", long: ["--class", "--classdata"] }],
	["taskset", { operands: 1 }],
	["chrt", { operands: 1 }],
	["numactl", { letters: "CNmip" }],
	["faketime", { operands: 1 }],
	["strace", { letters: "abeEIoOpPsSuUX" }],
	["ssh-agent", { letters: "aEt" }],
	["parallel", { letters: "jaNnLIS", long: ["--jobs", "--arg-file"] }],
	["nohup", {}],
	["setsid", {}],
	["setarch", { operands: 1 }],
	["linux32", {}],
	["linux64", {}],
	["stdbuf", { letters: "ioe", long: ["--input", "--output", "--error"] }],
	["timeout", { letters: "ks", long: ["--kill-after", "--signal"], operands: 1 }],
	["flock", { letters: "wE", long: ["--wait", "--timeout", "--conflict-exit-code"], operands: 1 }],
	["chronic", {}],
	["unbuffer", {}],
	["eatmydata", {}],
	["nocache", {}],
	["fakeroot", { letters: "lis" }],
	["fakechroot", {}],
	["chroot", { long: ["--groups", "--userspec"], operands: 1 }],
	["arch-chroot", { letters: "u", operands: 1 }],
	["xargs", { letters: "adEILnPs", long: ["--arg-file", "--delimiter", "--max-args", "--max-procs", "--max-lines", "--replace"] }],
	["busybox", {}],
	["toybox", {}],
	["tini", { letters: "pe" }],
	["catatonit", {}],
	["with-contenv", {}],
	["envdir", { operands: 1 }],
	["s6-envdir", { operands: 1 }],
	["dumb-init", { letters: "r", long: ["--rewrite"] }],
	["xvfb-run", { letters: "enfpsw", long: ["--server-num", "--server-args", "--error-file", "--auth-file"] }],
	["dbus-run-session", { long: ["--config-file", "--dbus-daemon"] }],
	["proxychains", { letters: "f" }],
	["proxychains4", { letters: "f" }],
	["torsocks", { letters: "aPpu" }],
	...["conda", "mamba", "micromamba"].map((name): [string, Wrapper] => [
		name,
		{ letters: "npr", long: ["--name", "--prefix", "--cwd", "--root-prefix"], subcommand: "run" },
	]),
	...["poetry", "pipenv", "pdm", "rye", "hatch"].map((name): [string, Wrapper] => [
		name,
		{ letters: "CPpe", long: ["--directory", "--project", "--env", "--python"], subcommand: "run" },
	]),
	...["pyenv", "asdf"].map((name): [string, Wrapper] => [name, { subcommand: "exec" }]),
	["pixi", { letters: "em", long: ["--environment", "--manifest-path"], subcommand: "run" }],
	["scl", { subcommand: "enable", operands: 1 }],
	["uv", { letters: "pw", long: uv.split(" "), subcommand: "run" }],
]);

const shells = new Set("sh bash ash dash zsh ksh ksh93 mksh lksh yash rbash hush".split(" "));

export const findWrapper = (name: string): Wrapper | undefined => wrappers.get(name);

export const isShell = (name: string | undefined): boolean => name !== undefined && shells.has(name);

const starting = new Set([...wrappers.keys(), ...shells, "su", "runuser", "script", "find", "trap"]);

/** Whether a program of that name can start another one, so that a closer look is worth while. */
export const mayStartAnother = (name: string): boolean => starting.has(name);

/** Whether what these programs start finds another file system at `/`. */
export const isInOtherRoot = (names: readonly string[]): boolean => names.some((name) => name === "chroot" || name === "arch-chroot");

export type Unwrapped = { readonly assignments: readonly ShellAssignment[]; readonly rest: readonly ShellWord[]; readonly as: CommandPlace["runBy"] };

/** What the wrapper `name` starts: the words from the inner program on. Undefined where it is no wrapper, or starts nothing that can be told. */
export function unwrap(name: string, args: readonly ShellWord[]): Unwrapped | undefined {
	if (name === "runuser") return unwrapRunuser(args);
	const wrapper = wrappers.get(name);
	if (!wrapper) return undefined;
	const { letters = "", long = [], operands = 0 } = wrapper;
	const assignments: ShellAssignment[] = [];
	let { subcommand, as } = wrapper;
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
		// `env -S` splits a text into words by rules of its own.
		if (name === "env" && /^-[a-z]*S|^--split-string/.test(text)) return undefined;
		const assignment = name === "env" || name === "sudo" ? /^(\w+)=(.*)$/s.exec(text) : null;
		if (assignment?.[1]) assignments.push({ name: assignment[1], value: assignment[2] ?? "" });
		else if (!text.startsWith("-") || text === "-") {
			if (subcommand === undefined) break;
			if (text !== subcommand) return undefined;
			subcommand = undefined;
		} else {
			const takesNext = long.includes(text) || (text[1] !== "-" && letters.includes(text.at(-1) ?? " "));
			if (as && namesUser(text) && userOf(text, takesNext ? args[index + 1]?.value : undefined) !== "root") as = "other";
			if (takesNext) index++;
		}
	}
	if (operands > 0 && args[index + operands]?.value === "--") index++;
	const rest = subcommand === undefined ? args.slice(index + operands) : [];
	return rest.length > 0 && !(name === "flock" && rest[0]?.value === "-c") ? { assignments, rest, as } : undefined;
}

const namesUser = (option: string): boolean => /^-[a-zA-Z]*u|^--user/.test(option);
const userOf = (option: string, next: string | undefined): string => next ?? option.replace(/^-[a-zA-Z]*?u|^--user=?/, "");

/** `runuser -u USER [--] PROGRAM …`; without `-u` it is called as `su` is. */
function unwrapRunuser(args: readonly ShellWord[]): Unwrapped | undefined {
	let hasUser = false;
	let index = 0;
	for (; index < args.length; index++) {
		const text = args[index]?.value;
		if (text === undefined) return undefined;
		if (text === "--") {
			index++;
			break;
		}
		if (!text.startsWith("-") || text === "-") break;
		hasUser ||= namesUser(text);
		if (/^-[ugGwsT]$|^--(?:user|group|supp-group|shell|whitelist-environment)$/.test(text)) index++;
	}
	const rest = args.slice(index);
	return hasUser && rest.length > 0 ? { assignments: [], rest, as: "other" } : undefined;
}

/** The word that `sh -c`, `su -c`, `script -c`, `flock … -c`, `env -S` or `eval` gets as a script; undefined where there is none. */
export function scriptArgument(name: string, args: readonly ShellWord[]): ShellWord | undefined {
	if (name === "eval") {
		const words = args[0]?.value === "--" ? args.slice(1) : args;
		return words.length === 1 ? words[0] : undefined;
	}
	if (name === "trap") return args[0]?.value === "--" ? args[1] : args[0];
	if (name === "env") return splitByEnv(args);
	const isSu = name === "su" || name === "script" || name === "runuser" || name === "flock";
	if (!isSu && !isShell(name)) return undefined;
	for (let index = 0; index < args.length; index++) {
		const text = args[index]?.value;
		if (text === undefined) return undefined;
		if (text === "-c" || text === "--command" || (name === "script" && /^-[aefq]+c$/.test(text)) || (!isSu && /^-[a-zA-Z]*c[a-zA-Z]*$/.test(text))) {
			// `bash -c -e '…'`: further options may stand between, and `--` ends them.
			for (index++; !isSu && /^(?:[-+][a-zA-Z]+|--)$/.test(args[index]?.value ?? ""); index++) {
				if (args[index]?.value === "--") return args[index + 1];
				if (/^-[a-zA-Z]*o$/.test(args[index]?.value ?? "")) index++;
			}
			return args[index];
		}
		if (text.startsWith("--command=")) return undefined;
		if (!isSu && !/^[-+]/.test(text)) return undefined;
		if (/^-[a-zA-Z]*o$/.test(text)) index++;
	}
	return undefined;
}

/** `env -S 'PROGRAM …'` makes words of a text, by rules that are a shell's as long as there are none but plain characters in it. */
function splitByEnv(args: readonly ShellWord[]): ShellWord | undefined {
	const [option, text] = args;
	const isApart = option?.value === "-S" || option?.value === "--split-string";
	if (!isApart && !/^-S["'\w]/.test(option?.text ?? "")) return undefined;
	const script = isApart ? text : option?.after("-S".length);
	return args.length === (isApart ? 2 : 1) && /^[\w\s./:@%+,=-]+$/.test(script?.value ?? "") ? script : undefined;
}

/** Whether the shell reads its script from standard input: it is given no file. */
export const readsStandardInput = (args: readonly ShellWord[]): boolean =>
	args.every(
		({ value }, index) => value !== undefined && (/^[-+]/.test(value) || /^-[a-z]*o$/.test(args[index - 1]?.value ?? "")) && !/^-[a-z]*c/.test(value),
	) || args.some(({ value }) => value === "-s");

/** Whether a shell, so called, stops at the first command that fails. */
export const stopsAtFailure = (args: readonly ShellWord[]): boolean =>
	args.some(({ value = "" }, index) => /^-[a-zA-Z]*e/.test(value) || (value === "errexit" && /^-[a-zA-Z]*o$/.test(args[index - 1]?.value ?? "")));

/** Whether a call of `set` takes that back. */
export const goesOnAtFailure = (args: readonly ShellWord[]): boolean =>
	args.some(({ value = "" }, index) => /^\+[a-zA-Z]*e/.test(value) || (value === "errexit" && /^\+[a-zA-Z]*o$/.test(args[index - 1]?.value ?? "")));

/** When a trap's script runs; undefined where the call sets none. */
export function trapKind(args: readonly ShellWord[]): "exit" | "signal" | undefined {
	const [action, ...signals] = args[0]?.value === "--" ? args.slice(1) : args;
	if (!action || action.value === "-" || signals.length === 0) return undefined;
	return signals.some(({ value = "" }) => /^(?:EXIT|SIGEXIT|0)$/i.test(value)) ? "exit" : "signal";
}

/** The programs that a `find` runs, each from its name to before the `;` or `+`. */
export function programsOfFind(args: readonly ShellWord[]): readonly (readonly ShellWord[])[] {
	const found: (readonly ShellWord[])[] = [];
	for (let index = 0; index < args.length; index++) {
		if (!/^-(?:exec|execdir|ok|okdir)$/.test(args[index]?.value ?? "")) continue;
		const start = index + 1;
		while (index < args.length && !/^[;+]$/.test(args[index]?.value ?? "")) index++;
		if (index > start) found.push(args.slice(start, index));
	}
	return found;
}
