import type { Comment, Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default dockerfileRule({
	id: "description-without-name",
	peers: {
		buildkit: ["InvalidDefinitionDescription"],
		tally: ["buildkit/InvalidDefinitionDescription"],
	},
	category: "style",
	severity: "off",
	title: "The comment above a stage or an argument does not begin with its name",
	why: [
		"`docker build --call=outline` and `--call=targets` show the comment above an `ARG` or a named stage as its description, where it begins with the name.",
		"A comment that is about something else is told apart by an empty line.",
	],
	fixes: { safely: "An empty line tells the comment apart." },
	examples: [
		{
			bad: dockerfile`
				# the image to begin with
				ARG BASE=debian:12
				FROM $BASE
			`,
			good: dockerfile`
				# the image to begin with

				ARG BASE=debian:12
				FROM $BASE
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		const { text } = file;
		for (const instruction of file.instructions) {
			const names = namesOf(instruction);
			if (names.length === 0) continue;
			const comment = descriptionAbove(file, instruction);
			if (!comment) continue;
			const said = text.slice(comment.start + 1, comment.end).trim();
			const [first = ""] = said.split(" ");
			if (names.includes(first)) continue;
			const end = text.includes("\r\n") ? "\r\n" : "\n";
			const lineStart = text.lastIndexOf("\n", instruction.range.start - 1) + 1;
			const fix = { title: say`Put an empty line between`, edits: [insert(lineStart, end)], safe: true };
			problems.push({
				at: (instruction.keyword === "FROM" ? instruction.args[2] : instruction.args[0]) ?? instruction.keywordRange,
				message:
					names.length > 1
						? say`the description above does not begin with the name that it is about`
						: say`the description above does not begin with \`${names[0] ?? ""}\``,
				fix,
				// Docker has this check for those who ask for it.
				as: { buildkit: false },
			});
		}
		return problems;
	},
});

function namesOf({ keyword, args, error }: Instruction): readonly string[] {
	if (error) return none;
	if (keyword === "FROM") return args.length === 3 ? [args[2]?.text.toLowerCase() ?? ""] : none;
	return keyword === "ARG" ? args.map(({ text }) => text.replace(/=.*$/s, "")) : none;
}

const none: readonly string[] = [];

/** The last line of the comment above; comments that ignore rules belong to the instruction itself. */
function descriptionAbove({ comments, directives, instructions, text }: Dockerfile, { startLine }: Instruction): Comment | undefined {
	for (let line = startLine - 1; line > 0; line--) {
		const comment = comments.find((each) => each.line === line);
		// A comment may stand inside the instruction above, which goes on there.
		if (
			!comment ||
			directives.some(({ range }) => range.start === comment.start) ||
			instructions.some((each) => each.startLine <= line && line <= each.endLine)
		)
			return undefined;
		if (!/^#\s*(?:hadolint|hullwright|check|tally|checkov|trivy|kics|nosemgrep)\b/.test(text.slice(comment.start, comment.end))) return comment;
	}
	return undefined;
}
