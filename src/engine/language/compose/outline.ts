import { type ComposeEntry, type ComposeFile, type ComposeNode, nameOf } from "../../compose/syntax.ts";
import { endOfText } from "../../text/end-of-text.ts";
import type { OutlineEntry } from "../outline-entry.ts";
import { shortened } from "../shortened.ts";
import { meantBy, scalarText } from "./tree.ts";

/** Services, networks and the like with what each says. In order. */
export const composeOutline = (file: ComposeFile): readonly OutlineEntry[] =>
	file.roots.flatMap((root) => (root.kind === "mapping" ? root.entries.map((entry) => topEntry(file, entry)) : []));

/** Whose entries are things of the project. */
const sections: ReadonlySet<string> = new Set(["services", "networks", "volumes", "secrets", "configs", "models"]);

function topEntry(file: ComposeFile, entry: ComposeEntry): OutlineEntry {
	const { value } = entry;
	const isSection = sections.has(nameOf(entry) ?? "");
	const children = value?.kind === "mapping" && isSection ? value.entries.map((each) => thingEntry(file, nameOf(entry) ?? "", each)) : settingsIn(file, value);
	return { ...shown(file, entry, children), kind: isSection ? "file" : "setting" };
}

function thingEntry(file: ComposeFile, section: string, entry: ComposeEntry): OutlineEntry {
	const thing = meantBy(file, entry.value);
	const from = section === "services" ? (textAt(file, thing, "image") ?? buildOf(file, thing)) : textAt(file, thing, "driver");
	return {
		...shown(file, entry, settingsIn(file, entry.value)),
		...(from !== undefined && { detail: shortened(from) }),
		kind: kinds[section] ?? "label",
	};
}

const kinds: Readonly<Record<string, OutlineEntry["kind"]>> = { services: "stage", secrets: "variable", configs: "file" };

const settingsIn = (file: ComposeFile, value: ComposeNode | undefined): readonly OutlineEntry[] =>
	value?.kind === "mapping" ? value.entries.map((entry): OutlineEntry => ({ ...shown(file, entry, []), kind: "setting" })) : [];

/** Without the blanks behind it, unless a key that is nothing stands there. */
function shown(file: ComposeFile, { key, value, start, end }: ComposeEntry, children: readonly OutlineEntry[]): Omit<OutlineEntry, "kind"> {
	const written = value && value.kind !== "mapping" && value.kind !== "sequence" ? file.text.slice(value.start, value.end) : "";
	return {
		name: shortened(file.text.slice(key.start, key.end)) || "?",
		detail: shortened(written),
		range: { start, end: Math.max(endOfText(file.text, start, end), children.at(-1)?.range.end ?? 0) },
		selection: { start: key.start, end: key.end },
		children,
	};
}

/** The text of an entry of a mapping. */
function textAt(file: ComposeFile, mapping: ComposeNode | undefined, name: string): string | undefined {
	const entry = mapping?.kind === "mapping" ? mapping.entries.find((each) => nameOf(each) === name) : undefined;
	return scalarText(meantBy(file, entry?.value));
}

function buildOf(file: ComposeFile, service: ComposeNode | undefined): string | undefined {
	const build = service?.kind === "mapping" ? service.entries.find((each) => nameOf(each) === "build") : undefined;
	const value = meantBy(file, build?.value);
	return build && `build ${scalarText(value) ?? textAt(file, value, "context") ?? "."}`;
}
