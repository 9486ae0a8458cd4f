import { baseName, type Copy, copiesOf } from "../../dockerfile/copies.ts";
import { instructionsOf } from "../../dockerfile/instructions.ts";
import type { Stage } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed, type NamedCommand } from "../../shell/named-commands.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "copied-archive-unpacked",
	peers: {
		hadolint: [{ id: "DL3010", severity: "info" }],
		tally: ["hadolint/DL3010"],
	},
	category: "size",
	severity: "info",
	title: "An archive is copied, and then unpacked by a `RUN`",
	why: [
		"The archive stays in the layer that copied it, beside all that was in it.",
		"`ADD` unpacks a local tar archive as it copies it, so that only its files get into the image.",
	],
	options: {
		compressedFiles: {
			default: false,
			hadolint: true,
			description: "Report files that are compressed but no tar archives too; `ADD` leaves them as they are.",
		},
	},
	fixes: { never: "Which folder the archive is unpacked into, and what else is done with it, has to be looked at." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				COPY tool.tar.gz /tmp/
				RUN tar -xzf /tmp/tool.tar.gz -C /opt
			`,
			good: dockerfile`
				FROM debian:12
				ADD tool.tar.gz /opt/
			`,
		},
	],

	needs: [
		["COPY", "tar"],
		["COPY", "bsdtar"],
		["COPY", "gunzip"],
		["COPY", "bunzip2"],
		["COPY", "unlzma"],
		["COPY", "unxz"],
		["COPY", "zgz"],
		["COPY", "uncompress"],
		["COPY", "zcat"],
		["COPY", "gzcat"],
	],
	check(file, { options: { compressedFiles } }) {
		let problems: Problem[] | undefined;
		for (const copy of copiesOf(file)) {
			if (copy.instruction.keyword !== "COPY" || !copy.isFromContext) continue;
			const names = archivesOf(copy, compressedFiles ? compressed : tarArchive);
			if (names.length === 0) continue;
			const unpacking = findUnpacking(file, copy, names, compressedFiles);
			if (!unpacking) continue;
			(problems ??= []).push({
				at: copy.sources.find(({ value }) => value !== undefined && baseName(value) === unpacking.name)?.word ?? copy.sources[0]?.word ?? copy.target,
				message: say`\`${unpacking.name}\` is copied and then unpacked, which \`ADD\` does at once and without leaving the archive in the image`,
				related: [{ at: unpacking.command.range, message: say`it is unpacked here` }],
				...(unpacking.isHadolints ? undefined : { as: { hadolint: false } }),
			});
		}
		return problems ?? none;
	},
});

const none: readonly Problem[] = [];

/** What `ADD` unpacks: https://docs.docker.com/reference/dockerfile/#adding-local-tar-archives */
const tarArchive = /\.(?:tar|tgz|tbz2?|txz|tzst|tar\.(?:gz|bz2|xz|zst))$/;
const compressed = /\.(?:tar|Z|bz2|gz|lz|lzma|tZ|tb2|tbz|tbz2|tgz|tlz|tpz|txz|xz)$/;

/** The names under which archives come to lie in the image. */
function archivesOf({ sources, target, targetValue, isFolder }: Copy, archive: RegExp): readonly string[] {
	const own = baseName(targetValue ?? target.text);
	if (!isFolder && archive.test(own)) return [own];
	return sources.flatMap(({ value, word, kind }) => {
		const name = baseName((value ?? word.text).replaceAll("\\", "/"));
		return (kind === "file" || kind === "unknown") && archive.test(name) ? [name] : [];
	});
}

type Unpacking = { readonly name: string; readonly command: ShellCommand; readonly isHadolints: boolean };

/** The first command behind the COPY, in its stage, that unpacks one of the archives. */
function findUnpacking(file: Dockerfile, { instruction, stage }: Copy, names: readonly string[], compressedFiles: boolean): Unpacking | undefined {
	if (instructionsOf(file, "RUN").length === 0) return undefined;
	for (const named of compressedFiles ? commandsNamed(file, "tar", ...unpackers) : commandsNamed(file, "tar", "bsdtar")) {
		const { run, command } = named;
		if (run.range.start < instruction.range.start || !isIn(stage, named) || !unpacks(command)) continue;
		const name = names.find((each) => command.args.some(({ value, text }) => baseName(value ?? text) === each));
		if (name !== undefined) return { name, command, isHadolints: isHadolints(command) };
	}
	return undefined;
}

const unpackers = ["gunzip", "bunzip2", "unlzma", "unxz", "zgz", "uncompress", "zcat", "gzcat"];

const isIn = (stage: Stage | undefined, { run }: NamedCommand): boolean => stage?.instructions.includes(run) ?? false;

function unpacks({ name, args }: ShellCommand): boolean {
	if (name !== "tar" && name !== "bsdtar") return true;
	return args.some(({ value, text: written }, index) => {
		const text = value ?? written;
		return /^--(?:extract|get)$|^-[a-zA-Z]*x/.test(text) || (index === 0 && /^[a-zA-Z]*x/.test(text));
	});
}

/** hadolint looks at options with a hyphen, and at words that it sees as they are. */
const isHadolints = ({ name, args, wrappers }: ShellCommand): boolean =>
	wrappers.length === 0 && name !== "bsdtar" && (name !== "tar" || args.some(({ value = "" }) => /^--(?:extract|get)$|^-[a-zA-Z]*x/.test(value)));
