import { startingInstructions } from "../../dockerfile/start.ts";
import { type Stage, stagesOf } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { scopeAtEnd } from "../../dockerfile/variables.ts";
import { rootReferenceOf } from "../../dockerfile/root-reference.ts";
import { rubyVersion } from "../../image/ruby.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default dockerfileRule({
	id: "yjit-not-enabled",
	peers: { tally: ["tally/ruby/yjit-not-enabled-on-supported-runtime"] },
	category: "practice",
	severity: "off",
	title: "Ruby's compiler is there, and is not switched on",
	why: [
		"Since Ruby 3.3 YJIT makes servers 15 to 30 percent faster for some more memory, and has to be asked for.",
		"`RUBY_YJIT_ENABLE=1` does; Rails 7.2 and later switch it on by themselves.",
	],
	fixes: { onRequest: "Each process needs some tens of megabytes more." },
	examples: [
		{
			bad: dockerfile`
				FROM ruby:3.3-slim
				CMD ["bundle", "exec", "puma"]
			`,
			good: dockerfile`
				FROM ruby:3.3-slim
				ENV RUBY_YJIT_ENABLE=1
				CMD ["bundle", "exec", "puma"]
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		const stage = stagesOf(file).at(-1);
		const reference = stage?.image && rootReferenceOf(file, stage);
		const [major = 0, minor = 0] = (reference && rubyVersion(reference)) ?? [];
		if (!stage?.image || major < 3 || (major === 3 && minor < 3) || !servesWithoutYjit(file, stage)) return problems;
		const lineEnd = file.text.includes("\r\n") ? "\r\n" : "\n";
		const edits = [insert(stage.from.fullRange.end, `${lineEnd}ENV RUBY_YJIT_ENABLE=1`)];
		problems.push({ at: stage.image, message: say`nothing switches YJIT on`, fix: { title: say`Switch it on`, edits, safe: false } });
		return problems;
	},
});

function servesWithoutYjit(file: Dockerfile, stage: Stage): boolean {
	const scope = scopeAtEnd(file, stage);
	if (scope.get("RUBY_YJIT_ENABLE") || scope.get("RUBYOPT")) return false;
	const words = startingInstructions(file, stage)
		.flatMap(({ args }) => args.map(({ text }) => text))
		.join(" ");
	return /\b(?:rails|puma|unicorn|sidekiq|rackup|falcon|passenger)\b/.test(words) && !words.includes("yjit");
}
