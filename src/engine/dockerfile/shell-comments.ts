import { fact } from "../text/fact.ts";
import type { Dockerfile } from "./syntax.ts";

/** A comment that says which shell the base image has, such as `# hadolint shell=bash`: what Docker does not know, and the file does not say otherwise. */
export type ShellComment = {
	/** Offset of its `#`. */
	readonly start: number;
	/** As SHELL would have it. */
	readonly shell: readonly string[];
};

const pattern = /#[ \t]*(?:hullwright|hadolint|tally)[ \t]+shell[ \t]*=[ \t]*([\w./+-]+)/iy;

/** In order. */
export const shellCommentsOf = fact((file: Dockerfile): readonly ShellComment[] => {
	const found: ShellComment[] = [];
	for (const { start } of file.comments) {
		pattern.lastIndex = start;
		const name = pattern.exec(file.text)?.[1];
		if (name !== undefined) found.push({ start, shell: commandOf(name) });
	}
	return found;
});

function commandOf(name: string): readonly string[] {
	if (/(?:^|\/)(?:pwsh|powershell)(?:\.exe)?$/i.test(name)) return [name, "-Command"];
	if (/^cmd(?:\.exe)?$/i.test(name)) return [name, "/S", "/C"];
	return [name.startsWith("/") ? name : `/bin/${name}`, "-c"];
}
