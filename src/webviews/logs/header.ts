import type { Zone } from "../../engine/logs/times.ts";
import { element } from "../element.ts";
import type { Words } from "./protocol.ts";

type Columns = { readonly words: Words; readonly zone: Zone | undefined; readonly isMany: boolean; readonly columns: readonly string[] };

/** The names of the columns, and how wide they are. */
export function headerOf({ words, zone, isMany, columns }: Columns): { readonly cells: readonly HTMLElement[]; readonly widths: string } {
	const cell = (name: string, text: string, width: string): readonly [HTMLElement, string] => [
		element("span", { class: name, role: "columnheader" }, text),
		width,
	];
	const all = [
		...(zone === undefined ? [] : [cell("time", `${words.time} (${zone})`, "23ch")]),
		...(isMany ? [cell("source", words.source, "16ch")] : []),
		cell("level", words.level, "6ch"),
		...columns.map((path) => cell("field", path, "18ch")),
		cell("message", words.message, "minmax(30ch, 1fr)"),
	];
	return { cells: [element("span", { class: "toggle" }), ...all.map(([each]) => each)], widths: ["1.4em", ...all.map(([, width]) => width)].join(" ") };
}
