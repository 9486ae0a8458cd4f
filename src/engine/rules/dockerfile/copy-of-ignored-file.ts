import { copiesOf } from "../../dockerfile/copies.ts";
import { ignoringPattern, mayKeepBelow } from "../../dockerignore/ignored.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { buildContextOf, contextPath } from "../build-context.ts";

export default dockerfileRule({
	id: "copy-of-ignored-file",
	peers: {
		buildkit: ["CopyIgnoredFile"],
		tally: ["buildkit/CopyIgnoredFile"],
	},
	category: "correctness",
	severity: "warning",
	title: "What is copied is left out of the build by `.dockerignore`",
	why: [
		"Docker does not send to the builder what `.dockerignore` leaves out, so that the file is not found there and the build fails.",
		"Lines are judged in their order, and a later one that begins with `!` brings back what an earlier one has left out.",
	],
	options: {
		exceptions: { default: true, buildkit: false, description: "Judge also by a `.dockerignore` that has exceptions, lines that begin with `!`." },
	},
	fixes: { never: "Either the instruction or a line of `.dockerignore` is not meant so." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				COPY app.log /var/log/
			`,
			good: dockerfile`
				FROM debian:12
				COPY app.conf /etc/
			`,
			files: { ".dockerignore": "*.log\n", "app.conf": "", "app.log": "" },
		},
	],

	needs: ["COPY", "ADD"],
	check(file, { files, options: { exceptions } }) {
		let problems: Problem[] | undefined;
		const copies = copiesOf(file);
		if (copies.length === 0) return none;
		const { ignoreFile } = buildContextOf(file, files) ?? {};
		if (!ignoreFile || ignoreFile.dockerignore.refused) return none;
		const { name, dockerignore } = ignoreFile;
		const hasExceptions = dockerignore.patterns.some(({ isException }) => isException);
		if (!exceptions && hasExceptions) return none;
		for (const { sources, isFromContext } of copies) {
			if (!isFromContext) continue;
			for (const { word, value, kind } of sources) {
				if (kind !== "file" || value === undefined) continue;
				const path = contextPath(value) ?? (hasExceptions ? undefined : value.replace(/^(?:\.?\/)+/, ""));
				const pattern =
					path === undefined
						? undefined
						: path === "."
							? dockerignore.patterns.find(({ text }) => leavesAllOut.test(text))
							: ignoringPattern(dockerignore, path);
				if (path === undefined || !pattern || (hasExceptions && (path === "." || mayKeepBelow(dockerignore, path)))) continue;
				(problems ??= []).push({
					at: word,
					message: say`\`${name}\` leaves \`${path}\` out of the build, by its line \`${pattern.text}\``,
					// BuildKit compares with the slash, which no line begins with.
					...(/^\/./.test(value) && { as: { buildkit: false } }),
				});
			}
		}
		return problems ?? none;
	},
});

const none: readonly Problem[] = [];

const leavesAllOut = /^(?:\*|\*\*|\*\*\/\*)$/;
