import type { ComposeFile } from "../../../compose/syntax.ts";
import { parseImageReference } from "../../../image/reference.ts";
import { environmentOfImages } from "../environment-names.ts";
import { type NameKind, namesIn } from "../names.ts";
import { serviceAt } from "../schema-at.ts";

/** Names that the project defines, in the order of its files. */
export const definedIn = (project: readonly ComposeFile[], kind: NameKind): readonly string[] => [
	...new Set(
		project.flatMap((file) =>
			namesIn(file).flatMap((place) => (place.kind === kind && (place.role === "definition" || kind === "profile") ? [place.name] : [])),
		),
	),
];

/** What the image of the service looks at. */
export function environmentNames(file: ComposeFile, service: string): readonly string[] {
	const { image } = serviceAt(file, service);
	if (image === undefined) return [];
	const { registry, repository } = parseImageReference(image);
	const name = registry === undefined ? repository.replace(/^library\//, "").replace(/^bitnami\//, "") : repository.split("/").at(-1);
	return (name !== undefined && environmentOfImages[name]) || [];
}
