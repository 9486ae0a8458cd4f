import type { Range } from "../text/text.ts";
import type { IgnoreComment } from "./ignore-comment.ts";
import type { Files, Peer } from "./rule.ts";
import type { ShellScript } from "./shellcheck.ts";

/** A file that a language has parsed. */
export type SourceFile = { readonly text: string };

/** An ignore comment and what it covers; no range where nothing follows that it could be about. Ranges with one place ascend and do not overlap. */
export type Located = { readonly comment: IgnoreComment; readonly place: "file" | (string & {}); readonly range: Range | undefined };

/** What linting, ignoring and fixing have to know of a language. Comments begin with `#` in all of them. */
export type Language<File extends SourceFile> = {
	/** As its rules have it in `language`. */
	readonly id: string;
	/** Files of the language end in it: fixtures, and examples where they are shown. */
	readonly extension: string;
	parse(text: string): File;
	/** The file as its rules are given it, with what lies around it; absent where they are given it as it is. */
	surrounded?(file: File, files: Files): File;
	/** What is in the file of that which its rules name in `needs`. */
	contents?(file: File): readonly string[];
	/** For how many reasons the file is refused, all of it. */
	countRefusals(file: File): number;
	/** Stretches that cannot be read and so may mean anything, in order. */
	unreadable(file: File): readonly Range[];
	/** In order. */
	ignoreComments(file: File): readonly Located[];
	/** The instruction that the offset is in, from its keyword on; undefined outside of any, and in languages without. */
	statementAt(file: File, offset: number): Range | undefined;
	/** The line above which a comment would be about that offset, by where it begins, with the end of what it would be about and the ignore comments that stand there already; undefined where none can. */
	lineToIgnore(file: File, offset: number): (Range & { readonly above: readonly IgnoreComment[] }) | undefined;
	/** The file as another linter reads it; undefined where that makes no difference. */
	asReadBy?(file: File, peer: Peer): File | undefined;
	/** In order; absent where the language has none. */
	shellScripts?(file: File): readonly ShellScript[];
	/** Where a comment about the whole file goes: the beginning of a line, or the end of the text. */
	topOf(file: File): number;
};
