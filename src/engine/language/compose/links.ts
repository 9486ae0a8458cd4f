import { cleanPath } from "../../text/clean-path.ts";
import { isAbsolute } from "../../compose/file-paths.ts";
import { parseVolume } from "../../compose/short-forms/volumes.ts";
import type { ComposeFile } from "../../compose/syntax.ts";
import { type Lookup, substitute } from "../../compose/template.ts";
import { imagePage } from "../../image/pages.ts";
import { parseImageReference } from "../../image/reference.ts";
import type { Range } from "../../text/text.ts";
import { pathOf, type Place, scalarText, siblingText, treeOf } from "./tree.ts";

/** A place that leads somewhere: an image to its page, a path to a file, which begins at the Compose file's folder, and which may be none. */
export type ComposeLink = Range & ({ readonly kind: "image"; readonly url: string } | { readonly kind: "file"; readonly path: string });

/** In order. `lookup` tells the variables. */
export function composeLinks(file: ComposeFile, lookup: Lookup): readonly ComposeLink[] {
	const links: ComposeLink[] = [];
	for (const place of treeOf(file).places) {
		const what = place.value?.kind === "scalar" ? whatIsNamed(file, place) : undefined;
		const node = place.value;
		const written = scalarText(node);
		if (!what || !node || written === undefined || written === "") continue;
		const at = writtenAt(file, place, what);
		const named = at && substitute(at.text, lookup);
		if (!named || named.error || named.unset.length > 0) continue;
		const { start, end } = at;
		if (what === "image") {
			const url = imagePage(parseImageReference(named.text));
			if (url !== undefined) links.push({ start, end, kind: "image", url });
			continue;
		}
		const path = what === "context" || what === "dockerfile" ? dockerfileOf(file, place, what, named.text, lookup) : named.text;
		if (path !== undefined && !isElsewhere.test(path)) links.push({ start, end, kind: "file", path });
	}
	return links.sort((one, other) => one.start - other.start);
}

/** An address, a repository, or the home of the user. */
const isElsewhere = /^(?:[a-z][a-z\d+.-]*:\/\/|git@|github\.com\/|~)/i;

type Named = "image" | "file" | "context" | "dockerfile" | "volume";

function whatIsNamed(file: ComposeFile, place: Place): Named | undefined {
	const path = pathOf(place).map((name, index) => (typeof name === "number" || index === 1 ? "*" : name));
	const pattern = path.join(".");
	if (pattern === "services.*.volumes.*.source") return sourceTypes[siblingText(file, place, "type") ?? ""];
	return placesOfNames[pattern];
}

const sourceTypes: Readonly<Record<string, Named | undefined>> = { bind: "file", image: "image" };

const placesOfNames: Readonly<Record<string, Named | undefined>> = {
	"services.*.image": "image",
	"services.*.build": "context",
	"services.*.build.context": "context",
	"services.*.build.dockerfile": "dockerfile",
	"services.*.pre_start.*.image": "image",
	"services.*.env_file": "file",
	"services.*.env_file.*": "file",
	"services.*.env_file.*.path": "file",
	"services.*.label_file": "file",
	"services.*.label_file.*": "file",
	"services.*.extends.file": "file",
	"services.*.credential_spec.file": "file",
	"services.*.develop.watch.*.path": "file",
	"services.*.volumes.*": "volume",
	"include.*": "file",
	"include.*.path": "file",
	"include.*.path.*": "file",
	"include.*.env_file": "file",
	"include.*.env_file.*": "file",
	"secrets.*.file": "file",
	"configs.*.file": "file",
};

/** The text that names something, and where it stands. Of a volume that is its source, where that is a path. */
function writtenAt(file: ComposeFile, { value }: Place, what: Named): (Range & { readonly text: string }) | undefined {
	const written = scalarText(value);
	if (!value || value.kind !== "scalar" || written === undefined) return undefined;
	const from = value.isPlain ? value.start : value.start + 1;
	if (!file.text.startsWith(written, from)) return undefined;
	if (what !== "volume") return { start: from, end: from + written.length, text: written };
	const volume = parseVolume(written);
	if ("problem" in volume || volume.source === "") return undefined;
	if (volume.type === "volume" && !volume.source.startsWith("$")) return undefined;
	return { start: from, end: from + volume.source.length, text: volume.source };
}

/** The Dockerfile that a service is built from. */
function dockerfileOf(file: ComposeFile, place: Place, what: "context" | "dockerfile", named: string, lookup: Lookup): string | undefined {
	const textOf = (name: string): string | undefined => {
		const text = siblingText(file, place, name);
		const found = text === undefined ? undefined : substitute(text, lookup);
		return found && (found.error || found.unset.length > 0) ? undefined : found?.text;
	};
	if (what === "context") {
		const other = place.name === "build" ? undefined : textOf("dockerfile");
		if (place.name !== "build" && siblingText(file, place, "dockerfile_inline") !== undefined) return undefined;
		return isElsewhere.test(named) ? undefined : within(named, other ?? "Dockerfile");
	}
	const context = siblingText(file, place, "context") === undefined ? "." : textOf("context");
	return context === undefined ? undefined : within(context, named);
}

const within = (folder: string, path: string): string => (isAbsolute(path) ? path : cleanPath(`${folder}/${path}`));
