import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Paths from the root, with slashes. */
export const filesBelow = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"))
		.toSorted();
export const read = (paths: readonly string[]): Record<string, string> => Object.fromEntries(paths.map((path) => [path, readFileSync(path, "utf8")]));

/** What is wrong with a translation. */
export function faultsOf(english: string, translation: string): string[] {
	if (translation === "") return ["not translated"];
	const parts = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([part]) => part).toSorted();
	const placeholders = /\{\d+\}/g;
	const code = /`[^`]*`|\]\([^)]*\)|\$\([\w-]+\)/g;
	const faults: string[] = [];
	if (parts(english, placeholders).join() !== parts(translation, placeholders).join()) faults.push("its placeholders are not those of the English text");
	const spans = new Set(parts(translation, code));
	for (const span of parts(english, code)) if (!spans.has(span)) faults.push(`${span} is lost`);
	if (/[a-z]{3}/i.test(english.replace(code, "").replace(placeholders, "")) && !/\p{Script=Han}/u.test(translation)) faults.push("it is not Chinese");
	return faults;
}
