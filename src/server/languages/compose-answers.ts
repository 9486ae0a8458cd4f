import { basename, dirname, relative, resolve, sep } from "node:path";
import { composeCompletionsAt, composeWantsAt } from "../../engine/language/compose/completion/completion.ts";
import { composeHover, type Told, wantsModelAt } from "../../engine/language/compose/hovers/hover.ts";
import { masked } from "../../engine/language/compose/hovers/variable.ts";
import type { Draft } from "../../engine/language/completion.ts";
import type { AskEngine } from "../../engine/language/dockerfile/hover/image-hover.ts";
import type { Hover } from "../../engine/language/hover.ts";
import type { Message } from "../../engine/text/message.ts";
import { listFolder } from "../../files/folder.ts";
import type { KnownImages } from "../completion/known-images.ts";
import type { ComposeBeside } from "../compose-files.ts";
import type { ComposeModel, ComposeModels } from "../compose-models.ts";
import { variablesOf } from "../environment-file.ts";
import type { Host } from "../feature.ts";
import type { LocalImages } from "../local-images.ts";
import type { NameSources } from "./compose-names.ts";
import type { Completions } from "./language-features.ts";

/** What completions and hovers of Compose files look up besides names. */
export type AnswerSources = NameSources & {
	readonly knownImages: KnownImages;
	readonly localImages: LocalImages;
	readonly models: ComposeModels;
	/** Whether something else in the client completes and explains keys. */
	readonly hasComposeKeys: boolean;
	/** Images that everybody may want. */
	readonly officials: readonly Draft[];
	describeImage(image: string, ask: AskEngine): Told;
	describePort(port: string): Message | undefined;
};

export async function completionsOf(
	sources: AnswerSources,
	own: ComposeBeside,
	offset: number,
	{ isAsked }: { readonly isAsked: boolean },
): Promise<Completions | undefined> {
	const { document, file, path } = own;
	const wants = composeWantsAt(file, offset);
	const project = sources.files.projectOf(document, file).map((each) => each.file);
	const folder = wants.folder === undefined || path === undefined ? undefined : await listFolder(resolve(dirname(path), wants.folder));
	const known = wants.images ? await sources.knownImages.now() : undefined;
	const { imagePorts: image } = wants;
	const local = image === undefined ? undefined : (await sources.localImages.describe([image]))?.(image);
	const found = composeCompletionsAt(file, offset, {
		project,
		officials: sources.officials,
		entries: folder?.entries ?? [],
		images: known?.images ?? [],
		variables: wants.variables ? shownVariables(sources, own) : new Map(),
		dockerfile: wants.dockerfile === undefined ? undefined : sources.aboutDockerfile(document.uri, wants.dockerfile),
		imagePorts: local === undefined || local === "absent" ? [] : local.ports,
		extended: wants.extended === undefined ? undefined : sources.files.fileAt(own, wants.extended)?.file,
		hasKeys: sources.hasComposeKeys,
		isAsked,
	});
	return found && { completions: found, isComplete: folder?.isComplete !== false && known?.isComplete !== false };
}

const shownVariables = ({ environmentFile }: AnswerSources, own: ComposeBeside): ReadonlyMap<string, string> =>
	new Map([...variablesOf(own.document.uri, environmentFile(own))].map(([name, { value }]) => [name, masked(name, value)]));

/** What is told at once, unless an engine has to be asked about an image. */
export async function hoverOf({ catalogue }: Pick<Host, "catalogue">, sources: AnswerSources, own: ComposeBeside, offset: number): Promise<Hover | undefined> {
	const { file, document } = own;
	const variables = variablesOf(document.uri, sources.environmentFile(own));
	const known = wantsModelAt(file, offset) ? await sources.models.of(document) : undefined;
	const images = new Set<string>();
	const tell = (ask: AskEngine): Hover | undefined =>
		composeHover(file, offset, catalogue, {
			variable: (name) => variables.get(name),
			model: known?.model,
			path: known?.path ?? "",
			shown: shownFrom(known),
			project: sources.files.projectOf(document, file).map((each) => each.file),
			describeImage: (image) => sources.describeImage(image, ask),
			describePort: sources.describePort,
			isExplained: sources.hasComposeKeys,
		});
	const alone = tell((image) => void images.add(image));
	const ask = images.size > 0 ? await sources.localImages.describe(images) : undefined;
	return ask ? tell(ask) : alone;
}

/** A path as people of a file's folder have it. */
export const shownFrom =
	(own: ComposeModel | undefined) =>
	(path: string): string =>
		relative(dirname(own?.path ?? "/"), path)
			.split(sep)
			.join("/") || basename(path);
