import { folderOf } from "../../compose/file-paths.ts";
import { type LintedCompose, relativeTo } from "../../compose/linted.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { ignoredByGit } from "../../text/git-ignored.ts";
import { say } from "../../text/message.ts";
import { isHarmlessValue, isSecretName } from "../../text/secrets.ts";
import { environmentFilesOf, placeOfVariable } from "../environment-files.ts";

export default composeRule({
	id: "env-file-secret-tracked",
	category: "security",
	severity: "warning",
	title: "A file of variables holds secrets, and git does not ignore it",
	why: [
		"What git has once, everybody has who may read the repository, now and for ever: a password there has to be changed, not deleted.",
		"A line in `.gitignore` keeps the file out; an example without values, such as `.env.example`, tells others what belongs there.",
	],
	fixes: { never: "The line belongs into `.gitignore`, and what git has already has to be taken out of it by `git rm --cached`." },
	examples: [
		{
			bad: compose`
				services:
				  db:
				    image: postgres:18
				    env_file: db.env
			`,
			good: compose`
				services:
				  db:
				    image: postgres:18
				    env_file: .env.db
			`,
			files: {
				".git/HEAD": "ref: refs/heads/main\n",
				".gitignore": ".env*\n",
				"db.env": "POSTGRES_PASSWORD=tr0ub4dor\n",
				".env.db": "POSTGRES_PASSWORD=tr0ub4dor\n",
			},
		},
	],

	check(file) {
		const problems: Problem[] = [];
		for (const other of environmentFilesOf(file)) {
			const { text, path, read } = other;
			const secret = read.entries.find(({ name, value, valueRange }) => {
				const written = text.slice(valueRange.start, valueRange.end);
				return value !== undefined && !written.includes("$") && isSecretName(name) && !isHarmlessValue(name, value) && !isTrial(name, value);
			});
			if (!secret || !isTracked(file, path)) continue;
			const at = placeOfVariable(file, other, secret.name);
			if (at) problems.push({ at, message: say`\`${relativeTo(file, path) ?? path}\` holds \`${secret.name}\`, and git does not ignore it` });
		}
		return problems;
	},
});

/** What is written for a first try and says so, or repeats a part of its name. */
function isTrial(name: string, value: string): boolean {
	const text = value.toLowerCase();
	return (
		trial.test(text) ||
		name
			.toLowerCase()
			.split(/[^a-z\d]+/)
			.includes(text) ||
		text.length < 6
	);
}

const trial = /change|example|sample|insert|replace|your|dummy|test|demo|dev|local|default|secret|passw|admin|root|user|1234|abc|foo|xxx|<|\.\.\./;

/** How far up the folder of a repository is looked for. */
const mostLevels = 8;

/** Whether the file lies in a repository of git, none of whose `.gitignore` says its name. */
function isTracked({ files }: LintedCompose, path: string): boolean {
	const ignores: { readonly folder: string; readonly text: string }[] = [];
	let folder = folderOf(path);
	for (let level = 0; level < mostLevels; level++) {
		const names = files.list(folder);
		if (!names) return false;
		const text = names.includes(".gitignore") ? files.text(`${folder}/.gitignore`) : undefined;
		if (text !== undefined) ignores.unshift({ folder, text });
		if (names.includes(".git")) return !ignoredByGit(path, ignores);
		if (folderOf(folder) === folder) return false;
		folder = folderOf(folder);
	}
	return false;
}
