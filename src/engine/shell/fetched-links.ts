import { flagOf, instructionsAndTriggersOf } from "../dockerfile/instructions.ts";
import { sourcesOf } from "../dockerfile/sources.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import type { Range } from "../text/text.ts";
import { callsByRun } from "./calls.ts";
import { commandsOf } from "./commands.ts";
import type { ShellCommand } from "./shell-command.ts";
import { isShell } from "./wrappers.ts";

/** A link that a build downloads. */
export type FetchedLink = {
	/** As written, quotes gone; variables are still in it. */
	readonly url: string;
	readonly at: Range;
	/** Where the link itself begins. */
	readonly start: number;
	readonly instruction: Instruction;
	/** `checked`: a sum or a signature is looked at in the same instruction. `run` and `unpacked`: it is used there as it comes. */
	readonly use: "checked" | "run" | "unpacked" | "kept";
};

/** What ADD, curl and wget download, by instructions of one keyword in order. */
export const fetchedLinks = (file: Dockerfile): readonly FetchedLink[] => links(file);

const links = fact((file: Dockerfile): readonly FetchedLink[] => {
	const found: FetchedLink[] = [];
	for (const instruction of instructionsAndTriggersOf(file, "ADD")) {
		let isCheckedLater: boolean | undefined;
		for (const { word, value, kind } of sourcesOf(file, instruction)) {
			if (kind !== "link" || value === undefined) continue;
			// A sum or a signature is what others are checked by.
			if (/\.(?:md5|sha\d*|sha\d+sums?|asc|sig|minisig|gpg|pem)$/i.test(value)) continue;
			isCheckedLater ??= instructionsAndTriggersOf(file, "RUN").some((run) => run.range.start > instruction.range.start && commandsOf(file, run).some(checks));
			const start = word.start + (word.end - word.start === word.text.length ? 0 : 1);
			found.push({ url: value, at: word, start, instruction, use: flagOf(instruction, "checksum") || isCheckedLater ? "checked" : "kept" });
		}
	}
	for (const [instruction, calls] of callsByRun(file, "curl", "wget")) {
		const commands = commandsOf(file, instruction);
		const isChecked = commands.some(checks);
		for (const { operandWords, options, index } of calls) {
			const use = isChecked ? "checked" : useOf(commands, index);
			for (const word of [...operandWords, ...options.flatMap(([name, , each]) => (name === "--url" && each ? [each] : []))]) {
				const [, quote = "", url] = /^(["']?)(https?:\/\/[^"']+)\1$/.exec(word?.text ?? "") ?? [];
				if (word && url) found.push({ url, at: { start: word.start, end: word.end }, start: word.start + quote.length, instruction, use });
			}
		}
	}
	return found;
});

/** Whether the command looks at a sum or a signature. */
const checks = ({ name = "", args }: ShellCommand): boolean =>
	/^(?:sha\d*sum|sha\d+|shasum|md5sum|b2sum|b3sum|gpgv?2?|cosign|minisign|signify|sq|slsa-verifier|apksigner|jarsigner)$/.test(name) ||
	(name === "openssl" && args[0]?.value === "dgst") ||
	(name === "rpm" && args.some(({ value = "" }) => /^(?:-K|--checksig|--import)$/.test(value))) ||
	(name === "gh" && args[0]?.value === "attestation");

/** What the instruction does with a download, as it comes. */
function useOf(commands: readonly ShellCommand[], index: number): FetchedLink["use"] {
	const next = commands[index + 1];
	if (next?.joint === "|") return isRunner(next) ? "run" : isUnpacker(next) ? "unpacked" : "kept";
	const later = commands.slice(index + 1);
	if (later.some((command) => isRunner(command) || (command.name === "chmod" && command.args.some(({ text }) => /x|[1357]\d\d|\d[1357]\d/.test(text)))))
		return "run";
	return later.some(isUnpacker) ? "unpacked" : "kept";
}

const isRunner = ({ name = "", program }: ShellCommand): boolean =>
	isShell(name) ||
	/^(?:python[\d.]*|perl|ruby|node|php|dpkg|rpm)$/.test(name) ||
	/^\.{0,2}\//.test(program?.value?.replace(/^\/(?:usr\/(?:local\/)?)?s?bin\//, "") ?? "");
const isUnpacker = ({ name = "" }: ShellCommand): boolean => /^(?:tar|bsdtar|unzip|gunzip|bunzip2|unxz|xz|7z|cpio|gzip|zcat)$/.test(name);
