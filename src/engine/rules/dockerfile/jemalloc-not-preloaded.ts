import { instructionsOf } from "../../dockerfile/instructions.ts";
import { startOf } from "../../dockerfile/start.ts";
import { type Stage, stageOf, stagesOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { rootReferenceOf } from "../../dockerfile/root-reference.ts";
import { isRubyImage } from "../../image/ruby.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { callsOf } from "../../shell/calls.ts";
import { apkPackages, aptPackages, packagesOf } from "../../shell/packages.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default dockerfileRule({
	id: "jemalloc-not-preloaded",
	peers: { tally: ["tally/ruby/jemalloc-installed-but-not-preloaded"] },
	category: "practice",
	severity: "off",
	title: "jemalloc is installed, and Ruby does not use it",
	why: [
		"Ruby takes memory from the system's allocator unless `LD_PRELOAD` names another: to install the library alone changes nothing.",
		"With jemalloc a process of many threads often needs a third less memory.",
	],
	fixes: { onRequest: "All programs in the image then use it." },
	examples: [
		{
			bad: dockerfile`
				FROM ruby:3.3-slim
				RUN apt-get update && apt-get install -y libjemalloc2
				CMD ["bin/rails", "server"]
			`,
			good: dockerfile`
				FROM ruby:3.3-slim
				RUN apt-get update && apt-get install -y libjemalloc2
				ENV LD_PRELOAD=libjemalloc.so.2
				CMD ["bin/rails", "server"]
			`,
		},
	],

	needs: ["apt-get", "apt", "apk"],
	check(file) {
		const problems: Problem[] = [];
		for (const call of callsOf(file, "apt-get", "apt", "apk")) {
			for (const { word, name } of packagesOf(call, call.program === "apk" ? apkPackages : aptPackages)) {
				const stage = stageOf(file, call.instruction);
				if (!/^(?:libjemalloc[12]|jemalloc)(?:[=~]|$)/.test(name ?? "") || !stage || !isUnused(file, stage, call.instruction)) continue;
				problems.push({ at: word, message: say`nothing preloads jemalloc, so that Ruby does not use it`, fix: preload(file, call.instruction) });
			}
		}
		return problems;
	},
});

/** Whatever else speaks of the library may bring it in, and so may a script that starts the container. */
function isUnused(file: Dockerfile, stage: Stage, run: Instruction): boolean {
	const reference = rootReferenceOf(file, stage);
	if (!reference || !isRubyImage(reference) || stagesOf(file).at(-1) !== stage) return false;
	if (instructionsOf(file, "ENV").some(({ logical }) => /LD_PRELOAD|MALLOC_CONF/.test(logical.text))) return false;
	if (file.instructions.some((each) => each !== run && each.logical.text.includes("jemalloc"))) return false;
	const mentions = run.logical.text.split("jemalloc").length - 1;
	const { entrypoint, cmd } = startOf(file, stage);
	return mentions === 1 && ![entrypoint, cmd].some((each) => /\.sh\b|entrypoint|^(?:\.\/|\/(?!(?:usr\/)?(?:local\/)?s?bin\/))/.test(each?.args[0]?.text ?? ""));
}

function preload({ text }: Dockerfile, { fullRange }: Instruction): Fix {
	const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
	return { title: say`Preload jemalloc`, edits: [insert(fullRange.end, `${lineEnd}ENV LD_PRELOAD=libjemalloc.so.2`)], safe: false };
}
