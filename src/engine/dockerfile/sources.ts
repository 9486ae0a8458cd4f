import type { Dockerfile, Instruction, Word } from "./syntax.ts";
import { fact } from "../text/fact.ts";
import { valueOf } from "./variables.ts";

/** What ADD or COPY takes. */
export type Source = {
	readonly word: Word;
	/** Quotes gone and variables replaced; undefined where the file does not tell. */
	readonly value: string | undefined;
	/** A `link` is downloaded and a `repository` cloned; anything else is a `file`, a folder or a pattern of the build context or of another stage. */
	readonly kind: "file" | "link" | "repository" | "heredoc" | "unknown";
};

/** All words but the last, which is the target. */
export const sourcesOf = (file: Dockerfile, instruction: Instruction): readonly Source[] => sources(instruction, file);

const sources = fact((instruction: Instruction, file: Dockerfile): readonly Source[] =>
	instruction.args.slice(0, -1).map((word): Source => {
		if (instruction.heredocs.some(({ opener }) => opener.start === word.start)) return { word, value: undefined, kind: "heredoc" };
		const value = valueOf(file, instruction, word);
		return { word, value, kind: value === undefined ? "unknown" : sourceKindOf(value) };
	}),
);

/** As BuildKit tells them apart: https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dfgitutil/git_ref.go */
export function sourceKindOf(value: string): "file" | "link" | "repository" {
	// What is neither a link nor an address is a file, as nearly all are.
	if (!value.includes(":")) return "file";
	if (/^(?:git|ssh):\/\//i.test(value) || /^[\w-]+@[A-Za-z0-9.-]+:/.test(value)) return "repository";
	if (!/^https?:\/\//.test(value)) return "file";
	return /^[^?#]+\.git(?:[?#]|$)/.test(value) ? "repository" : "link";
}

/** Whether the name is that of an archive, which ADD unpacks. What it really is, only its content tells. */
export const hasArchiveName = (path: string): boolean => /\.(?:tar|tgz|tbz2?|txz|tlz|tzst|tar\.\w+|gz|bz2|xz|lzma|zst|Z)$/i.test(path);
