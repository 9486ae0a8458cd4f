import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { rootReferenceBefore } from "../../dockerfile/root-reference.ts";
import { rubyVersion } from "../../image/ruby.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { bundleInstalls } from "../../shell/bundler.ts";
import { type Call, callsOf } from "../../shell/calls.ts";
import type { ShellWord } from "../../shell/shell-word.ts";
import { say } from "../../text/message.ts";
import { insert, remove } from "../../text/text.ts";

export default dockerfileRule({
	id: "bundle-install-deprecated-flag",
	peers: { tally: ["tally/ruby/deprecated-bundler-install-flags"] },
	category: "correctness",
	severity: "warning",
	title: "`bundle install` is given a flag that Bundler has given up",
	why: [
		"Bundler 2.1 has deprecated the flags that are remembered for later calls, and Bundler 4 does not know them: the build fails with it.",
		"`bundle config set --local` says the same, and says that it is kept.",
	],
	fixes: {
		onRequest: "Bundler has to be 2.1 or newer.",
		never: "The command cannot have another one before it, or a variable holds the flag's value.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM ruby:3.3
				COPY Gemfile Gemfile.lock ./
				RUN bundle install --without development test --jobs 4
			`,
			good: dockerfile`
				FROM ruby:3.3
				COPY Gemfile Gemfile.lock ./
				RUN bundle config set --local without 'development test' && bundle install --jobs 4
			`,
		},
	],

	needs: ["bundle"],
	check(file) {
		const problems: Problem[] = [];
		for (const call of bundleInstalls(file)) {
			const flags = flagsOf(call);
			const [first] = flags;
			if (!first || hasOldBundler(file, call)) continue;
			const fix = asSettings(call, flags);
			problems.push({ at: first.word, message: say`Bundler has given up \`${first.name}\`, and since version 4 fails for it`, ...(fix && { fix }) });
		}
		return problems;
	},
});

/** By the flag: the setting that says the same. https://bundler.io/man/bundle-install.1.html */
const settings: ReadonlyMap<string, string> = new Map([
	["--deployment", "deployment"],
	["--frozen", "frozen"],
	["--without", "without"],
	["--with", "with"],
	["--path", "path"],
	["--system", "path.system"],
	["--clean", "clean"],
	["--no-prune", "no_prune"],
	["--shebang", "shebang"],
]);
const takingValues = new Set(["--without", "--with", "--path", "--shebang"]);

/** A flag with the words of its value, of which there may be several behind it. */
type Flag = { readonly name: string; readonly word: ShellWord; readonly values: readonly string[]; readonly last: ShellWord };

function flagsOf({ command: { args } }: Call): readonly Flag[] {
	const flags: Flag[] = [];
	for (const [index, word] of args.entries()) {
		const [, name = "", , attached] = /^(--[a-z-]+)(=(.*))?$/.exec(word.value ?? word.text) ?? [];
		if (!settings.has(name)) continue;
		const values = attached === undefined ? [] : [attached];
		let last = word;
		for (let next = index + 1; attached === undefined && takingValues.has(name) && next < args.length; next++) {
			const value = args[next];
			if (!value || value.text.startsWith("-") || (/path|shebang/.test(name) && values.length > 0)) break;
			values.push(value.text);
			last = value;
		}
		flags.push({ name, word, values, last });
	}
	return flags;
}

/** Ruby 2.7 is the first to bring Bundler 2.1. */
function hasOldBundler(file: Dockerfile, call: Call): boolean {
	const [major = 9, minor = 9] =
		rubyVersion(
			rootReferenceBefore(file, call.instruction) ?? { registry: undefined, repository: "", tag: undefined, digest: undefined, tagRange: undefined },
		) ?? [];
	if (major < 2 || (major === 2 && minor < 7)) return true;
	return callsOf(file, "gem").some(
		({ subcommand, operands, options }) =>
			/^i(?:nstall)?$/.test(subcommand) &&
			operands.some((name) => name !== undefined && /^bundler(?::[12]\.0|:1\.|$)/.test(name)) &&
			(operands.some((name) => name?.startsWith("bundler:")) ||
				options.some(([name, value]) => /^(?:-v|--version)$/.test(name) && /^\D*(?:1\.|2\.0)/.test(value))),
	);
}

function asSettings({ command }: Call, flags: readonly Flag[]): Fix | undefined {
	const { program, args, assignments, wrappers, exec, conditional, joint, place } = command;
	if (!program || assignments.length > 0 || wrappers.length > 0 || exec || conditional || place.isBackground || joint === "|" || joint === "||")
		return undefined;
	const commands: string[] = [];
	for (const { name, values } of flags) {
		if (values.some((value) => /["'$`\\;]/.test(value)) || (takingValues.has(name) && values.length === 0)) return undefined;
		const value = takingValues.has(name) ? (values.length > 1 ? `'${values.join(" ")}'` : values[0]) : "true";
		commands.push(`${program.text} config set --local ${settings.get(name)} ${value} && `);
	}
	const removals = flags.map(({ word, last }) => remove({ start: (args[args.indexOf(word) - 1] ?? program).end, end: last.end }));
	return { title: say`Set it with \`bundle config\``, edits: [insert(program.start, commands.join("")), ...removals], safe: false };
}
