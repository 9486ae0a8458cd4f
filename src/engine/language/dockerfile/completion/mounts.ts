import { aboutMountKey, aboutMountType } from "../hover/documentation/about.ts";
import { type Draft, saying } from "../../completion.ts";
import { fact } from "../../../text/fact.ts";
import { instructionsAndTriggersOf } from "../../../dockerfile/instructions.ts";
import { mountsOf } from "../../../dockerfile/mounts.ts";
import type { Dockerfile } from "../../../dockerfile/syntax.ts";
import { say } from "../../../text/message.ts";
import type { Cursor } from "../cursor.ts";
import { mountDocumentation, mountKeyAliases, mountTypeKeyText } from "../hover/documentation/mounts.ts";
import type { CompletionContext } from "./completion.ts";
import { imageCompletions } from "./images.ts";
import { sourceCompletions } from "./paths.ts";
import { stageSources } from "./stages.ts";

type MountKey = Pick<Extract<Cursor, { readonly kind: "mount-key" }>, "type" | "given" | "isFollowedByValue">;
type MountValue = Extract<Cursor, { readonly kind: "mount-value" }>;

/** Keys that stand for themselves. */
const switches: ReadonlySet<string> = new Set(["readonly", "readwrite", "required"]);

/** The keys of the mount's type that are not given yet. */
export function mountKeys({ type, given, isFollowedByValue }: MountKey): readonly Draft[] {
	const taken = new Set(given.map((key) => mountKeyAliases[key] ?? key));
	const equals = isFollowedByValue ? "" : "=";
	const types = taken.has("type")
		? []
		: Object.keys(mountDocumentation).map((name): Draft => ({ label: `type=${name}`, kind: "value", about: saying(aboutMountType(name)) }));
	const keys = Object.keys(mountDocumentation[type ?? "bind"]?.keys ?? {});
	return [
		...(isFollowedByValue && types.length > 0 ? [{ label: "type", kind: "key", about: saying(mountTypeKeyText) } as const] : types),
		...keys
			.filter((key) => !taken.has(key))
			.map((key): Draft => {
				const isSwitch = switches.has(key);
				return {
					label: `${key}${isSwitch ? "" : equals}`,
					kind: "key",
					about: saying(aboutMountKey(type ?? "bind", key)),
					isBegun: !isSwitch && !isFollowedByValue,
					rank: type === undefined ? 1 : 0,
					...(isSwitch && { commit: [","] }),
				};
			}),
	];
}

/** What the key of a mount may be given. */
export function mountValues(file: Dockerfile, cursor: MountValue, context: CompletionContext): readonly Draft[] | undefined {
	const type = cursor.type ?? "bind";
	const key = mountKeyAliases[cursor.key] ?? cursor.key;
	if (key === "type")
		return Object.keys(mountDocumentation).map((label): Draft => ({ label, kind: "value", about: saying(aboutMountType(label)), commit: [","] }));
	const told = aboutMountKey(type, key);
	if (!told) return undefined;
	const about = saying(told);
	const values = (...labels: readonly string[]): readonly Draft[] => labels.map((label) => ({ label, kind: "value", about, commit: [","] }));
	const written = (field: string): readonly Draft[] =>
		usedIn(file)
			.filter((used) => used.type === type && used.field === field)
			.map(({ value }): Draft => ({ label: value, kind: "value", detail: say`Used in this file`, about, commit: [","] }));
	switch (key) {
		case "from":
			return [...stageSources(file, cursor), ...imageCompletions(file, context)];
		case "source":
			return cursor.given.includes("from") ? undefined : sourceCompletions(cursor, context);
		case "id":
			return unique([...written("id"), ...(type === "ssh" ? values("default") : [])]);
		case "target":
			return unique([...written("target"), ...(type === "cache" ? caches : []), ...(type === "tmpfs" ? values("/tmp") : [])]);
		case "sharing":
			return values("shared", "locked", "private");
		case "mode":
			return values(...(type === "cache" ? ["0755", "0777"] : type === "ssh" ? ["0600"] : ["0400", "0444"]));
		case "uid":
		case "gid":
			return values("0", "1000");
		case "size":
			return values("64m", "256m", "1g");
		default:
			return switches.has(key) ? values("true", "false") : undefined;
	}
}

/** What the file's mounts say already, each once. */
const usedIn = fact((file: Dockerfile): readonly { readonly type: string | undefined; readonly field: string; readonly value: string }[] => {
	const used = new Map<string, { readonly type: string | undefined; readonly field: string; readonly value: string }>();
	for (const run of instructionsAndTriggersOf(file, "RUN"))
		for (const { type, fields } of mountsOf(file, run))
			for (const [field, value] of fields) if (value) used.set(`${type} ${field} ${value}`, { type, field, value });
	return [...used.values()];
});

const unique = (drafts: readonly Draft[]): readonly Draft[] => [...new Map(drafts.toReversed().map((draft) => [draft.label, draft])).values()].toReversed();

/** Where package managers and compilers keep what they have fetched and made, for root. */
const caches: readonly Draft[] = (
	[
		["/var/cache/apt", "apt"],
		["/var/lib/apt", "apt"],
		["/var/cache/apk", "apk"],
		["/var/cache/dnf", "dnf"],
		["/root/.cache/pip", "pip"],
		["/root/.cache/uv", "uv"],
		["/root/.cache/pypoetry", "Poetry"],
		["/root/.npm", "npm"],
		["/usr/local/share/.cache/yarn", "Yarn"],
		["/root/.local/share/pnpm/store", "pnpm"],
		["/root/.bun/install/cache", "Bun"],
		["/go/pkg/mod", "Go"],
		["/root/.cache/go-build", "Go"],
		["/usr/local/cargo/registry", "Cargo"],
		["/root/.m2", "Maven"],
		["/root/.gradle", "Gradle"],
		["/root/.nuget/packages", "NuGet"],
		["/root/.composer/cache", "Composer"],
		["/usr/local/bundle/cache", "Bundler"],
		["/root/.cache/ccache", "ccache"],
	] as const
).map(([label, detail]) => ({ label, kind: "folder", detail, rank: 1, commit: [","] }));
