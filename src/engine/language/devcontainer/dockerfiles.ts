import { parseJson } from "../../hcl/json.ts";
import { constantOf, type Expression } from "../../hcl/syntax.ts";

/**
 * The Dockerfile that a `devcontainer.json` names, as a path from its folder: https://containers.dev/implementors/json_reference/. Such a file has comments and
 * commas that JSON has not. Undefined where it names none, or by a variable.
 */
export function dockerfileOfDevcontainer(text: string): string | undefined {
	const { root } = parseJson(text);
	const path = constantOf(valueOf(valueOf(root, "build"), "dockerfile") ?? valueOf(root, "dockerFile"));
	return path === undefined || path === "" || path.includes("${") ? undefined : path;
}

const valueOf = (object: Expression | undefined, key: string): Expression | undefined =>
	object?.kind === "object" ? object.entries.findLast(({ name }) => name?.text === key)?.value : undefined;
