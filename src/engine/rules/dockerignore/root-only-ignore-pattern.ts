import { ignoringPattern } from "../../dockerignore/ignored.ts";
import type { Dockerignore, Pattern } from "../../dockerignore/patterns.ts";
import { dockerignore, dockerignoreRule, type Files, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default dockerignoreRule({
	id: "root-only-ignore-pattern",
	category: "correctness",
	severity: "warning",
	title: "A pattern leaves out only what lies at the top, and the same lies deeper",
	why: [
		"Unlike in a `.gitignore`, a name without a slash is that of a file at the top of the build's folder, and of none below.",
		"So packages that were installed for another system, caches and logs of other folders are sent to the builder, and get into the image.",
	],
	fixes: { onRequest: "The pattern is made to fit at any depth." },
	examples: [
		{
			bad: dockerignore`
				node_modules
			`,
			good: dockerignore`
				**/node_modules
			`,
			files: { "package.json": "{}\n", "packages/web/node_modules/react/index.js": "" },
		},
	],

	check(file, { files }) {
		if (/[^/]\.(?:docker|container)ignore$/.test(files.name ?? "")) return [];
		const wanted = file.patterns.filter(({ text, isException }) => !isException && isUnwantedAnywhere.test(text));
		if (wanted.length === 0) return [];
		const left = new Set(wanted);
		const problems: Problem[] = [];
		for (const path of sentBelow(file, files)) {
			const name = path.slice(path.lastIndexOf("/") + 1);
			for (const pattern of left) {
				if (pattern.matches?.(name) !== true) continue;
				left.delete(pattern);
				problems.push(problemOf(pattern, path));
			}
			if (left.size === 0) break;
		}
		return problems;
	},
});

/** What tools make and nobody wants to send, wherever it lies. */
const isUnwantedAnywhere =
	/^(?:node_modules|bower_components|__pycache__|\.(?:pytest|mypy|ruff)_cache|\.tox|\.venv|\.DS_Store|Thumbs\.db|\.terraform|npm-debug\.log\*?|\*\.(?:py[cod]|py\[cod\]|pyc|log|sw[op]|class|egg-info))$/;

function problemOf({ at, text }: Pattern, path: string): Problem {
	const fix = { title: say`Put \`**/\` before it`, edits: [insert(at.start, "**/")], safe: false };
	return { at, message: say`\`${text}\` fits only at the top, and \`${path}\` is sent`, fix };
}

/** More folders are not looked into. */
const mostFolders = 60;

/** Paths below the top that are sent, from the folders at the top and those in them. */
function* sentBelow(file: Dockerignore, files: Files): Generator<string> {
	const folders = [""];
	for (let index = 0; index < folders.length && index <= mostFolders; index++) {
		const folder = folders[index] ?? "";
		for (const name of files.list(folder === "" ? "." : folder) ?? []) {
			const path = folder === "" ? name : `${folder}/${name}`;
			if (ignoringPattern(file, path)) continue;
			if (folder !== "") yield path;
			const isDeep = path.split("/").length > 2;
			// What has an ending is hardly a folder, and a hidden one is a tool's own.
			if (!isDeep && !name.includes(".") && name !== "node_modules") folders.push(path);
		}
	}
}
