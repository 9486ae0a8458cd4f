import { ignoringPattern } from "../../dockerignore/ignored.ts";
import type { Dockerignore, Pattern } from "../../dockerignore/patterns.ts";
import { dockerignore, dockerignoreRule, type Files, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { findSimilar } from "../../text/similar.ts";
import { replace } from "../../text/text.ts";

export default dockerignoreRule({
	id: "dead-ignore-pattern",
	category: "correctness",
	severity: "warning",
	title: "A pattern names what is not there",
	why: [
		"What is there under a name that is spelt otherwise is sent to the builder, though the line seems to leave it out.",
		"Letter case counts, also where the disk does not tell `Build` from `build`.",
	],
	options: {
		onlyMisspelt: { default: true, strict: false, description: "Report only where something is there whose name is spelt much the same." },
	},
	fixes: {
		onRequest: "The name is spelt as that of what is there.",
		never: "Nothing there has a name that is spelt much the same, which is told in the preset `strict` only.",
	},
	examples: [
		{
			bad: dockerignore`
				.ENV
			`,
			good: dockerignore`
				.env
			`,
			files: { ".env": "TOKEN=secret\n" },
		},
	],

	check(file, { files, options: { onlyMisspelt } }) {
		// One for a single Dockerfile is about a folder that nobody knows.
		if (/[^/]\.(?:docker|container)ignore$/.test(files.name ?? "")) return [];
		return file.patterns.slice(0, mostAsked).flatMap((pattern): readonly Problem[] => {
			const missing = missingPart(pattern, files);
			if (!missing) return [];
			const { at, text } = pattern;
			const meant = missing.names.length > 0 ? meantBy(missing, file) : undefined;
			if (meant === undefined) return onlyMisspelt ? [] : [{ at, message: say`there is no \`${text}\`` }];
			const written = file.text.slice(at.start, at.end);
			const start = at.start + written.indexOf(missing.name, Math.max(0, written.indexOf(missing.folder)) + missing.folder.length);
			const fix = { title: say`Change it to \`${meant}\``, edits: [replace({ start, end: start + missing.name.length }, meant)], safe: false };
			return [{ at, message: say`there is no \`${text}\`, but \`${missing.folder}${meant}\``, fix }];
		});
	},
});

/** Folders are read for each, and no list that a person keeps has more. */
const mostAsked = 150;

/** The first part of a path that is not there, and the names that are there in its place. */
type Missing = { readonly folder: string; readonly name: string; readonly names: readonly string[] };

function missingPart({ text }: Pattern, files: Files): Missing | undefined {
	if (/[*?[\]\\{}|]|^\.\.?(?:\/|$)/.test(text)) return undefined;
	let folder = "";
	for (const name of text.split("/")) {
		const names = files.list(folder === "" ? "." : folder);
		if (!names) return undefined;
		if (!names.includes(name)) return { folder, name, names };
		folder += `${name}/`;
	}
	return undefined;
}

/** What is sent and differs in letter case alone; of what is seldom meant to be sent also what differs in one letter. */
function meantBy({ folder, name, names }: Missing, file: Dockerignore): string | undefined {
	const sent = names.filter((each) => !ignoringPattern(file, `${folder}${each}`) && !file.patterns.some(({ text }) => text === `${folder}${each}`));
	const lower = name.toLowerCase();
	return sent.find((each) => each.toLowerCase() === lower) ?? (name.length > 4 ? findSimilar(name, sent.filter(isSeldomSent), 1) : undefined);
}

const isSeldomSent = (name: string): boolean => /^(?:\.\w{3,}|node_modules|__pycache__|coverage)$/.test(name);
