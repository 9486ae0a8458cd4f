import { isShipped } from "../../dockerfile/shipped-stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { rootReferenceBefore } from "../../dockerfile/root-reference.ts";
import { isRubyImage } from "../../image/ruby.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { commandAfter } from "../../shell/append-command.ts";
import { hasSetting, isInstall } from "../../shell/bundler.ts";
import { type Call, callsByRun } from "../../shell/calls.ts";
import { commandsOf } from "../../shell/commands.ts";
import { isMountedIn } from "../../shell/package-caches.ts";
import { say } from "../../text/message.ts";
import { everyStage } from "../every-stage.ts";

export default dockerfileRule({
	id: "bundler-leftover-cache",
	peers: { tally: ["tally/ruby/leftover-bundler-cache"] },
	category: "size",
	severity: "off",
	title: "The archives of installed gems stay in the image",
	why: [
		"Bundler keeps each gem's archive beside the gem that it has unpacked from it, so that each is in the image twice.",
		"What a later `RUN` removes stays in the layer that wrote it, so that only the same `RUN` can keep it out of the image.",
	],
	options: { everyStage },
	fixes: {
		onRequest: "Gems cannot be restored from their archives any more.",
		never: "The script lets no command be added.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM ruby:3.3
				RUN bundle install
			`,
			good: dockerfile`
				FROM ruby:3.3
				RUN bundle install && rm -rf /usr/local/bundle/cache
			`,
		},
	],

	needs: ["bundle"],
	check(file, { options }) {
		const problems: Problem[] = [];
		for (const [run, calls] of callsByRun(file, "bundle")) {
			const call = calls.find(isInstall);
			const reference = call && rootReferenceBefore(file, run);
			if (!reference || !isRubyImage(reference) || (!options.everyStage && !isShipped(file, run)) || isMountedIn(file, run, cache)) continue;
			// Elsewhere is another place for the archives, and who removes anything like a cache knows of it.
			if (hasSetting(file, call, "path", "deployment", "no_install", "cache_path") || commandsOf(file, run).some(removesCache)) continue;
			const fix = withRemoval(file, call);
			problems.push({ at: call.range, message: say`\`bundle install\` leaves the archives of the gems in the image`, ...(fix && { fix }) });
		}
		return problems;
	},
});

const cache = { directories: [{ path: "/usr/local/bundle/cache" }] };
const removesCache = ({ name, args }: ReturnType<typeof commandsOf>[number]): boolean =>
	/^(?:rm|find)$/.test(name ?? "") && args.some(({ text }) => /cache|\.gem\b/.test(text));

function withRemoval(file: Dockerfile, { instruction, command, index }: Call): Fix | undefined {
	if (command.wrappers.length > 0) return undefined;
	const edit = commandAfter(command, commandsOf(file, instruction)[index + 1], "rm -rf /usr/local/bundle/cache");
	return edit && { title: say`Remove them in the same \`RUN\``, edits: [edit], safe: false };
}
