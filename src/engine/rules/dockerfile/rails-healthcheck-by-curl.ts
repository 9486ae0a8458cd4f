import { instructionsOf } from "../../dockerfile/instructions.ts";
import { rootReferenceBefore } from "../../dockerfile/root-reference.ts";
import { isRubyImage } from "../../image/ruby.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsOf } from "../../shell/commands.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "rails-healthcheck-by-curl",
	peers: { tally: ["tally/ruby/healthcheck-rails-up-endpoint"] },
	category: "practice",
	severity: "off",
	title: "A health check needs a program that Ruby makes needless",
	why: [
		"The slim images of Ruby have neither curl nor wget: it has to be installed for the health check, and kept up to date.",
		"`ruby -rnet/http -e 'exit Net::HTTP.get_response(URI(\"http://localhost:3000/up\")).is_a?(Net::HTTPOK)'` asks with what is there; since 7.1 Rails answers at `/up`.",
	],
	fixes: { never: "Which port and path answer is for you to decide." },
	examples: [
		{
			bad: dockerfile`
				FROM ruby:3.3-slim
				HEALTHCHECK CMD curl --fail http://localhost:3000/up
				CMD ["bin/rails", "server"]
			`,
			good: dockerfile`
				FROM ruby:3.3-slim
				HEALTHCHECK CMD ["ruby", "bin/health"]
				CMD ["bin/rails", "server"]
			`,
		},
	],

	needs: ["HEALTHCHECK"],
	check(file) {
		const problems: Problem[] = [];
		for (const check of instructionsOf(file, "HEALTHCHECK")) {
			const reference = rootReferenceBefore(file, check);
			if (!reference || !isRubyImage(reference)) continue;
			const command = commandsOf(file, check).find(({ name }) => name === "curl" || name === "wget");
			if (command?.program)
				problems.push({ at: command.program, message: say`the health check needs \`${command.name ?? ""}\` in the image, where Ruby could ask` });
		}
		return problems;
	},
});
