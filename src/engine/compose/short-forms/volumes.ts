import { type Message, say } from "../../text/message.ts";
import { remember } from "../../text/remember.ts";

/** A volume in its short form, taken apart. */
export type ParsedVolume = {
	readonly type: "bind" | "volume";
	readonly source: string;
	readonly target: string;
	readonly isReadOnly: boolean;
	readonly nocopy: boolean;
	readonly propagation: string | undefined;
	readonly selinux: string | undefined;
};

const propagations = new Set(["rprivate", "private", "rshared", "shared", "rslave", "slave"]);

/** As Compose reads `[SOURCE:]TARGET[:OPTIONS]`: https://github.com/compose-spec/compose-go/blob/v2.14.0/format/volume.go. A letter before the colon is a drive of Windows. */
export const parseVolume = remember(16_000, (spec): ParsedVolume | { readonly problem: Message } => {
	const parts = split(spec);
	if (spec === "") return { problem: say`a volume has to say where it is mounted` };
	// So short a text is a path, whatever it is.
	if (spec.length <= 2) return { type: "volume", source: "", target: spec, isReadOnly: false, nocopy: false, propagation: undefined, selinux: undefined };
	if (parts.some((part) => part === "")) return { problem: say`nothing stands between two colons of \`${spec}\`` };
	if (parts.length > 3) return { problem: say`\`${spec}\` has too many colons for \`SOURCE:TARGET:OPTIONS\`` };
	const [source, target] = parts.length === 1 ? ["", parts[0] ?? ""] : [parts[0] ?? "", parts[1] ?? ""];
	const options = parts[2]?.split(",") ?? [];
	return {
		type: isPath(source) ? "bind" : "volume",
		source,
		target,
		isReadOnly: options.findLast((option) => option === "ro" || option === "rw") === "ro",
		nocopy: options.includes("nocopy"),
		propagation: options.findLast((option) => propagations.has(option)),
		selinux: options.findLast((option) => option === "z" || option === "Z"),
	};
});

/** At colons, but neither behind a single letter nor in `${…}`. */
function split(spec: string): readonly string[] {
	const parts: string[] = [];
	let [start, depth] = [0, 0];
	for (let at = 0; at < spec.length; at++) {
		const character = spec[at];
		if (character === "$" && spec[at + 1] === "{") depth++;
		else if (character === "}" && depth > 0) depth--;
		else if (character === ":" && depth === 0 && !/^\p{L}$/u.test(spec.slice(start, at))) {
			parts.push(spec.slice(start, at));
			start = at + 1;
		}
	}
	return [...parts, spec.slice(start)];
}

const isPath = (source: string): boolean => /^(?:[./~]|\\\\|\p{L}:)/u.test(source);
