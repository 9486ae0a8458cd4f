import { instructionsOf } from "../dockerfile/instructions.ts";
import { baseImageOf, rootOf, type Stage, stageOf } from "../dockerfile/stages.ts";
import { stateBefore } from "../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import { commandsOf } from "./commands.ts";
import type { ShellCommand, ShellProcess } from "./shell-command.ts";

/** A shell by what it understands. */
export type Dialect = "bash" | "zsh" | "ksh" | "dash" | "busybox";

/** Whether `{a,b}` stands for two words where the command runs; undefined where its shell is not known. */
export function expandsBraces(file: Dockerfile, instruction: Instruction, { place }: ShellCommand): boolean | undefined {
	const dialect = dialectOf(file, instruction, place.process);
	return dialect && dialect !== "dash" && dialect !== "busybox";
}

/** Which shell it is that runs a process of the instruction: what `/bin/sh` is, the base image decides. Undefined where that is not known. */
export function dialectOf(file: Dockerfile, instruction: Instruction, process: ShellProcess): Dialect | undefined {
	const name = process.shell ?? inheritedShell(process) ?? nameOf(stateBefore(file, instruction).shell[0]);
	if (name !== "sh") return name === undefined ? undefined : dialects.get(name);
	const stage = stageOf(file, instruction);
	if (!stage) return undefined;
	return isRelinked(file, stage, instruction) ? "bash" : dialectOfSh(rootOf(file, stage), file);
}

/** Whether the shell of a process is called `sh`, whatever that is. */
export const isCalledSh = (file: Dockerfile, instruction: Instruction, process: ShellProcess): boolean =>
	(process.shell ?? inheritedShell(process) ?? nameOf(stateBefore(file, instruction).shell[0])) === "sh";

const dialects: ReadonlyMap<string, Dialect> = new Map([
	["bash", "bash"],
	["rbash", "bash"],
	["zsh", "zsh"],
	["ksh", "ksh"],
	["ksh93", "ksh"],
	["mksh", "ksh"],
	["dash", "dash"],
	["ash", "busybox"],
	["hush", "busybox"],
]);

function inheritedShell({ parent }: ShellProcess): string | undefined {
	for (let each = parent; each; each = each.parent) if (each.shell !== undefined) return each.shell;
	return undefined;
}

const nameOf = (path: string | undefined): string | undefined => path?.slice(path.lastIndexOf("/") + 1);

/** Images in which `/bin/sh` is bash, busybox or dash. */
const withBash =
	/(?:^|\/)(?:fedora|centos|rockylinux|almalinux|oraclelinux|amazonlinux|opensuse|archlinux|photon|mageia|gentoo|azurelinux|cbl-mariner|manylinux\w*)(?:[/:@-]|$)|(?:^|\/)(?:centos|fedora|opensuse|gentoo|redhat|nixos|bci)\/|^registry\.(?:access\.)?redhat\.com\/|[:-](?:ubi|centos|fedora|rocky|almalinux|oraclelinux|amazonlinux|al20|opensuse)/;
const withBusybox = /(?:^|[/:-])(?:alpine|busybox)(?:[:@.\d-]|$)/;
const withDash =
	/^(?:docker\.io\/)?(?:library\/)?(?:debian|ubuntu|buildpack-deps|python|pypy|node|ruby|golang|rust|php|perl|gcc|openjdk|eclipse-temurin|maven|gradle|nginx|httpd|redis|postgres|mysql|mariadb|haskell|elixir|erlang|julia|r-base|swift)(?:[:@]|$)/;
/** Of the official images, tags that are built on neither Debian nor Alpine. */
const otherTags = /:.*(?:oracle|-ol\d|windows|nanoserver|ubi)|^(?:docker\.io\/)?(?:library\/)?(?:mysql|openjdk)(?:[:@]|$)/;

const dialectOfSh = fact((root: Stage, file: Dockerfile): Dialect | undefined => {
	const image = baseImageOf(file, root);
	if (image === undefined) return undefined;
	if (withBash.test(image)) return "bash";
	if (withBusybox.test(image)) return "busybox";
	return withDash.test(image) && !otherTags.test(image) ? "dash" : undefined;
});

/** Whether a RUN before has put bash in the place of `/bin/sh`. */
function isRelinked(file: Dockerfile, stage: Stage, before: Instruction): boolean {
	const stages = new Set<Stage | undefined>();
	for (let each: Stage | undefined = stage; each; each = each.parent) stages.add(each);
	return relinks(file).some((run) => run.range.start < before.range.start && stages.has(stageOf(file, run)));
}

const relinks = fact((file: Dockerfile): readonly Instruction[] =>
	instructionsOf(file, "RUN").filter(
		(run) =>
			run.logical.text.includes("/sh") &&
			run.logical.text.includes("bash") &&
			commandsOf(file, run).some(
				({ name, args }) =>
					(name === "ln" || name === "cp" || name === "mv") &&
					/\/bin\/sh$/.test(args.at(-1)?.value ?? "") &&
					args.some(({ value = "" }) => value.endsWith("bash")),
			),
	),
);
