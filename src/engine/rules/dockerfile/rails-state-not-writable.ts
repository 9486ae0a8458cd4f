import { instructionsOf } from "../../dockerfile/instructions.ts";
import { startingInstructions } from "../../dockerfile/start.ts";
import { stateAtEnd } from "../../dockerfile/state.ts";
import { type Stage, stagesOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { userOf } from "../../dockerfile/users.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default dockerfileRule({
	id: "rails-state-not-writable",
	peers: { tally: ["tally/ruby/state-paths-not-writable-as-non-root"] },
	category: "correctness",
	severity: "off",
	title: "Rails cannot write where it keeps its state",
	why: [
		"`COPY` gives files to root, whoever `USER` names: Rails then cannot write to `tmp`, `log` and `storage`, and fails when it starts or with the first upload.",
		"These directories have to belong to the user; the rest may stay root's.",
	],
	fixes: { onRequest: "Directories that the application does not have are made." },
	examples: [
		{
			bad: dockerfile`
				FROM ruby:3.3
				WORKDIR /rails
				COPY . .
				USER 1000:1000
				CMD ["bin/rails", "server"]
			`,
			good: dockerfile`
				FROM ruby:3.3
				WORKDIR /rails
				COPY . .
				RUN mkdir -p log storage tmp && chown -R 1000:1000 log storage tmp
				USER 1000:1000
				CMD ["bin/rails", "server"]
			`,
		},
	],

	needs: ["USER"],
	check(file) {
		const problems: Problem[] = [];
		const stage = stagesOf(file).at(-1);
		const { user } = stage ? stateAtEnd(file, stage) : { user: undefined };
		if (!stage || !user || !stage.instructions.includes(user)) return problems;
		const name = userOf(file, user);
		const copy = stage.instructions.find(copiesApplication);
		if (!name || name.isRoot || !copy || !startsRails(file, stage)) return problems;
		// Who gives anything to anybody knows of it.
		if (commandsNamed(file, "chown", "chmod", "install", "setfacl").length > 0 || instructionsOf(file, "VOLUME").length > 0) return problems;
		problems.push({
			at: copy.range,
			message: say`this belongs to root, and \`${name.text}\` cannot write to \`log\`, \`storage\` and \`tmp\` in it`,
			fix: giveTo(file, user, name.text),
		});
		return problems;
	},
});

const copiesApplication = ({ keyword, flags, args }: Instruction): boolean =>
	/^(?:COPY|ADD)$/.test(keyword) &&
	args[0] !== undefined &&
	/^\.\/?$|\/(?:rails|app)$/.test(args[0].text) &&
	!flags.some((flag) => /^(?:chown|chmod)$/.test(flag.name));

const startsRails = (file: Dockerfile, stage: Stage): boolean =>
	startingInstructions(file, stage).some(({ args }) => /\b(?:rails|puma|unicorn)\b/.test(args.map(({ text }) => text).join(" ")));

function giveTo({ text }: Dockerfile, { range: { start } }: Instruction, name: string): Fix {
	const edits = [insert(start, `RUN mkdir -p log storage tmp && chown -R ${name} log storage tmp${text.includes("\r\n") ? "\r\n" : "\n"}`)];
	return { title: say`Give the directories to the user`, edits, safe: false };
}
