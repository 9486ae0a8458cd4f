import type { Api } from "../connection/daemon.ts";
import { unlessGone } from "./outcomes.ts";

type Names = { readonly RepoTags?: readonly string[] | null; readonly RepoDigests?: readonly string[] | null };

/** Removes one that has no tag. What several registries have given their digests to, the engine does not remove by its id. */
export async function removeUntagged(api: Api, id: string): Promise<void> {
	const digests = digestsOf((await api.getImage(id).inspect()) as Names);
	if (digests.length > 1) await removeNames(api, digests);
	else await api.getImage(id).remove();
}

/** Removes one with all of these tags. The digest of another registry would keep it; a tag that is new, and nobody has chosen, does. */
export async function removeTagged(api: Api, id: string, tags: readonly string[]): Promise<void> {
	await removeNames(api, tags);
	const left = (await unlessGone(api.getImage(id).inspect())) as Names | undefined;
	if (left?.RepoTags?.every(isNone) !== false) await removeNames(api, digestsOf(left ?? {}));
}

async function removeNames(api: Api, names: readonly string[]): Promise<void> {
	for (const name of names) await unlessGone(api.getImage(name).remove());
}

const isNone = (name: string): boolean => name.startsWith("<none>");
const digestsOf = ({ RepoDigests }: Names): readonly string[] => (RepoDigests ?? []).filter((digest) => !isNone(digest));
