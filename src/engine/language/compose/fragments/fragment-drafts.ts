import { findEntry } from "../../../compose/rewrite/parts.ts";
import { type ComposeFile, nameOf } from "../../../compose/syntax.ts";
import { probeOf } from "../../../image/probes.ts";
import { parseImageReference } from "../../../image/reference.ts";
import { lineBreakIn } from "../../../text/line-break.ts";
import { type Draft, toSnippet, toText } from "../../completion.ts";
import type { ComposeCursor } from "../completion/compose-cursor.ts";
import { definedIn } from "../completion/known-names.ts";
import { keysAt, serviceAt } from "../schema-at.ts";
import { addSections, namesOfSection, withoutWord } from "../services/add-sections.ts";
import { indentedLines } from "../services/write-lines.ts";
import type { Fragment } from "./fragment.ts";
import { serviceFragments } from "./service-fragments.ts";
import { topLevelFragments } from "./top-level-fragments.ts";

/** Parts that may be wanted whole where a key is written: at the top, in a service, and below `x-`. `step` is what a level is indented by. */
export function fragmentDrafts(file: ComposeFile, cursor: ComposeCursor, project: readonly ComposeFile[], step: number): readonly Draft[] {
	const { path, meant, range, siblings } = cursor;
	const [top = "", service] = path;
	const isService = path.length === 2 && top === "services";
	const isExtension = path.length === 1 && top.startsWith("x-") && meant.length === 2 && meant[0] === "services";
	if (path.length > 0 && !isService && !isExtension) return [];
	const rest = withoutWord(file, range);
	const fragments = path.length === 0 ? topLevelFragments : fragmentsOf(file, rest ?? file, isService ? service : undefined, range.start, project);
	const lineBreak = lineBreakIn(file.text);
	return fragments.flatMap((fragment): readonly Draft[] => {
		const lines = withoutKeys(fragment.lines, siblings);
		const added = fragment.sections && rest ? addSections(file, rest, range, fragment.sections) : nothingElse;
		if (lines.length === 0 || !added || (fragment.sections && !rest)) return [];
		const written = indentedLines(lines, cursor.column, step).join(lineBreak).trimStart();
		const snippet = added.below === "" ? written : `${written}$0${toSnippet(added.below)}`;
		const { label, detail } = fragment;
		const about = (): string => `\`\`\`yaml\n${toText(written)}\n\`\`\``;
		return [{ label, kind: "command", snippet, text: toText(snippet), filter: label, detail, about, also: added.also, rank: 2 }];
	});
}

const nothingElse = { below: "", also: [] };

/** Without those of its keys that are there already. */
function withoutKeys(lines: Fragment["lines"], siblings: ComposeCursor["siblings"]): readonly string[] {
	let isKept = true;
	return lines.filter((line) => {
		const [, key] = /^([^\s:-][^:]*):/.exec(line) ?? [];
		if (key !== undefined) isKept = !siblings.has(key);
		return isKept;
	});
}

/** Nobody chooses from a longer list. */
const mostNames = 30;

function fragmentsOf(file: ComposeFile, rest: ComposeFile, service: string | undefined, offset: number, project: readonly ComposeFile[]): readonly Fragment[] {
	const files = project.includes(file) ? project : [file, ...project];
	const own = service === undefined ? {} : serviceAt(rest, service);
	const isPulled = own.image !== undefined && own.context === undefined && !own.image.includes("$");
	const names = [...new Set(definedIn(files, "service"))].filter((name) => name !== service).slice(0, mostNames);
	const others = names.map((name) => ({ name, isAsked: files.some((each) => isAsked(each, name)) }));
	return serviceFragments({
		service,
		image: isPulled ? own.image : undefined,
		others: [...others.filter((each) => each.isAsked), ...others.filter((each) => !each.isAsked)],
		anchors: anchorsAbove(rest, offset),
		namesOf: (section) => files.flatMap((each) => namesOfSection(each, section)),
	});
}

/** Whether it has a health check, or an image for which one is known. */
function isAsked(file: ComposeFile, name: string): boolean {
	if (findEntry(file, "services", name, "healthcheck")) return true;
	const { image } = serviceAt(file, name);
	return image !== undefined && probeOf(parseImageReference(image)) !== undefined;
}

/** Those of extensions that hold what a service may have. */
function anchorsAbove({ roots }: ComposeFile, offset: number): readonly string[] {
	const keys = keysAt(["services", "*"]);
	const extensions = roots
		.flatMap((root) => (root.kind === "mapping" ? root.entries : []))
		.filter((entry) => nameOf(entry)?.startsWith("x-") && entry.end <= offset);
	return extensions.flatMap(({ value }) => {
		const isShared =
			value?.kind === "mapping" && value.entries.length > 0 && value.entries.every((entry) => keys.has(nameOf(entry) ?? "") || nameOf(entry) === "<<");
		return isShared && value.anchor !== undefined ? [value.anchor] : [];
	});
}
