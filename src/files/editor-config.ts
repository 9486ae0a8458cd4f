import { dirname, join, relative, sep } from "node:path";
import { parseEditorConfig, settingsFor, type EditorConfig } from "../engine/text/editorconfig.ts";
import type { Disk } from "./disk.ts";

export const editorConfigName = ".editorconfig";

export type EditorConfigs = {
	/** What all of the files say that count for the one at the path, the nearest first; names and values in small letters. What cannot be read says nothing. */
	settingsOf(path: string): ReadonlyMap<string, string>;
};

/** Finds and reads `.editorconfig` files. Paths are absolute. */
export function createEditorConfigs(disk: Disk): EditorConfigs {
	const parsed = new Map<string, { readonly text: string; readonly file: EditorConfig }>();

	function read(path: string): EditorConfig | undefined {
		const reading = disk.read(path);
		if (!reading || !("text" in reading)) return undefined;
		const known = parsed.get(path);
		if (known?.text === reading.text) return known.file;
		const file = parseEditorConfig(reading.text);
		parsed.set(path, { text: reading.text, file });
		return file;
	}

	return {
		settingsOf(path) {
			const settings = new Map<string, string>();
			for (let folder = dirname(path); ; folder = dirname(folder)) {
				const file = read(join(folder, editorConfigName));
				const own = file && settingsFor(file, relative(folder, path).split(sep).join("/"));
				for (const [name, value] of own ?? []) if (!settings.has(name)) settings.set(name, value);
				if (file?.isRoot || dirname(folder) === folder) return settings;
			}
		},
	};
}
