import { ignoringPattern } from "../../dockerignore/ignored.ts";
import type { Dockerignore } from "../../dockerignore/patterns.ts";
import { say } from "../../text/message.ts";
import type { Range } from "../../text/text.ts";
import type { Completion, Draft } from "../completion.ts";

/** A pattern that is being written. */
export type PatternCursor = {
	/** From behind a `!` to the line's end. */
	readonly range: Range;
	/** What is written up to the cursor. */
	readonly typed: string;
	readonly isException: boolean;
	/** The folder whose entries are wanted, from the build's on; undefined where nobody can say which. */
	readonly folder: string | undefined;
	/** What stands before the path: `**` and a slash. */
	readonly before: string;
};

/** Undefined in comments. */
export function patternCursorAt({ text }: Dockerignore, offset: number): PatternCursor | undefined {
	const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
	const start = text[lineStart] === "\uFEFF" ? lineStart + 1 : lineStart;
	const [end = ""] = /^[^\r\n]*/.exec(text.slice(offset)) ?? [];
	const line = text.slice(start, offset);
	if (line.startsWith("#")) return undefined;
	const [mark = "", sign] = /^[ \t]*(!?)[ \t]*/.exec(line) ?? [];
	const typed = line.slice(mark.length);
	const [before = ""] = /^(?:\*\*\/|\.?\/)?/.exec(typed) ?? [];
	const path = typed.slice(before.length);
	const folder = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
	const isKnown = !/[*?[\]\\]|(?:^|\/)\.\.(?:\/|$)/.test(folder) && !(before === "**/" && folder !== "");
	const range = { start: start + mark.length, end: offset + end.trimEnd().length };
	return {
		range: range.end < range.start ? { start: offset, end: offset } : range,
		typed,
		isException: sign === "!",
		folder: isKnown ? folder : undefined,
		before,
	};
}

/** What may stand there: paths of the folder, for an exception those first that are left out; what is usual; and what a pattern may begin with. */
export function patternCompletions(
	file: Dockerignore,
	{ range, typed, isException, folder, before }: PatternCursor,
	entries: readonly { readonly name: string; readonly isFolder: boolean }[],
): readonly Completion[] {
	// What is being written decides nothing yet.
	const others = { ...file, patterns: file.patterns.filter(({ at }) => at.end < range.start || at.start > range.end) };
	const written = new Set(others.patterns.map(({ text }) => text));
	const within = folder === undefined || folder === "" ? "" : `${folder}/`;
	const paths = entries.flatMap(({ name, isFolder }): readonly Draft[] => {
		const path = within + name;
		if (written.has(path) && !isFolder) return [];
		const isIgnored = ignoringPattern(others, path) !== undefined;
		const text = `${before}${path}`;
		const detail = isIgnored && !isException ? { detail: say`Left out already` } : {};
		return [
			{ label: isFolder ? `${name}/` : name, kind: isFolder ? "folder" : "file", text, filter: text, rank: isIgnored === isException ? 1 : 3, ...detail },
		];
	});
	const unwritten = within === "" ? usual.filter((text) => !written.has(text) && !entries.some(({ name }) => name === text)) : [];
	const patterns = unwritten.map((text): Draft => ({ label: text, kind: "value", detail: say`Often left out`, rank: 4 }));
	const beginnings: Draft[] = [];
	if (typed === "" && !isException) beginnings.push({ label: "!", kind: "keyword", detail: say`Keeps what lines above leave out`, rank: 2, isBegun: true });
	if (before === "" && !typed.includes("/")) beginnings.push({ label: "**/", kind: "keyword", detail: say`At any depth`, rank: 2, isBegun: true });
	return [...paths, ...beginnings, ...(isException ? [] : patterns)].map((draft) => ({ ...draft, range }));
}

/** What is seldom needed in an image, and is not there yet or is there on other machines. */
const usual = [
	".git",
	".env",
	".env.*",
	"**/node_modules",
	"**/*.log",
	"**/.DS_Store",
	"**/__pycache__",
	"**/*.py[cod]",
	".venv",
	".idea",
	".vscode",
	"coverage",
	"dist",
	"build",
	"target",
	"Dockerfile*",
	"compose*.yaml",
	"docker-compose*.yml",
	".dockerignore",
	"*.md",
];
