import type { Dockerfile } from "../../engine/dockerfile/syntax.ts";
import { argumentWordsOf } from "../../engine/dockerfile/declared-arguments.ts";
import { instructionsOf } from "../../engine/dockerfile/instructions.ts";
import { stagesOf } from "../../engine/dockerfile/stages.ts";
import { placeInDockerfile } from "../../engine/language/bake/navigation.ts";
import { referencesAt } from "../../engine/language/dockerfile/navigation.ts";
import { renamableAt, renameAt } from "../../engine/language/dockerfile/rename.ts";
import type { Refused } from "../../engine/language/refused.ts";
import type { Edit, Range } from "../../engine/text/text.ts";
import { type Beside, dockerfileBeside } from "../beside.ts";
import type { Host } from "../feature.ts";

/** A stage or an argument of a Dockerfile. */
type Named = { readonly kind: "stage" | "argument"; readonly name: string };

/** What a language that is loaded lazily asks about a Dockerfile, whose own code is loaded already. */
export type AboutDockerfile = Omit<Beside<unknown>, "file"> & {
	readonly stages: readonly string[];
	readonly arguments: readonly string[];
	/** What it exposes, as far as that is written out. */
	readonly ports: readonly string[];
	/** Where the Dockerfile has it. */
	placeOf(named: Named): Range | undefined;
	referencesTo(named: Named, which: { readonly definitions: boolean }): readonly Range[];
	whyNotRenamed(named: Named): Refused | undefined;
	rename(named: Named, name: string): readonly Edit[] | Refused;
};

/** By its path from the folder of another document. */
export function aboutDockerfile(host: Host, uri: string, path: string): AboutDockerfile | undefined {
	const found = dockerfileBeside(host, uri, path);
	if (!found) return undefined;
	const { document, isOpen } = found;
	const file: Dockerfile = found.file;
	const placeOf = (named: Named): Range | undefined => placeInDockerfile(file, named);
	return {
		document,
		isOpen,
		stages: stagesOf(file).flatMap(({ name }) => name?.text ?? []),
		arguments: argumentWordsOf(file).map(({ text }) => text),
		ports: instructionsOf(file, "EXPOSE").flatMap(({ args }) => args.flatMap(({ text }) => (/^\d+(?:\/\w+)?$/.test(text) ? [text] : []))),
		placeOf,
		referencesTo(named, which) {
			const at = placeOf(named);
			return at ? referencesAt(file, at.start, which) : [];
		},
		whyNotRenamed(named) {
			const at = placeOf(named);
			const found = at && renamableAt(file, at.start);
			return found && "refused" in found ? found : undefined;
		},
		rename(named, name) {
			const at = placeOf(named);
			const found = at && renameAt(file, at.start, name);
			return found ? ("refused" in found ? found : found.edits) : [];
		},
	};
}
