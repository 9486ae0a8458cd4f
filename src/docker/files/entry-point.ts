import { toDockerError } from "../errors.ts";
import { identityOf, mayUse } from "./entry-point-user.ts";
import { type FileEntry, folderOf, joinPath, nameOf } from "./entry.ts";

/** What starts a container, as its description and that of its image say it. */
export type StartCommand = {
	readonly entrypoint: readonly string[];
	readonly command: readonly string[];
	readonly folder: string;
	readonly user: string;
	/** It has groups besides, of which lists in its files know nothing. */
	readonly hasMoreGroups: boolean;
	/** `PATH` of its environment. */
	readonly searched: string;
	/** Of the image, as Go names it: `amd64`. */
	readonly architecture: string;
};

/** Reads the files that are asked about; each rejects with a DockerError of the kind `missing` where there is none when the container starts. */
export type EntryPointFiles = {
	/** The folder in memory below which it would be. */
	hiddenBy(path: string): string | undefined;
	stat(path: string): Promise<FileEntry>;
	/** At most so many bytes from its beginning. */
	read(path: string, most: number): Promise<Buffer>;
	/** The numbers of the user and the group to whom it belongs. */
	owners(path: string): Promise<{ readonly owner: number; readonly group: number }>;
};

/** What keeps the program from being started. `path` is the file that is at fault. */
export type EntryPointProblem =
	| { readonly kind: "nothing" }
	| { readonly kind: "missing"; readonly path: string }
	/** It is where a folder in memory is mounted, which is empty at first. */
	| { readonly kind: "hidden"; readonly path: string; readonly folder: string }
	| { readonly kind: "not-on-path"; readonly name: string; readonly searched: string }
	| { readonly kind: "relative-without-folder"; readonly path: string; readonly written: string }
	| { readonly kind: "folder-missing"; readonly path: string }
	| { readonly kind: "is-folder"; readonly path: string }
	| { readonly kind: "broken-link"; readonly path: string }
	| { readonly kind: "not-executable"; readonly path: string; readonly user?: string }
	| { readonly kind: "not-readable"; readonly path: string; readonly user: string }
	| { readonly kind: "folder-closed"; readonly path: string; readonly user: string }
	| { readonly kind: "no-user"; readonly name: string; readonly of: "user" | "group" }
	| { readonly kind: "empty"; readonly path: string }
	| { readonly kind: "no-shell"; readonly path: string }
	/** Without an interpreter it is the shell that reads them, not the kernel. */
	| { readonly kind: "line-ends"; readonly path: string; readonly interpreter?: string }
	| { readonly kind: "mark-before"; readonly path: string }
	| { readonly kind: "no-interpreter-line"; readonly path: string }
	| { readonly kind: "interpreter-missing"; readonly path: string; readonly interpreter: string }
	| { readonly kind: "loader-missing"; readonly path: string; readonly interpreter: string }
	| { readonly kind: "architecture"; readonly path: string; readonly found: string; readonly wanted: string }
	| { readonly kind: "whole-line"; readonly written: string }
	/** It was to be a list of JSON, and so a shell gets it. */
	| { readonly kind: "no-list"; readonly written: string };

/** What was found out, step by step, and what is wrong. Nothing was run. */
export type EntryPointReport = {
	readonly form: "exec" | "shell";
	readonly words: readonly string[];
	readonly checked: readonly { readonly path: string; readonly what: "program" | "script" | "interpreter" | "loader" }[];
	readonly problem?: EntryPointProblem;
};

/** `EM_` of ELF, by what Go calls it: https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html */
const machines: Readonly<Record<number, string>> = {
	3: "386",
	40: "arm",
	62: "amd64",
	183: "arm64",
	21: "ppc64le",
	22: "s390x",
	243: "riscv64",
	258: "loong64",
	8: "mips",
};

/** A tool that only starts what follows, which is looked at in its place too. */
const starters: ReadonlySet<string> = new Set(["tini", "dumb-init", "tini-static", "docker-init", "exec", "env", "su-exec", "gosu"]);

/** What shells do themselves. */
const ofShells: ReadonlySet<string> = new Set(
	(
		". : alias bg break builtin caller case cd chdir command continue declare dirs disown do echo enable eval exec exit export false fc fg for function getopts hash help " +
		"history if jobs kill let local logout mapfile newgrp popd printf pushd pwd read readarray readonly return select set shift shopt sleep source suspend test time times " +
		"trap true type typeset ulimit umask unalias unset until wait while"
	).split(" "),
);

/** Of lists of users so much is read. */
const longestList = 256 * 1024;

const isShell = (program: string): boolean => /^\/bin\/(?:ba|da|a)?sh$/.test(program);

/** What programs that run files call them at their ends. */
const runners: readonly (readonly [program: RegExp, file: RegExp])[] = [
	[/^(?:ba|da|a|z|k)?sh$/, /./],
	[/^python(?:\d(?:\.\d+)?)?$/, /\.py$/],
	[/^(?:node|nodejs|deno|bun)$/, /\.[cm]?js$/],
	[/^ruby$/, /\.rb$/],
	[/^perl$/, /\.pl$/],
	[/^php$/, /\.php$/],
	[/^java$/, /\.jar$/],
];

/** The first argument that is no option, where it is sure to be a file that is run. */
function argumentOf(program: string, others: readonly string[]): string | undefined {
	const [, file] = runners.find(([runs]) => runs.test(program)) ?? [];
	const options = program === "java" ? others.slice(0, others.indexOf("-jar") + 1) : others.slice(0, Math.max(0, first(others)));
	const word = others[options.length];
	if (!file || word === undefined || !file.test(word) || /[$*?]/.test(word)) return undefined;
	// Of options that are not known the next word may be the value, and some say what is run themselves.
	return program === "java" ? word : options.every((option) => /^-[euxBIOSsWE]+$/.test(option) && !option.includes("s")) ? word : undefined;
}

const first = (words: readonly string[]): number => words.findIndex((word) => !word.startsWith("-"));

/** Looks at what a container starts with, by its files alone. */
export async function checkEntryPoint(start: StartCommand, files: EntryPointFiles): Promise<EntryPointReport> {
	const words = [...start.entrypoint, ...start.command];
	const user = start.user.split(":")[0] ?? "";
	const checked: { path: string; what: "program" | "script" | "interpreter" | "loader" }[] = [];
	const lists = new Map<string, Promise<Buffer | undefined>>();
	const [program = ""] = words;
	const form = isShell(program) && words[1] === "-c" ? "shell" : "exec";
	const problem = await inspect();
	return { form, words, checked, ...(problem && { problem }) };

	async function inspect(): Promise<EntryPointProblem | undefined> {
		if (program === "") return { kind: "nothing" };
		if (start.folder && start.folder !== "/") {
			const folder = await followed(start.folder);
			// The engine makes a folder that is not there.
			if (folder && folder.kind !== "folder") return { kind: "folder-missing", path: start.folder };
		}
		return (await inspectUser()) ?? inspectWords(words);
	}

	/** Numbers need not be known; a file that is not there has nobody in it. */
	async function inspectUser(): Promise<EntryPointProblem | undefined> {
		const group = start.user.split(":")[1] ?? "";
		for (const [name, of, path] of [
			[user, "user", "/etc/passwd"],
			[group, "group", "/etc/group"],
		] as const) {
			if (name === "" || /^\d+$/.test(name)) continue;
			const known = await listOf(path);
			const isThere = known === undefined || known.length === longestList || `\n${known.toString("utf8")}`.includes(`\n${name}:`);
			if (!isThere) return { kind: "no-user", name, of };
		}
		return undefined;
	}

	async function inspectWords(line: readonly string[]): Promise<EntryPointProblem | undefined> {
		const [first = "", ...others] = line;
		const problem = await inspectProgram(first);
		const isScript = isShell(first) && others[0] === "-c";
		if (problem) return isScript && problem.kind === "missing" ? { kind: "no-shell", path: first } : problem;
		if (isScript) return inspectScript(others[1] ?? "");
		if (!starters.has(nameOf(first))) return inspectArgument(first, others);
		const next = others.findIndex((word, at) => !word.startsWith("-") && !word.includes("=") && !isValue(others[at - 1]));
		return next < 0 || ["su-exec", "gosu"].includes(nameOf(first)) ? undefined : inspectWords(others.slice(next));
	}

	/** The file that an interpreter is told to run. */
	async function inspectArgument(interpreter: string, others: readonly string[]): Promise<EntryPointProblem | undefined> {
		const written = argumentOf(nameOf(interpreter), others);
		if (written === undefined) return undefined;
		const found = await followed(joinPath(written.startsWith("/") ? "" : start.folder || "/", written));
		if (found) return isShell(joinPath("/bin", nameOf(interpreter))) ? inspectLineEnds(found.path) : undefined;
		// A shell looks in PATH as well.
		if (!written.includes("/") && (await onPath(written)) !== undefined) return undefined;
		return { kind: "missing", path: written.startsWith("/") ? written : joinPath(start.folder || "/", written) };
	}

	async function inspectLineEnds(path: string): Promise<EntryPointProblem | undefined> {
		const text = (await files.read(path, 4096)).toString("latin1");
		return /^[^\n\0]*\r\n/.test(text) ? { kind: "line-ends", path } : undefined;
	}

	/** Of a script in shell form only its first word is sure to be run, and only where nothing is to be expanded in it. */
	async function inspectScript(script: string): Promise<EntryPointProblem | undefined> {
		if (/^\s*\[\s*["']/.test(script)) return { kind: "no-list", written: script.trim() };
		const [, assigned = "", word = ""] = /^\s*((?:[A-Za-z_]\w*=[\w./:@%+,-]*\s+)*)(?:exec\s+)?([\w./][\w./+-]*)(?=\s|$)(?!\s*\()/.exec(script) ?? [];
		if (/^(?:\/|\.{1,2}\/)/.test(word)) return inspectProgram(word);
		if (word === "" || word.includes("/") || /\bPATH=/.test(assigned) || ofShells.has(word) || (await onPath(word)) !== undefined) return undefined;
		// A shell that has its tools in itself, as busybox can, needs no files of them.
		return (await onPath("ls")) === undefined ? undefined : { kind: "not-on-path", name: word, searched: start.searched };
	}

	async function inspectProgram(written: string): Promise<EntryPointProblem | undefined> {
		let path = written;
		if (!written.includes("/")) {
			const found = await onPath(written);
			if (found === undefined) return /\s/.test(written) ? { kind: "whole-line", written } : { kind: "not-on-path", name: written, searched: start.searched };
			path = found;
		} else if (!written.startsWith("/")) path = joinPath(start.folder || "/", written);
		checked.push({ path, what: "program" });
		const entry = await statOf(path);
		if (!entry) {
			const folder = files.hiddenBy(path);
			if (folder !== undefined) return { kind: "hidden", path, folder };
			if (/\s/.test(written)) return { kind: "whole-line", written };
			return !written.startsWith("/") && (start.folder || "/") === "/" ? { kind: "relative-without-folder", path, written } : { kind: "missing", path };
		}
		if (entry.kind === "link" && entry.leadsTo === undefined) return { kind: "broken-link", path };
		const real = entry.kind === "link" ? (entry.target ?? path) : path;
		const file = entry.kind === "link" ? ((await statOf(real)) ?? entry) : entry;
		if (file.kind === "folder") return { kind: "is-folder", path };
		return (await whyNotExecutable(path, real, file)) ?? inspectContent(path, real, 0);
	}

	async function whyNotExecutable(path: string, real: string, { mode }: FileEntry): Promise<EntryPointProblem | undefined> {
		if ((mode & 0o111) === 0) return { kind: "not-executable", path };
		for (let folder = folderOf(real); folder !== "/"; folder = folderOf(folder)) {
			const entry = await statOf(folder);
			if (entry?.kind === "folder" && (await isKeptOut(1, folder, entry))) return { kind: "folder-closed", path: folder, user };
		}
		return (await isKeptOut(1, real, { mode })) ? { kind: "not-executable", path, user } : undefined;
	}

	/** Only where that is sure. */
	async function isKeptOut(wanted: 1 | 4, path: string, { mode }: Pick<FileEntry, "mode">): Promise<boolean> {
		if ((mode & (wanted * 0o111)) === wanted * 0o111 || start.hasMoreGroups) return false;
		const [people, groups] = [await listOf("/etc/passwd"), await listOf("/etc/group")];
		const whole = people !== undefined && groups !== undefined && people.length < longestList && groups.length < longestList;
		const identity = whole ? identityOf(start.user, people.toString("utf8"), groups.toString("utf8")) : undefined;
		return identity !== undefined && !mayUse(identity, wanted, { mode, ...(await files.owners(path)) });
	}

	/** A list of users or groups, read once; empty where there is none, undefined where it cannot be read. */
	function listOf(path: string): Promise<Buffer | undefined> {
		const known =
			lists.get(path) ?? files.read(path, longestList).catch((error: unknown) => (toDockerError(error).kind === "missing" ? Buffer.alloc(0) : undefined));
		lists.set(path, known);
		return known;
	}

	async function inspectContent(path: string, real: string, depth: number): Promise<EntryPointProblem | undefined> {
		const head = await files.read(real, 4096);
		if (head.length === 0) return { kind: "empty", path };
		if (head.toString("latin1", 0, 4) === "\x7fELF") return inspectElf(path, real, head);
		if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf && head.toString("latin1", 3, 5) === "#!") return { kind: "mark-before", path };
		if (["fffe23002100", "feff00230021"].includes(head.toString("hex", 0, 6))) return { kind: "mark-before", path };
		const other = head.toString("latin1", 0, 2) === "MZ" ? "Windows" : /^(?:cf|ce)faedfe/.test(head.toString("hex", 0, 4)) ? "macOS" : undefined;
		if (other) return { kind: "architecture", path, found: other, wanted: "Linux" };
		if (head.toString("latin1", 0, 2) !== "#!") return { kind: "no-interpreter-line", path };
		checked.push({ path, what: "script" });
		// The kernel runs it, and its interpreter has to read it.
		const mode = (await statOf(real))?.mode;
		if (mode !== undefined && (await isKeptOut(4, real, { mode }))) return { kind: "not-readable", path, user };
		const [line = ""] = head.toString("utf8").split("\n");
		const [, interpreter = "", rest = ""] = /^#![ \t]*([^ \t]*)[ \t]*(.*?)\s*$/.exec(line.replace(/\r$/, "")) ?? [];
		const [argument = ""] = rest.split(/[ \t]+/);
		if (line.endsWith("\r")) return { kind: "line-ends", path, interpreter };
		if (interpreter === "") return { kind: "no-interpreter-line", path };
		checked.push({ path: interpreter, what: "interpreter" });
		const target = await followed(interpreter);
		if (!target) return { kind: "interpreter-missing", path, interpreter };
		if (target.kind === "folder") return { kind: "is-folder", path: interpreter };
		if ((target.mode & 0o111) === 0) return { kind: "not-executable", path: interpreter };
		if (nameOf(interpreter) === "env") {
			// All that follows is one word to the kernel.
			const name = argument === "-S" ? (line.trim().split(/[ \t]+/)[2] ?? "") : rest;
			if (name && !name.startsWith("-") && !name.includes("=") && !name.includes("/") && (await onPath(name)) === undefined)
				return { kind: "interpreter-missing", path, interpreter: name };
			return undefined;
		}
		// Scripts that are interpreters of scripts are followed as the kernel does.
		return depth < 4 ? inspectContent(interpreter, target.path, depth + 1) : undefined;
	}

	async function inspectElf(path: string, real: string, head: Buffer): Promise<EntryPointProblem | undefined> {
		const little = head[5] !== 2;
		const is64 = head[4] === 2;
		const u16 = (at: number): number => (at + 2 > head.length ? 0 : little ? head.readUInt16LE(at) : head.readUInt16BE(at));
		const u32 = (bytes: Buffer, at: number): number => (at + 4 > bytes.length ? 0 : little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
		const found = machines[u16(18)] ?? `ELF ${u16(18)}`;
		if (
			start.architecture &&
			found !== start.architecture &&
			!(start.architecture === "amd64" && found === "386") &&
			!(start.architecture === "arm64" && found === "arm")
		)
			return { kind: "architecture", path, found, wanted: start.architecture };
		const table = is64 ? u32(head, 32) : u32(head, 28);
		const size = u16(is64 ? 54 : 42);
		for (let index = 0; index < u16(is64 ? 56 : 44); index++) {
			const at = table + index * size;
			// PT_INTERP
			if (u32(head, at) !== 3) continue;
			const offset = u32(head, at + (is64 ? 8 : 4));
			const length = u32(head, at + (is64 ? 32 : 16));
			const bytes = offset + length <= head.length ? head : await files.read(real, Math.min(offset + length, 1024 * 1024));
			const interpreter = bytes.toString("latin1", offset, offset + Math.max(0, length - 1));
			if (!interpreter.startsWith("/")) return undefined;
			checked.push({ path: interpreter, what: "loader" });
			return (await followed(interpreter)) ? undefined : { kind: "loader-missing", path, interpreter };
		}
		return undefined;
	}

	/** What a path leads to in the end; undefined where that is nothing. */
	async function followed(path: string): Promise<(FileEntry & { readonly path: string }) | undefined> {
		const entry = await statOf(path);
		if (entry?.kind !== "link") return entry && { ...entry, path };
		const target = entry.target === undefined || entry.leadsTo === undefined ? undefined : await statOf(entry.target);
		return target && { ...target, path: entry.target ?? path };
	}

	async function statOf(path: string): Promise<FileEntry | undefined> {
		try {
			return await files.stat(path);
		} catch (error) {
			// So is a path that leads through a file, or in a circle.
			if (["missing", "rejected"].includes(toDockerError(error).kind)) return undefined;
			throw error;
		}
	}

	async function onPath(name: string): Promise<string | undefined> {
		for (const folder of start.searched.split(":").filter(Boolean)) {
			const path = joinPath(folder, name);
			const found = await followed(path);
			if (found && found.kind === "file" && (found.mode & 0o111) !== 0) return path;
		}
		return undefined;
	}
}

/** Options of the starters whose value is the next word. */
const isValue = (option: string | undefined): boolean => option !== undefined && ["-p", "-e", "-r", "-u", "-C", "--chdir", "--unset"].includes(option);

/** What of the engine's descriptions is read. */
type Described = {
	readonly Config?: {
		readonly Entrypoint?: readonly string[] | string | null;
		readonly Cmd?: readonly string[] | string | null;
		readonly WorkingDir?: string;
		readonly User?: string;
		readonly Env?: readonly string[] | null;
	};
	readonly HostConfig?: { readonly GroupAdd?: readonly string[] | null };
	readonly Architecture?: string;
};

/** From `inspect` of a container, or of an image, with the image's own beside it. */
export function startCommandOf(described: unknown, image: unknown): StartCommand {
	const { Config: { Entrypoint, Cmd, WorkingDir = "", User = "", Env } = {}, HostConfig } = (described ?? {}) as Described;
	const words = (value: readonly string[] | string | null | undefined): readonly string[] => (typeof value === "string" ? [value] : (value ?? []));
	const path = (Env ?? []).findLast((line) => line.startsWith("PATH="));
	return {
		entrypoint: words(Entrypoint),
		command: words(Cmd),
		folder: WorkingDir,
		user: User,
		hasMoreGroups: (HostConfig?.GroupAdd ?? []).length > 0,
		// As engines have it where nothing is said.
		searched: path?.slice("PATH=".length) ?? "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
		architecture: ((image ?? {}) as Described).Architecture ?? "",
	};
}
