import { parseJson } from "../../hcl/json.ts";
import { constantOf, type Expression } from "../../hcl/syntax.ts";

/**
 * The Dockerfile that a `devcontainer.json` names, and the context that it is built with, as paths from its folder:
 * https://containers.dev/implementors/json_reference/. Such a file has comments and commas that JSON has not. Undefined where it names none, or by a variable; so is a context that a variable names.
 */
export function buildOfDevcontainer(text: string): { readonly dockerfile: string; readonly context: string | undefined } | undefined {
	const { root } = parseJson(text);
	const build = valueOf(root, "build");
	const dockerfile = constantOf(valueOf(build, "dockerfile") ?? valueOf(root, "dockerFile"));
	const context = valueOf(build, "context") ?? valueOf(root, "context");
	if (dockerfile === undefined || dockerfile === "" || dockerfile.includes("${")) return undefined;
	const folder = context ? constantOf(context) : ".";
	return { dockerfile, context: folder?.includes("${") ? undefined : folder };
}

const valueOf = (object: Expression | undefined, key: string): Expression | undefined =>
	object?.kind === "object" ? object.entries.findLast(({ name }) => name?.text === key)?.value : undefined;
