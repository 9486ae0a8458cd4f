import { type ComposeEntry, type ComposeFile, type ComposeNode, nameOf } from "../../compose/syntax.ts";
import { entryOf, type Mapping, type Value } from "../../compose/value.ts";
import { say } from "../../text/message.ts";
import { type Range, touches } from "../../text/text.ts";
import type { InlayHint } from "../inlay-hint.ts";
import { code } from "../markdown.ts";
import { shortened } from "../shortened.ts";
import { isElsewhere, partOf, shownText, textOfScalar, whereOf } from "./hovers/merged.ts";
import { masked } from "./hovers/variable.ts";
import { meantBy } from "./tree.ts";

/** All files of the project merged, the file's own path in them, and a path for people. */
export type Merged = { readonly model: Mapping; readonly path: string; shown(path: string): string };

/** A value as it is written, with what it comes to. */
type Written = { readonly name: string; readonly at: ComposeNode; readonly text: string; readonly value: Value | undefined };

/** Behind values of services that end in the range: what they are in the project, where another file, or another document of this one, says something else. */
export function mergedHints(file: ComposeFile, within: Range, { model, path, shown }: Merged): readonly InlayHint[] {
	const services = entryOf(model, "services");
	return file.roots.flatMap((root) =>
		entriesIn(root).flatMap((section) =>
			nameOf(section) === "services" && touches(section, within)
				? entriesIn(section.value).flatMap((service) =>
						touches(service, within) ? writtenIn(service.value, entryOf(services, nameOf(service) ?? "")).flatMap((each) => hint(each)) : [],
					)
				: [],
		),
	);

	function hint({ name, at, text, value }: Written): readonly InlayHint[] {
		const merged = value && textOfScalar(value);
		if (merged === undefined || merged === text || !value || at.end < within.start || at.end > within.end) return [];
		// What is a path is another as soon as it is resolved.
		if (!isElsewhere(value, path, at) || (merged.startsWith("/") && !text.startsWith("/"))) return [];
		const safe = masked(name, shownText(value) ?? merged);
		const { origin } = value;
		const label = origin?.file === path ? `→ ${shortened(safe)}` : `→ ${shortened(safe)} (${shown(origin?.file ?? "")})`;
		return [{ kind: "merged", offset: at.end, label, about: () => [say`In the project it is ${code(safe)}, by ${whereOf(value, shown, path)}.`] }];
	}

	function writtenIn(service: ComposeNode | undefined, value: Value | undefined): readonly Written[] {
		return entriesIn(service).flatMap((entry): readonly Written[] => {
			const name = nameOf(entry) ?? "";
			const held = entryOf(value, name);
			if (!inner.has(name)) return scalar(name, entry.value, held);
			const meant = meantBy(file, entry.value) === entry.value ? entry.value : undefined;
			if (meant?.kind === "sequence") return meant.items.flatMap((item) => pair(item, held));
			return entriesIn(meant).flatMap((each) => scalar(nameOf(each) ?? "", each.value, partOf(held, nameOf(each) ?? "")));
		});
	}
}

/** What is merged key by key. */
const inner: ReadonlySet<string> = new Set(["environment", "labels", "healthcheck", "deploy", "logging", "build"]);

const scalar = (name: string, at: ComposeNode | undefined, value: Value | undefined): readonly Written[] =>
	at?.kind === "scalar" && at.end > at.start ? [{ name, at, text: at.source, value }] : [];

/** `NAME=value` in a list. */
function pair(at: ComposeNode, values: Value | undefined): readonly Written[] {
	const equals = at.kind === "scalar" ? at.source.indexOf("=") : -1;
	if (at.kind !== "scalar" || equals < 0) return [];
	const name = at.source.slice(0, equals);
	return [{ name, at, text: at.source.slice(equals + 1), value: partOf(values, name) }];
}

const entriesIn = (node: ComposeNode | undefined): readonly ComposeEntry[] => (node?.kind === "mapping" ? node.entries : []);
