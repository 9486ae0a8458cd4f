import { instructionsAndTriggersOf } from "../../dockerfile/instructions.ts";
import { isMounted, mountsOf } from "../../dockerfile/mounts.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsOf } from "../../shell/commands.ts";
import type { ShellWord } from "../../shell/shell-word.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "secret-mount-mismatch",
	category: "correctness",
	severity: "error",
	title: "A secret is read where none is mounted, or kept where it should not be",
	why: [
		"`--mount=type=secret,id=token` puts the secret at `/run/secrets/token`, or where `target=` says; another path is not there, and the command fails or goes on without it.",
		"A secret that a command copies into a file stays in the image's layer, which is what the mount is there to prevent.",
	],
	fixes: {
		onRequest: "One secret is mounted, and another one is read.",
		never: "It is not plain which secret is meant, or where it may be kept.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				RUN --mount=type=secret,id=npm_token NPM_TOKEN=$(cat /run/secrets/npm-token) npm ci
			`,
			good: dockerfile`
				FROM node:22
				RUN --mount=type=secret,id=npm_token NPM_TOKEN=$(cat /run/secrets/npm_token) npm ci
			`,
		},
	],

	needs: ["/run/secrets/"],
	check(file) {
		const problems: Problem[] = [];
		for (const run of instructionsAndTriggersOf(file, "RUN")) {
			if (!run.logical.text.includes(folder) && !run.heredocs.some(({ content }) => content.includes(folder))) continue;
			for (const problem of problemsOf(file, run)) problems.push(problem);
		}
		return problems;
	},
});

const folder = "/run/secrets/";

function* problemsOf(file: Dockerfile, run: Instruction): Iterable<Problem> {
	const mounted = mountsOf(file, run).filter(({ type }) => type === "secret" || type === undefined);
	// With `env` there is a file only where `target` asks for one.
	const files = mounted.filter(({ fields }) => !fields.has("env") || fields.has("target"));
	const targets = files.map(({ target, fields }) => target ?? (fields.has("target") ? undefined : toPath(fields.get("id") ?? fields.get("source"))));
	const reads = readsIn(file, run);
	const isThere = (path: string): boolean =>
		isMounted(file, run, path) ||
		targets.some((target) => target === undefined || path === target || path.startsWith(`${target}/`) || target.startsWith(`${path.replace(/\/$/, "")}/`));
	const unread = targets.filter((target) => target !== undefined && !reads.some(({ path }) => path === target));
	for (const { word, path, keptIn } of reads) {
		if (!isThere(path)) {
			const [only, another] = unread;
			const at = word.text.indexOf(path);
			const edits =
				only !== undefined && another === undefined && at >= 0 ? [replace({ start: word.start + at, end: word.start + at + path.length }, only)] : [];
			const problem = { at: { start: word.start, end: word.end }, message: say`no secret is mounted at \`${path}\` here` };
			yield edits.length > 0 ? { ...problem, fix: { title: say`Read \`${only ?? ""}\``, edits, safe: false } } : problem;
		} else if (keptIn) {
			yield { at: { start: word.start, end: word.end }, message: say`the secret is kept in \`${keptIn}\`, which stays in the image` };
		}
	}
}

const toPath = (id: string | undefined): string | undefined => (id === undefined ? undefined : folder + id.slice(id.lastIndexOf("/") + 1));

type Read = { readonly word: ShellWord; readonly path: string; readonly keptIn: string | undefined };

/** Where commands read secrets. What only asks whether a file is there, and what prints a path into a script for later, reads none; a path that is asked for is let be. */
function readsIn(file: Dockerfile, run: Instruction): readonly Read[] {
	const commands = commandsOf(file, run);
	const asked = new Set(commands.filter(({ name }) => name === "[" || name === "test" || name === "[[").flatMap(({ args }) => args.map(({ text }) => text)));
	const reads: Read[] = [];
	for (const command of commands) {
		const { name = "", args, redirects } = command;
		if (/^(?:\[|\[\[|test|echo|printf|sed|ls|export|ln|mkdir)$/.test(name)) continue;
		for (const word of [...args, ...redirects.flatMap(({ operator, target }) => (operator === "<" ? [target] : []))]) {
			const [path] = /\/run\/secrets\/[\w.-]+(?:\/[\w.-]+)*/.exec(word.value ?? "") ?? [];
			if (path === undefined || asked.has(word.text) || command.conditional) continue;
			const target =
				name === "cat" ? redirects.find(({ operator }) => /^>/.test(operator))?.target : name === "cp" || name === "install" ? args.at(-1) : undefined;
			const kept = target === word ? undefined : target?.text;
			const isGone =
				kept === undefined ||
				/^\/dev\//.test(kept) ||
				isMounted(file, run, kept) ||
				commands.some((each) => each.name === "rm" && each.args.some(({ text }) => text === kept));
			reads.push({ word, path, keptIn: isGone ? undefined : kept });
		}
	}
	return reads;
}
