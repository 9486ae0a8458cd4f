import { isNamedAsConfiguration, isNamedAsFile, mountsIn, sourceRange } from "../../compose/facts/mounts.ts";
import { type LintedCompose, relativeTo } from "../../compose/linted.ts";
import { isKnownFolder } from "../../image/known-folders.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { type Message, say } from "../../text/message.ts";

export default composeRule({
	id: "bind-file-vs-dir",
	category: "correctness",
	severity: "warning",
	title: "A folder is mounted as a file, or a file as a folder",
	why: [
		"A container does not start where the one is mounted over the other: “Are you trying to mount a directory onto a file (or vice-versa)?”.",
		"An empty folder with the name of a file is mostly one that Docker made when the file was missing.",
	],
	fixes: { never: "Which of the two is meant, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  db:
				    image: postgres:17
				    volumes:
				      - ./init.sql:/docker-entrypoint-initdb.d
			`,
			good: compose`
				services:
				  db:
				    image: postgres:17
				    volumes:
				      - ./init.sql:/docker-entrypoint-initdb.d/init.sql
			`,
			files: { "init.sql": "CREATE TABLE t (id int);\n" },
		},
	],
	needs: ["volumes"],

	*check(file) {
		for (const each of mountsIn(file)) {
			const { mount, at } = each;
			const { source, target } = mount;
			if (mount.type !== "bind" || !source?.startsWith("/") || file.text.slice(at.start, at.end).includes("$")) continue;
			const message = isKnownFolder(target) ? fileAsFolder(file, source, target) : isNamedAsFile(target) ? folderAsFile(file, source, target) : undefined;
			if (message) yield { at: sourceRange(file, each), message };
		}
	},
});

function fileAsFolder(file: LintedCompose, source: string, target: string): Message | undefined {
	if (!isNamedAsFile(source) || file.files.text(source) === undefined) return undefined;
	return say`\`${relativeTo(file, source) ?? source}\` is a file, and \`${target}\` a folder`;
}

/** A folder may well be named as a file is; one that holds something is then meant. */
function folderAsFile(file: LintedCompose, source: string, target: string): Message | undefined {
	const names = file.files.list(source);
	const path = relativeTo(file, source) ?? source;
	if (!names) return undefined;
	if (isNamedAsFile(source)) return names.length === 0 ? say`\`${path}\` is an empty folder, and \`${target}\` is to be a file` : undefined;
	return isNamedAsConfiguration(target) ? say`\`${path}\` is a folder, and \`${target}\` is to be a file` : undefined;
}
