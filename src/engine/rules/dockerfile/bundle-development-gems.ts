import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { installsWithout } from "../bundler-settings.ts";

export default dockerfileRule({
	id: "bundle-development-gems",
	peers: { tally: ["tally/ruby/missing-bundle-without-development"] },
	category: "security",
	severity: "warning",
	title: "Gems for development are installed for production",
	why: [
		"The environment is `production`, and Bundler installs all groups of the Gemfile all the same: debuggers, consoles and test frameworks make the image larger, and easier to misuse.",
		"`BUNDLE_WITHOUT=development:test` leaves them out.",
	],
	fixes: {
		onRequest: "The application may need a gem of those groups.",
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
				ENV BUNDLE_WITHOUT=development:test
				RUN bundle install
			`,
		},
	],

	needs: ["bundle"],
	check(file) {
		const problems: Problem[] = [];
		for (const { call, fix } of installsWithout(file, ["without", "only"], "BUNDLE_WITHOUT=development:test")) {
			if (call.command.conditional) continue;
			problems.push({ at: call.range, message: say`\`bundle install\` installs the gems for development too`, ...(fix && { fix }) });
		}
		return problems;
	},
});
