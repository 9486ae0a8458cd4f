import type { Dockerfile, Instruction } from "./syntax.ts";

/** What `RUN --mount=…` says. Names and values as written; `ro` and the like have an empty value. */
export type Mount = { readonly type: string; readonly target: string | undefined; readonly fields: ReadonlyMap<string, string> };

const none: readonly Mount[] = [];

/** The mounts of a RUN, in order. A mount without a type is a bind mount, as BuildKit takes it. */
export function mountsOf(_file: Dockerfile, { flags }: Instruction): readonly Mount[] {
	if (flags.length === 0) return none;
	const mounts: Mount[] = [];
	for (const { name, value } of flags) {
		if (name !== "mount" || !value) continue;
		const fields = new Map<string, string>();
		for (const field of splitFields(value.text)) {
			const equals = field.indexOf("=");
			if (equals < 0) fields.set(field.toLowerCase(), "");
			else fields.set(field.slice(0, equals).toLowerCase(), field.slice(equals + 1));
		}
		const target = fields.get("target") ?? fields.get("dst") ?? fields.get("destination");
		mounts.push({ type: fields.get("type") ?? "bind", target, fields });
	}
	return mounts;
}

/** Whether what is written below `path` in this RUN never gets into the image, because a cache, tmpfs or bind mount lies there or above. */
export function isMounted(file: Dockerfile, instruction: Instruction, path: string): boolean {
	return mountsOf(file, instruction).some(({ type, target }) => {
		if (!target || (type !== "cache" && type !== "tmpfs" && type !== "bind")) return false;
		const folder = target.replace(/\/+$/, "");
		return path === folder || path.startsWith(`${folder}/`);
	});
}

/** The value is a line of comma separated values; a field in double quotes may hold commas. */
function splitFields(text: string): string[] {
	if (!text.includes('"')) return text.split(",");
	return Array.from(text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? "");
}
