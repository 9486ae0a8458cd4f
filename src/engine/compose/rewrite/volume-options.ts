import { type Edit, insert, remove, type Range } from "../../text/text.ts";
import { type LintedCompose, rangeIn } from "../linted.ts";
import type { Mapping } from "../value.ts";
import { entryInsertion } from "./insert.ts";
import { partsAround, valueOfPart } from "./parts.ts";
import { volumeAt, writtenAt } from "./written.ts";

/** Mounts a volume or folder read-only; undefined where it is written so that no place for that is found. */
export function readOnlyMount(file: LintedCompose, item: Mapping, at: Range): Edit | undefined {
	if (item.entries.get("target")?.key !== item.origin) {
		if (rangeIn(file, item.entries.get("read_only")?.key)) return undefined;
		const part = partsAround(file, at).findLast(({ kind }) => kind === "item");
		const node = part && valueOfPart(part);
		return node?.kind === "mapping" && node.start === at.start ? entryInsertion(file, node, "read_only", "true") : undefined;
	}
	const volume = volumeAt(file, at);
	if (!volume) return undefined;
	if (!volume.options) return insert(volume.target.end, ":ro");
	const options = file.text.slice(volume.options.start, volume.options.end);
	return /(?:^|,)rw(?:,|$)/.test(options) ? undefined : insert(volume.options.end, ",ro");
}

/** Takes an option out of a volume's short form. */
export function optionRemoval(file: { readonly text: string }, at: Range, option: string): Edit | undefined {
	const written = writtenAt(file, at);
	const place = written ? new RegExp(`(:[^:,]*(?:,[^:,]*)*),${option}(?=,|$)|:${option}$|(:)${option},`).exec(written.text) : null;
	if (!written || !place) return undefined;
	const kept = (place[1] ?? place[2] ?? "").length;
	const start = written.start + place.index + kept;
	return remove({ start, end: written.start + place.index + place[0].length });
}
