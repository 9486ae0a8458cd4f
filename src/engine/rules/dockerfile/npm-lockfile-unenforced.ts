import { baseName, copiesOf, placeOf } from "../../dockerfile/copies.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import { joinPaths, stateBefore } from "../../dockerfile/state.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { ignoringPattern } from "../../dockerignore/ignored.ts";
import { dockerfile, dockerfileRule, type Files, type Problem } from "../../lint/rule.ts";
import { type Call, callsOf, hasOption } from "../../shell/calls.ts";
import { commandsOf } from "../../shell/commands.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";
import { type BuildContext, buildContextOf } from "../build-context.ts";
import { brings } from "../copied-manifests.ts";

export default dockerfileRule({
	id: "npm-lockfile-unenforced",
	category: "reproducibility",
	severity: "info",
	title: "`npm install` where there is a lock file",
	why: [
		"Where `package-lock.json` does not fit `package.json`, `npm install` resolves anew, and the image gets packages that nobody has tested.",
		"`npm ci` installs what the lock file says and nothing else, and fails where the two differ.",
	],
	fixes: { onRequest: "`npm ci` fails where the lock file is out of date." },
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				WORKDIR /app
				COPY package.json package-lock.json ./
				RUN npm install
			`,
			good: dockerfile`
				FROM node:22
				WORKDIR /app
				COPY package.json package-lock.json ./
				RUN npm ci
			`,
		},
	],

	needs: ["npm"],
	check(file, { files }) {
		const problems: Problem[] = [];
		for (const call of callsOf(file, "npm")) {
			const { word } = call;
			if (!word || !installsProject(call) || !findsLock(file, files, call)) continue;
			problems.push({
				at: call.range,
				message: say`\`${`npm ${call.subcommand}`}\` may install other versions than those of the lock file`,
				fix: { title: say`Use \`npm ci\``, edits: [replace(word, call.command.exec ? '"ci"' : "ci")], safe: false },
			});
		}
		return problems;
	},
});

/** Whether the call installs what the project's files say, in the folder where it is run, and heeds the lock file. */
const installsProject = (call: Call): boolean =>
	/^(?:i|in|ins|inst|insta|instal|install)$/.test(call.subcommand) && call.operands.length === 0 && !call.isOpen && !hasOption(call, ...elsewhere);

const elsewhere =
	"-g --global --location --prefix -C --package-lock --no-package-lock --package-lock-only --no-shrinkwrap --shrinkwrap --save --no-save --dry-run -w --workspace".split(
		" ",
	);

/** Whether a COPY before has brought a lock file into the folder where the call is run. */
function findsLock(file: Dockerfile, files: Files, { instruction: run, command }: Call): boolean {
	if (commandsOf(file, run).some(({ name, range }) => /^(?:cd|rm|mv)$/.test(name ?? "") && range.start < command.range.start)) return false;
	const { workdir } = stateBefore(file, run);
	let context: BuildContext | undefined;
	for (const copy of copiesOf(file)) {
		if (copy.instruction.range.start > run.range.start) break;
		if (!copy.isFromContext || copy.stage !== stageOf(file, run)) continue;
		const isHere = /^\.?\/?$/.test(copy.targetValue ?? "/") ? stateBefore(file, copy.instruction).workdir === workdir : undefined;
		for (const source of copy.sources) {
			const { kind, value } = source;
			if (kind !== "file" || value === undefined) continue;
			const place = placeOf(copy, source);
			if (locks.includes(baseName(value))) {
				if (isHere ?? (place !== undefined && workdir !== undefined && locks.some((name) => place === joinPaths(workdir, name)))) return true;
				continue;
			}
			if (!(isHere ?? (copy.path !== undefined && copy.path === workdir))) continue;
			context ??= buildContextOf(file, files);
			if (context && bringsLock(context, value)) return true;
		}
	}
	return false;
}

const locks: readonly string[] = ["package-lock.json", "npm-shrinkwrap.json"];

/** Whether a source that names no lock file has one in it, as `.` and `package*.json` may. */
const bringsLock = ({ has, ignoreFile }: BuildContext, source: string): boolean =>
	locks.some((name) => {
		const pattern = source.replace(/^(?:\.?\/)+/, "") || ".";
		if (pattern !== "." && !(/[*?]/.test(pattern) && brings(pattern, name))) return false;
		return has(name) === true && !(ignoreFile && ignoringPattern(ignoreFile.dockerignore, name));
	});
