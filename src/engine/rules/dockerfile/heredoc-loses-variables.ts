import { rootImageOf, stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Heredoc, Instruction } from "../../dockerfile/syntax.ts";
import { unsetVariables } from "../../dockerfile/unset-variables.ts";
import { lex, LexerError } from "../../dockerfile/lexer.ts";
import { scopeBefore } from "../../dockerfile/variables.ts";
import { mayImageSet } from "../../image/environment.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "heredoc-loses-variables",
	category: "correctness",
	severity: "warning",
	title: "Docker takes the variables out of a file that it writes",
	why: [
		"Where no part of a here document's name is quoted, Docker replaces the variables in its body while it builds: `$1`, `$@` and all that is not set become nothing.",
		"A script that is copied so loses its arguments; `<<'EOF'` keeps the body as it stands.",
	],
	fixes: {
		onRequest: "No variable in the body is set in the file, so quotes around the name keep all of them.",
		never: "Some variables in the body are set in the file and may be meant.",
	},
	needs: ["COPY", "ADD"],
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				COPY --chmod=755 <<EOF /entrypoint.sh
				#!/bin/sh
				exec "$@"
				EOF
			`,
			good: dockerfile`
				FROM debian:12
				COPY --chmod=755 <<'EOF' /entrypoint.sh
				#!/bin/sh
				exec "$@"
				EOF
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		for (const instruction of file.instructions) {
			if (instruction.heredocs.length === 0 || (instruction.keyword !== "COPY" && instruction.keyword !== "ADD")) continue;
			for (const heredoc of instruction.heredocs) {
				if (!heredoc.expand || !heredoc.content.includes("$")) continue;
				const { lost, kept } = variablesIn(file, instruction, heredoc);
				const [first, second] = lost;
				if (first === undefined) continue;
				const fix = kept ? undefined : quoteName(file, heredoc);
				const message =
					second === undefined
						? say`Docker puts nothing in the place of \`$${first}\` in this text; \`<<'${heredoc.name}'\` keeps it`
						: say`Docker puts nothing in the place of \`$${first}\`, \`$${second}\` in this text; \`<<'${heredoc.name}'\` keeps them`;
				problems.push({ at: heredoc.opener, message, ...(fix && { fix }) });
			}
		}
		return problems;
	},
});

/** Names that a shell alone gives a meaning, or that are certain not to be set; and whether others are set. */
function variablesIn(file: Dockerfile, instruction: Instruction, { content }: Heredoc): { readonly lost: readonly string[]; readonly kept: boolean } {
	const unset = new Set(unsetVariables(file).flatMap((each) => (each.instruction === instruction && each.isInHeredoc && !each.hasFallback ? [each.name] : [])));
	const scope = scopeBefore(file, instruction);
	const stage = stageOf(file, instruction);
	const image = stage && rootImageOf(file, stage);
	const lost = new Set<string>();
	let kept = false;
	const lookup = (name: string): undefined => {
		if (!/^[A-Za-z_]/.test(name) || (unset.has(name) && image !== undefined && mayImageSet(image, name) === false)) lost.add(name);
		else if (scope.get(name) ?? !unset.has(name)) kept = true;
		return undefined;
	};
	try {
		lex(content, { escape: "\\", lookup, ignoreQuotes: true });
	} catch (error) {
		if (!(error instanceof LexerError)) throw error;
	}
	return { lost: [...lost], kept };
}

function quoteName({ text }: Dockerfile, { opener, name }: Heredoc): Fix | undefined {
	const start = opener.start + text.slice(opener.start, opener.end).lastIndexOf(name);
	if (text.slice(start, opener.end) !== name) return undefined;
	return { title: say`Quote the name`, edits: [replace({ start, end: opener.end }, `'${name}'`)], safe: false };
}
