import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { commandsOf } from "../../shell/commands.ts";
import { runsWith } from "../../shell/named-commands.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { lineEndOf } from "../../shell/line-end.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "file-written-by-run",
	peers: { tally: ["tally/prefer-copy-heredoc"] },
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "A `RUN` does nothing but write a file",
	why: [
		"What a file holds is hard to read between the quotes, backslashes and variables of a shell, and shells differ about them.",
		"`COPY` takes a here document as its source: the text stands there as it will be, needs no shell, and gets its owner and mode in the same layer.",
	],
	fixes: {
		onRequest: "One `echo` or `printf` writes plain text.",
		never: "Something else writes it, or appends to it.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM alpine:3.20
				RUN echo "listen_port = 8080" > /etc/app.conf
			`,
			good: dockerfile`
				FROM alpine:3.20
				COPY <<'EOF' /etc/app.conf
				listen_port = 8080
				EOF
			`,
		},
	],
	needs: [">"],

	check(file) {
		const problems: Problem[] = [];
		for (const run of runsWith(file, ">")) {
			const commands = commandsOf(file, run);
			const [first] = commands;
			if (run.json || !first || first.subshell || !commands.every((command) => writesFile(command) && command.joint !== "|")) continue;
			const fix = commands.length === 1 ? toCopy(file, run, first) : undefined;
			problems.push({ at: first.range, message: say`\`COPY\` with a here document writes a file as it stands there`, ...(fix && { fix }) });
		}
		return problems;
	},
});

const writesFile = ({ name, redirects, place }: ShellCommand): boolean =>
	(name === "echo" || name === "printf" || name === "cat") &&
	redirects.some(({ operator, target }) => /^>>?$/.test(operator) && target.text.startsWith("/") && !target.text.startsWith("/dev/")) &&
	place.branch === undefined;

function toCopy(file: Dockerfile, run: Instruction, { name, args, redirects }: ShellCommand): Fix | undefined {
	const [redirect] = redirects;
	const path = redirects.length === 1 && redirect?.operator === ">" ? redirect.target.value : undefined;
	const text = args.length === 1 ? args[0]?.value : undefined;
	if (run.startLine === 0 || run.flags.length > 0 || run.heredocs.length > 0 || path === undefined || text === undefined || !/^\/[\w./-]+$/.test(path))
		return undefined;
	const body = name === "echo" ? (text.includes("\\") || text.startsWith("-") ? undefined : text) : printed(name, text);
	if (body === undefined || /^EOF$/m.test(body)) return undefined;
	const lineEnd = file.text.includes("\r\n") ? "\r\n" : "\n";
	const lines = ["COPY <<'EOF' ".concat(path), ...body.split("\n"), "EOF"];
	return {
		title: say`Use \`COPY\` with a here document`,
		edits: [replace({ start: run.range.start, end: lineEndOf(file.text, run.range.end) }, lines.join(lineEnd))],
		safe: false,
	};
}

/** What `printf` makes of a format without directives; undefined for any other, and where it does not end a line. */
function printed(name: string | undefined, format: string): string | undefined {
	if (name !== "printf" || /%|\\[^n]/.test(format) || !format.endsWith("\\n")) return undefined;
	return format.slice(0, -2).replaceAll("\\n", "\n");
}
