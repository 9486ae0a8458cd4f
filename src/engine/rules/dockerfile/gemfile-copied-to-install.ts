import { stagesOf } from "../../dockerfile/stages.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { bundleInstalls } from "../../shell/bundler.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "gemfile-copied-to-install",
	peers: { tally: ["tally/ruby/prefer-gemfile-bind-mounts"] },
	category: "cache",
	severity: "off",
	title: "The Gemfile is copied for the installation alone",
	why: [
		"A `COPY` for the installation makes a layer that the copy of the whole application repeats.",
		"`RUN --mount=type=bind,source=Gemfile,target=Gemfile` shows the file to the installation, and leaves nothing behind.",
	],
	fixes: { never: "Bundler writes to its directory, and what else needs the files is not known." },
	examples: [
		{
			bad: dockerfile`
				FROM ruby:3.3
				WORKDIR /app
				COPY Gemfile Gemfile.lock ./
				RUN bundle install
				COPY . .
			`,
			good: dockerfile`
				FROM ruby:3.3
				WORKDIR /app
				RUN --mount=type=bind,source=Gemfile,target=Gemfile \
				    --mount=type=bind,source=Gemfile.lock,target=Gemfile.lock \
				    bundle install
				COPY . .
			`,
		},
	],

	needs: ["bundle"],
	check(file) {
		const problems: Problem[] = [];
		const runs = new Set(bundleInstalls(file).map(({ instruction }) => instruction));
		if (runs.size === 0) return problems;
		for (const { instructions } of stagesOf(file)) {
			for (const [index, copy] of instructions.entries()) {
				const next = instructions[index + 1];
				if (copy.keyword !== "COPY" || copy.flags.length > 0 || !next || !runs.has(next) || copy.args.length < 2) continue;
				const isGemfile = copy.args.slice(0, -1).every(({ text }) => /^(?:\.\/)?(?:Gemfile(?:\*|\.lock\*?)?|\.ruby-version)$/.test(text));
				// What comes with the application later needs no copy of its own.
				const comesLater = instructions
					.slice(index + 2)
					.some(({ keyword, args }) => /^(?:COPY|ADD)$/.test(keyword) && args.slice(0, -1).some(({ text }) => /^(?:\.\/?|\/)$/.test(text)));
				if (isGemfile && comesLater) problems.push({ at: copy.range, message: say`this is copied for \`bundle install\`, and again with the application` });
			}
		}
		return problems;
	},
});
