import { instructionsOf } from "../dockerfile/instructions.ts";
import { baseImageOf, rootOf, type Stage, stageOf } from "../dockerfile/stages.ts";
import { stateBefore } from "../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import { commandsOf } from "./commands.ts";
import type { ShellCommand } from "./shell-command.ts";

/** Whether `{a,b}` stands for two words where the command runs; undefined where its shell is not known. */
export function expandsBraces(file: Dockerfile, instruction: Instruction, { place }: ShellCommand): boolean | undefined {
	const name = place.process.shell ?? nameOf(stateBefore(file, instruction).shell[0]);
	if (name !== "sh")
		return name === undefined ? undefined : /^(?:r?bash|zsh|m?ksh|ksh93)$/.test(name) ? true : /^(?:dash|ash|hush)$/.test(name) ? false : undefined;
	const stage = stageOf(file, instruction);
	if (!stage) return undefined;
	return isRelinked(file, stage, instruction) ? true : shIsBash(rootOf(file, stage), file);
}

const nameOf = (path: string | undefined): string | undefined => path?.slice(path.lastIndexOf("/") + 1);

/** Images in which `/bin/sh` is bash, and images in which it is dash or ash. */
const withBash =
	/(?:^|\/)(?:fedora|centos|rockylinux|almalinux|oraclelinux|amazonlinux|opensuse|archlinux|photon|mageia|gentoo|azurelinux|cbl-mariner|manylinux\w*)(?:[/:@-]|$)|(?:^|\/)(?:centos|fedora|opensuse|gentoo|redhat|nixos|bci)\/|^registry\.(?:access\.)?redhat\.com\/|[:-](?:ubi|centos|fedora|rocky|almalinux|oraclelinux|amazonlinux|al20|opensuse)/;
const withDash =
	/^(?:docker\.io\/)?(?:library\/)?(?:alpine|debian|ubuntu|buildpack-deps|busybox|python|pypy|node|ruby|golang|rust|php|perl|gcc|openjdk|eclipse-temurin|maven|gradle|nginx|httpd|redis|postgres|mysql|mariadb|haskell|elixir|erlang|julia|r-base|swift|bash)(?:[:@]|$)/;

const shIsBash = fact((root: Stage, file: Dockerfile): boolean | undefined => {
	const image = baseImageOf(file, root);
	if (image === undefined) return undefined;
	if (withBash.test(image)) return true;
	return withDash.test(image) ? false : undefined;
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
