import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { installsWithout } from "../bundler-settings.ts";

export default dockerfileRule({
	id: "bundle-lockfile-unenforced",
	peers: { tally: ["tally/ruby/missing-bundle-deployment"] },
	category: "correctness",
	severity: "off",
	title: "Bundler may install other versions than those of the lock file",
	why: [
		"Where `Gemfile.lock` does not fit the `Gemfile`, Bundler resolves again, and the image gets gems that nobody has tested.",
		"With `BUNDLE_DEPLOYMENT=1` or `BUNDLE_FROZEN=1` it stops instead.",
	],
	fixes: {
		onRequest: "Gems are then installed into `vendor/bundle`, unless `BUNDLE_PATH` says otherwise.",
		never: "`ONBUILD` holds the instruction.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM ruby:3.3
				ENV RAILS_ENV=production
				COPY Gemfile Gemfile.lock ./
				RUN bundle install
			`,
			good: dockerfile`
				FROM ruby:3.3
				ENV RAILS_ENV=production
				COPY Gemfile Gemfile.lock ./
				ENV BUNDLE_DEPLOYMENT=1
				RUN bundle install
			`,
		},
	],

	needs: ["bundle"],
	check(file) {
		const problems: Problem[] = [];
		for (const { call, fix } of installsWithout(file, ["deployment", "frozen"], "BUNDLE_DEPLOYMENT=1"))
			problems.push({ at: call.range, message: say`nothing keeps \`bundle install\` to the lock file`, ...(fix && { fix }) });
		return problems;
	},
});
