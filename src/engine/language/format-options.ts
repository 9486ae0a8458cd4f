import { argumentPlaces, operatorPlaces, type Configuration } from "../lint/configuration.ts";
import type { Edit, Range } from "../text/text.ts";

/** Where `&&`, `||` and `|` stand where a line goes on: at its beginning, at its end, or as they are. */
export type OperatorPlace = (typeof operatorPlaces)[number];

/** How deep the arguments of a continued command stand: as deep as they are, one level deeper than their command, or below it. */
export type ArgumentPlace = (typeof argumentPlaces)[number];

/** What teams do not agree on. */
export type FormatOptions = {
	readonly operators: OperatorPlace;
	readonly arguments: ArgumentPlace;
	/** What a level is indented by; undefined: what the file is indented by already, or four blanks. */
	readonly indent: Indent | undefined;
	/** Undefined: that of most lines. */
	readonly lineEnd: "\n" | "\r\n" | undefined;
	/** Whether the last line ends; undefined: as it is. */
	readonly endsLastLine: boolean | undefined;
	readonly trimsLineEnds: boolean;
};

/** `width` is that of a level in columns. */
export type Indent = { readonly text: string; readonly width: number };

/** What is to be changed, and what is left as it is because it might be read otherwise. */
export type Formatted = { readonly edits: readonly Edit[]; readonly left: readonly Range[] };

const usualWidth = 4;

export const blanks = (width: number): Indent => ({ text: " ".repeat(width), width });
export const tab = (width = usualWidth): Indent => ({ text: "\t", width });

/** What somebody chose, in `.hullwright.yaml` or in an editor's settings. */
export type FormatChoices = Pick<Configuration, "formatOperators" | "formatArguments">;

/** The options that follow from choices, from what EditorConfig says of the file, by names in small letters, and, where that is silent, from the editor's indentation. */
export function toFormatOptions(choices: FormatChoices, settings: ReadonlyMap<string, string>, editor?: Indent): FormatOptions {
	const lineEnd = settings.get("end_of_line");
	const endsLastLine = settings.get("insert_final_newline");
	return {
		operators: choices.formatOperators ?? operatorPlaces[0],
		arguments: choices.formatArguments ?? argumentPlaces[0],
		indent: indentOf(settings, editor),
		lineEnd: lineEnd === "lf" ? "\n" : lineEnd === "crlf" ? "\r\n" : undefined,
		endsLastLine: endsLastLine === "false" ? false : true,
		trimsLineEnds: settings.get("trim_trailing_whitespace") !== "false",
	};
}

function indentOf(settings: ReadonlyMap<string, string>, editor: Indent | undefined): Indent | undefined {
	const style = settings.get("indent_style");
	const size = settings.get("indent_size");
	const width = widthOf(size === undefined || size === "tab" ? settings.get("tab_width") : size);
	if (style === "tab" || (style === undefined && size === "tab")) return tab(widthOf(settings.get("tab_width")) ?? width ?? editor?.width);
	if (style === "space") return blanks(width ?? editor?.width ?? usualWidth);
	if (width === undefined) return editor;
	return editor?.text === "\t" ? tab(width) : blanks(width);
}

/** Undefined for what is no width that anybody means. */
function widthOf(text: string | undefined): number | undefined {
	const width = Number(text);
	return Number.isInteger(width) && width >= 1 && width <= 16 ? width : undefined;
}
