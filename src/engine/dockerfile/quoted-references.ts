import { scanReferences, type VariableReference } from "./references.ts";
import type { Dockerfile, Instruction } from "./syntax.ts";

/**
 * References in what an instruction hands to another shell: the script of an exec form such as `["sh", "-c", "echo $X"]`, and one in single quotes,
 * `sh -c 'echo $X'`. Nothing expands them before that shell does, which has the environment and no variable of the script around it.
 */
export function quotedReferencesOf(file: Dockerfile, outer: Instruction): readonly VariableReference[] {
	let instruction = outer;
	while (instruction.trigger) instruction = instruction.trigger;
	const { keyword, json, args, logical, logicalArgs } = instruction;
	if (!running.has(keyword)) return [];
	const references: VariableReference[] = [];
	const words = keyword === "HEALTHCHECK" ? args.slice(1) : args;
	if (json) {
		const [shell, option, script] = words;
		if (shell && script && shellName.test(shell.text) && /^-\w*c$/.test(option?.text ?? ""))
			scanReferences(file.text, script.start + 1, script.end - 1, { escape: "\\", quotes: false }, (name, start, end) => {
				references.push({ start, end, name, expandedBy: "shell", instruction, outer });
			});
		return references;
	}
	const text = logical.text.slice(logicalArgs.start, logicalArgs.end);
	for (const match of text.includes("'") ? text.matchAll(inQuotes) : []) {
		const from = logicalArgs.start + match.index + match[0].length - 1 - (match[1]?.length ?? 0);
		scanReferences(logical.text, from, from + (match[1]?.length ?? 0), { escape: "\\", quotes: false }, (name, start, end) => {
			references.push({ ...logical.toDocumentRange({ start, end }), name, expandedBy: "shell", instruction, outer });
		});
	}
	return references;
}

const running = new Set(["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"]);
const shellName = /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a|z|k)?sh$/;
/** What stands between the shell and its script is short. */
const inQuotes = /(?<![\w-])(?:(?:ba|da|a|z|k)?sh|su|runuser)[^;&|\n'"]{0,80}?\s-\w*c\s+'([^']*)'/g;
