import { type Message, say } from "../text/message.ts";
import type { Variable } from "./form.ts";

/**
 * The variables in a file as `--env-file` reads it: a line each, all behind the `=` is the value, quotes too. A name alone has its value from `lookup`, where it has one.
 * https://docs.docker.com/reference/cli/docker/container/run/#env
 */
export function readVariables(
	text: string,
	lookup: (name: string) => string | undefined,
): { readonly variables: readonly Variable[]; readonly problem?: Message } {
	const variables: Variable[] = [];
	for (const [index, whole] of text
		.replace(/^\ufeff/, "")
		.split(/\r?\n/)
		.entries()) {
		const line = whole.trimStart();
		if (line === "" || line.startsWith("#")) continue;
		const at = line.indexOf("=");
		const name = at < 0 ? line : line.slice(0, at);
		if (name === "" || /\s/.test(name)) return { variables, problem: say`line ${index + 1} has no name of a variable before its \`=\`` };
		const value = at < 0 ? lookup(name) : line.slice(at + 1);
		if (value !== undefined) variables.push({ name, value });
	}
	return { variables };
}
