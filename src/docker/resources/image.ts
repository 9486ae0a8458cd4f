import { plainText } from "../plain-text.ts";
import { helperLabel } from "./helper-label.ts";
import type { Kind } from "./kind.ts";

/** One image. `size` is in bytes, `created` in seconds since 1970; an untagged image has no tags. `digest` is the first name that a registry is known to have for it: `repository@sha256:…`. */
export type Image = { readonly id: string; readonly tags: readonly string[]; readonly size: number; readonly created: number; readonly digest?: string };

/** What of `GET /images/json` is read. Every field may be missing: daemons and their versions differ. */
type ListedImage = {
	readonly Id?: string;
	readonly RepoTags?: readonly string[] | null;
	readonly RepoDigests?: readonly string[] | null;
	readonly Size?: number;
	readonly Created?: number;
	readonly Labels?: Readonly<Record<string, string>> | null;
};

export const images: Kind<Image> = {
	// A commit makes an image of which no event of its own tells; and a container may come from one that was made so silently.
	events: ["image", "container"],
	followsBuilds: true,
	async list(api, abortSignal) {
		return ((await api.listImages({ abortSignal })) as readonly ListedImage[]).filter(({ Labels }) => Labels?.[helperLabel] === undefined).map(toImage);
	},
	reduce(before, { type, action, attributes }) {
		if (type === "image") return { after: action === "delete" ? undefined : before, ask: "all" };
		const tellsOfImage = action === "commit" || (["create", "destroy"].includes(action) && attributes["image"]?.startsWith("sha256:"));
		return tellsOfImage ? { after: undefined, ask: "all" } : undefined;
	},
	facts: () => [],
};

/** Its tags are sorted; daemons name an untagged one `<none>:<none>` or not at all. */
function toImage({ Id = "", RepoTags, RepoDigests, Size = 0, Created = 0 }: ListedImage): Image {
	const tags = (RepoTags ?? []).filter((tag) => !tag.startsWith("<none>")).map((tag) => plainText(tag));
	const digest = plainText(
		RepoDigests?.find((each) => !each.startsWith("<none>@<none>")),
		500,
	);
	return { id: Id, tags: tags.sort(), size: Size, created: Created, ...(digest && { digest }) };
}
