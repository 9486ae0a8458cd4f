import { isUtf8 } from "node:buffer";
import { chmodSync, chownSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { languageOfName } from "../engine/language/language-of-name.ts";
import { type Message, say } from "../engine/text/message.ts";
import { reason } from "../files/reason.ts";

/** The text of one file. `name` is the file as it was named on the command line, or where a walk found it. */
export type Source = {
	readonly name: string;
	readonly text: string;
	/** The bytes were no UTF-8: each wrong byte became U+FFFD, as it does in Docker, so the text cannot be written back. */
	readonly isLossy: boolean;
};

/** Folders that nobody looks into. */
export const skippedFolders: ReadonlySet<string> = new Set([".git", "node_modules"]);

const isDockerfile = (name: string): boolean => languageOfName(name) === "dockerfile";

/**
 * The files that the paths name, each once: files as they are, folders walked in the order of their names for those whose base name is wanted. "-" stays "-".
 * What cannot be read is told to `complain` and left out.
 */
export function findFiles(paths: readonly string[], complain: (message: Message) => void, isWanted = isDockerfile): string[] {
	const found = new Map<string, string>();
	const take = (file: string): void => {
		const place = resolve(file);
		if (!found.has(place)) found.set(place, file);
	};
	for (const path of paths) {
		if (path === "-") {
			found.set(path, path);
			continue;
		}
		try {
			if (statSync(path).isDirectory()) walk(path, take, complain, isWanted);
			else take(path);
		} catch (error) {
			complain(say`${path}: ${reason(error)}`);
		}
	}
	return [...found.values()];
}

function walk(folder: string, take: (file: string) => void, complain: (message: Message) => void, isWanted: (name: string) => boolean): void {
	let entries;
	try {
		entries = readdirSync(folder, { withFileTypes: true });
	} catch (error) {
		complain(say`${folder}: ${reason(error)}`);
		return;
	}
	entries.sort((one, other) => (one.name < other.name ? -1 : 1));
	for (const entry of entries) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) {
			if (!skippedFolders.has(entry.name)) walk(path, take, complain, isWanted);
		} else if (isWanted(entry.name) && (entry.isFile() || isLinkToFile(path))) {
			take(path);
		}
	}
}

/** Links to folders are not followed, so that a walk comes to an end. */
function isLinkToFile(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The file's text, or what is in the way of reading it. */
export function readSource(name: string): Source | { readonly problem: Message } {
	try {
		return decode(name, readFileSync(name));
	} catch (error) {
		return { problem: say`${name}: ${reason(error)}` };
	}
}

/** Writes the file in place, so that its mode and links stay; gives what was in the way, if something was. */
export function writeText(name: string, text: string): Message | undefined {
	try {
		writeFileSync(name, text);
		return undefined;
	} catch (error) {
		return say`${name}: ${reason(error)}`;
	}
}

/**
 * Writes the file so that at any moment it is the old one or the new: beside it, and then into its place, with its mode and owner. What has several names, or cannot be
 * replaced, is written in place. Gives what was in the way, if something was.
 */
export function replaceText(name: string, text: string): Message | undefined {
	let beside: string | undefined;
	try {
		const path = realpathSync(name);
		const { mode, uid, gid, nlink } = statSync(path);
		if (nlink > 1) return writeText(name, text);
		beside = join(dirname(path), `.${basename(path)}.hullwright-${process.pid}`);
		writeFileSync(beside, text, { flag: "wx", mode: mode & 0o777 });
		// What the mask of the process has taken away is given back.
		chmodSync(beside, mode & 0o7777);
		const made = statSync(beside);
		if (made.uid !== uid || made.gid !== gid) chownSync(beside, uid, gid);
		renameSync(beside, path);
		return undefined;
	} catch {
		if (beside !== undefined) rmSync(beside, { force: true });
		return writeText(name, text);
	}
}

/** The bytes as text, a byte order mark as its first character. */
export function decode(name: string, bytes: Buffer): Source {
	if (isUtf8(bytes)) return { name, text: bytes.toString("utf8"), isLossy: false };
	const pieces: string[] = [];
	let start = 0;
	for (let at = 0; at < bytes.length;) {
		const length = lengthOfCharacter(bytes, at);
		at += length || 1;
		if (length) continue;
		pieces.push(bytes.toString("utf8", start, at - 1), "\uFFFD");
		start = at;
	}
	return { name, text: pieces.join("") + bytes.toString("utf8", start), isLossy: true };
}

/** In bytes; 0 where no well-formed UTF-8 begins. Go, and so Docker, gives up one byte at a time where browsers give up a whole broken sequence. */
function lengthOfCharacter(bytes: Buffer, at: number): number {
	const first = bytes[at] ?? 0;
	if (first < 0x80) return 1;
	const length = first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
	return length > 0 && isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}
