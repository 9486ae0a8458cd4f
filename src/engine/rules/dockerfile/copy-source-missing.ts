import { copiesOf } from "../../dockerfile/copies.ts";
import { dockerfile, dockerfileRule, type Files, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { wildcardTest } from "../../text/wildcards.ts";
import { findSimilar } from "../../text/similar.ts";
import { replace } from "../../text/text.ts";
import { type BuildContext, buildContextOf, contextPath } from "../build-context.ts";

export default dockerfileRule({
	id: "copy-source-missing",
	category: "correctness",
	severity: "warning",
	title: "What is copied is not there",
	why: [
		"Docker looks for the file in the build context and fails where it is not there, often after minutes of building.",
		"This is said where other files of the Dockerfile lie in its folder, and not of what a build before this one makes.",
	],
	fixes: {
		onRequest: "A file of a similar name is there.",
		never: "No file has a similar name.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13
				COPY requirement.txt main.py /app/
			`,
			good: dockerfile`
				FROM python:3.13
				COPY requirements.txt main.py /app/
			`,
			files: { "requirements.txt": "", "main.py": "" },
		},
	],

	needs: ["COPY", "ADD"],
	check(file, { files }) {
		let problems: Problem[] | undefined;
		const copies = copiesOf(file);
		const context = copies.length > 0 ? buildContextOf(file, files) : undefined;
		if (!context) return none;
		for (const { sources, isFromContext } of copies) {
			if (!isFromContext) continue;
			for (const { word, value, kind } of sources) {
				const path = kind === "file" && value !== undefined ? contextPath(value) : undefined;
				if (path === undefined || context.has(path) !== false) continue;
				const similar = findNear(files, context, path);
				if (isMade(files, path) || (similar === undefined && !isWritten(path))) continue;
				const isPlain = value !== undefined && file.text.slice(word.start, word.end) === value;
				(problems ??= []).push({
					at: word,
					message: similar === undefined ? say`there is no \`${path}\` beside this file` : say`there is no \`${path}\` beside this file, but a \`${similar}\``,
					...(similar !== undefined && isPlain && { fix: { title: say`Copy ${similar}`, edits: [replace(word, similar)], safe: false } }),
				});
			}
		}
		return problems ?? none;
	},
});

const none: readonly Problem[] = [];

/** A path that differs in the part that is missing. */
function findNear(files: Files, { has }: BuildContext, path: string): string | undefined {
	const parts = path.split("/");
	const missing = parts.findIndex((_, index) => has(parts.slice(0, index + 1).join("/")) === false);
	const name = parts[missing] ?? "";
	const names = files.list(parts.slice(0, missing).join("/") || ".") ?? [];
	const near = findSimilar(name, names);
	// Of short names nearly all are similar.
	if (near === undefined || name.length < 4) return undefined;
	const found = parts.with(missing, near).join("/");
	return has(found) ? found : undefined;
}

/** What a build makes, or somebody puts there, is not there before: the folders and kinds that one knows for it, and what Git is told to ignore. */
function isMade(files: Files, path: string): boolean {
	if (made.test(path)) return true;
	const ignored = files.text(".gitignore");
	return ignored !== undefined && ignored.split(/\r?\n/).some((line) => isAbout(line, path));
}

const made =
	/(?:^|\/)(?:_?build|dist|out|output|target|bin|obj|publish|release|artifacts?|node_modules|vendor|generated|tmp|secrets?|certs?|ssl|\.next|\.output|coverage|wheelhouse|packages?)(?:\/|$)|\.(?:jar|war|ear|so|dll|exe|deb|rpm|apk|whl|gem|zip|gz|tgz|bz2|xz|zst|tar|7z|iso|img|bin|run|pem|crt|cer|key|p12|pfx|jks|env|sql|dump|bak|log|license|lic|wasm)$|(?:^|\/)\.env|(?:^|\/)id_rsa/i;

function isAbout(line: string, path: string): boolean {
	const pattern = line.trim().replace(/^\/|\/$/g, "");
	if (pattern === "" || pattern.startsWith("#")) return false;
	return wildcardTest(`**/${pattern}`, "folder")(path);
}

/** What people write, and no build makes. */
const isWritten = (path: string): boolean =>
	/\.(?:c|cfg|conf|config|cpp|cs|css|go|h|html|ini|java|js|json|jsx|kt|lock|lua|md|mjs|php|pl|properties|py|rb|rs|sh|bash|sum|mod|toml|ts|tsx|txt|vue|xml|ya?ml)$|(?:^|\/)(?:Gemfile|Makefile|Pipfile|Rakefile|Procfile|Cargo\.lock)$/i.test(
		path,
	);
