import type { Redirect, Redirection } from "unbash";
import type { Dockerfile } from "../dockerfile/syntax.ts";
import type { Range } from "../text/text.ts";
import { matches, runsWith } from "./named-commands.ts";
import { nodesOf, type Placed, toRange } from "./nodes.ts";

/** `2>&1` with the redirect of the output that stands behind it, and the file that it names. */
type Misordered = { readonly errors: Range; readonly output: Range; readonly target: string };

/** Where errors are sent where the output goes, and then the output elsewhere; what another program reads, or a variable takes, is left out, for that may be meant. */
export function* misorderedRedirects(file: Dockerfile): Generator<Misordered> {
	for (const run of runsWith(file, "2>&1")) {
		if (!matches(run, /2>&1[^|;]*>/)) continue;
		for (const placed of [...nodesOf(file, run, "Command"), ...nodesOf(file, run, "Redirected")]) {
			const { redirects } = placed.node;
			const first = redirects.findIndex(isErrorsToOutput);
			const later = redirects.slice(first + 1);
			const [errors, output] = [redirects[first], later.find(isOutputToFile)];
			if (!errors || !output || later.some(isOfErrors) || isTaken(placed)) continue;
			yield { errors: toRange(placed.source, errors), output: toRange(placed.source, output), target: output.target?.text ?? "" };
		}
	}
}

const isErrorsToOutput = (each: Redirection): boolean =>
	each.type === "Redirect" && each.operator === ">&" && descriptorOf(each) === 2 && each.target?.text === "1";

const isOutputToFile = (each: Redirection): each is Redirect => each.type === "Redirect" && /^>[>|]?$/.test(each.operator) && descriptorOf(each) === 1;

const isOfErrors = (each: Redirection): boolean => each.type === "Redirect" && descriptorOf(each) === 2;

/** Which stream an operator that writes is about; undefined where a variable says it. */
function descriptorOf({ descriptor }: Redirect): number | undefined {
	if (!descriptor) return 1;
	return descriptor.type === "FileDescriptor" ? descriptor.value : undefined;
}

/** Whether something reads the output, so that the errors may be meant for it. */
function isTaken({ node, parent }: Placed): boolean {
	if (!parent) return false;
	const around = parent.node;
	if (around.type === "CommandExpansion" || around.type === "ProcessSubstitution" || around.type === "Redirected") return true;
	if (around.type === "Pipeline" && around.commands.at(-1) !== node) return true;
	return isTaken(parent);
}
