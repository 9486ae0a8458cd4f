import { fact } from "../text/fact.ts";
import { joinPaths, stateBefore } from "./state.ts";
import type { Dockerfile, Instruction } from "./syntax.ts";
import { valueOf } from "./variables.ts";

/** What `RUN --mount=…` says, variables replaced. */
export type Mount = {
	/** `bind` where none is written; undefined where the file does not tell. */
	readonly type: string | undefined;
	/** Absolute where the working directory is known or none is needed; undefined where there is none, and where the file does not tell. */
	readonly target: string | undefined;
	/** By the key as BuildKit reads it; `ro` and the like have an empty value. A value that the file does not tell is undefined. */
	readonly fields: ReadonlyMap<string, string | undefined>;
};

const none: readonly Mount[] = [];

/** The mounts of a RUN, in order. */
export const mountsOf = (file: Dockerfile, instruction: Instruction): readonly Mount[] =>
	instruction.flags.length === 0 ? none : readMounts(instruction, file);

/** Whether what is written below `path` in this RUN may stay out of the image, because a cache, tmpfs or bind mount lies there or above, or one lies nobody knows where. */
export function isMounted(file: Dockerfile, instruction: Instruction, path: string): boolean {
	return mountsOf(file, instruction).some(({ type, target, fields }) => {
		if (type === "secret" || type === "ssh") return false;
		if (target === undefined) return fields.has("target");
		const folder = target.replace(/(?<=.)\/+$/, "");
		return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
	});
}

const readMounts = fact((instruction: Instruction, file: Dockerfile): readonly Mount[] => {
	const mounts: Mount[] = [];
	for (const { name, value } of instruction.flags) {
		if (name !== "mount" || !value) continue;
		const fields = new Map<string, string | undefined>();
		for (const field of splitFields(value.text)) {
			const equals = field.indexOf("=");
			const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase();
			fields.set(keyOf[key] ?? key, equals < 0 ? "" : valueOf(file, instruction, { text: field.slice(equals + 1) }));
		}
		const target = fields.get("target");
		mounts.push({
			type: fields.has("type") ? fields.get("type")?.toLowerCase() : "bind",
			target: target === undefined ? undefined : (joinPaths(stateBefore(file, instruction).workdir, target) ?? target),
			fields,
		});
	}
	return mounts;
});

/** Other names of the same keys. */
const keyOf: Readonly<Record<string, string>> = { dst: "target", destination: "target", src: "source", ro: "readonly", rw: "readwrite" };

/** The value is a line of comma separated values; a field in double quotes may hold commas. */
function splitFields(text: string): string[] {
	if (!text.includes('"')) return text.split(",");
	return Array.from(text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? "");
}
