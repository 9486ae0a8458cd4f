import { flagOf } from "../../dockerfile/instructions.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { bundleInstalls, isInstall } from "../../shell/bundler.ts";
import { callsOf, hasOption } from "../../shell/calls.ts";
import { commandsOf } from "../../shell/commands.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default dockerfileRule({
	id: "bundle-install-with-network",
	peers: { tally: ["tally/ruby/prefer-network-none-install"] },
	category: "security",
	severity: "off",
	title: "Gems that are there already are installed with the network open",
	why: [
		"What is installed from `vendor/cache` alone runs the gems' own code, and that code needs no network: one that has been tampered with would use it.",
		"`RUN --network=none` takes it away for the installation.",
	],
	fixes: {
		onRequest: "A gem that downloads something while it is compiled fails then.",
		never: "The `RUN` does more than the installation.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM ruby:3.3
				COPY . .
				RUN bundle install --local
			`,
			good: dockerfile`
				FROM ruby:3.3
				COPY . .
				RUN --network=none bundle install --local
			`,
		},
	],

	needs: ["bundle"],
	check(file) {
		const problems: Problem[] = [];
		const caching = callsOf(file, "bundle").find(({ subcommand }) => /^(?:cache|package|pack)$/.test(subcommand));
		for (const call of bundleInstalls(file)) {
			const { instruction: run, range } = call;
			if (flagOf(run, "network") || !(hasOption(call, "--local") || (caching && caching.range.start < range.start && caching.instruction !== run))) continue;
			const isAlone =
				run.startLine > 0 &&
				commandsOf(file, run).length ===
					callsOf(file, "bundle").filter((each) => each.instruction === run && (isInstall(each) || each.subcommand === "config")).length;
			const fix = { title: say`Add \`--network=none\``, edits: [insert(run.keywordRange.end, " --network=none")], safe: false };
			problems.push({ at: range, message: say`this installs gems that are there already, and has the network for it`, ...(isAlone && { fix }) });
		}
		return problems;
	},
});
