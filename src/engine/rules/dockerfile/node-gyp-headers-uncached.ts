import { mountsOf } from "../../dockerfile/mounts.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { isRunByRoot } from "../../dockerfile/users.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { type Call, callsOf, hasOption } from "../../shell/calls.ts";
import { isMountedIn } from "../../shell/package-caches.ts";
import { apkPackages, aptPackages, packagesOf } from "../../shell/packages.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default dockerfileRule({
	id: "node-gyp-headers-uncached",
	peers: { tally: ["tally/js/node-gyp-cache-mounts"] },
	category: "cache",
	severity: "off",
	title: "Node's headers are downloaded again by each build",
	why: [
		"A package with native code is compiled by node-gyp, which downloads the headers of Node for it into `~/.cache/node-gyp`.",
		"A cache mount there keeps them from one build to the next.",
	],
	fixes: {
		onRequest: "The builder has to be BuildKit.",
		never: "It is not known who runs the installation.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM node:22-alpine
				RUN apk add --no-cache python3 make g++
				RUN npm ci
			`,
			good: dockerfile`
				FROM node:22-alpine
				RUN apk add --no-cache python3 make g++
				RUN --mount=type=cache,target=/root/.cache/node-gyp npm ci
			`,
		},
	],

	needs: ["npm", "yarn", "pnpm"],
	check(file) {
		const problems: Problem[] = [];
		const compilers = callsOf(file, "apk", "apt-get", "apt").filter(installsCompiler);
		if (compilers.length === 0) return problems;
		const seen = new Set<Instruction>();
		for (const call of callsOf(file, "npm", "yarn", "pnpm")) {
			const { instruction: run, program, subcommand, operands } = call;
			if (program !== "npm" && program !== "yarn" && program !== "pnpm") continue;
			if (
				seen.has(run) ||
				!installs[program].test(subcommand) ||
				operands.length > 0 ||
				hasOption(call, "-v", "--version", "-g", "--global") ||
				isMountedIn(file, run, cache)
			)
				continue;
			const stage = stageOf(file, run);
			if (!compilers.some(({ instruction }) => stageOf(file, instruction) === stage)) continue;
			seen.add(run);
			const fix = withMount(file, run);
			problems.push({
				at: call.range,
				message: say`node-gyp downloads Node's headers again, since no cache is mounted at \`~/.cache/node-gyp\``,
				...(fix && { fix }),
			});
		}
		return problems;
	},
});

const installs = { npm: /^(?:ci|i|install|clean-install|rebuild)$/, yarn: /^(?:install)?$/, pnpm: /^(?:i|install|rebuild)$/ } as const;
const cache = { directories: [{ path: "~/.cache/node-gyp" }] };

/** Who installs both a compiler and Python does it for node-gyp. */
function installsCompiler(call: Call): boolean {
	const naming = call.program === "apk" ? apkPackages : aptPackages;
	const names = packagesOf(call, naming).map(({ name = "" }) => name.replace(/[=~<>].*/, ""));
	return names.some((name) => /^(?:g\+\+|build-base|build-essential)$/.test(name)) && names.some((name) => /^python[23]?$/.test(name));
}

function withMount(file: Dockerfile, run: Instruction): Fix | undefined {
	if (run.startLine === 0 || !isRunByRoot(file, run) || mountsOf(file, run).some(({ target }) => target?.startsWith("/root/.cache"))) return undefined;
	const edits = [insert(run.keywordRange.end, " --mount=type=cache,target=/root/.cache/node-gyp")];
	return { title: say`Mount a cache at \`/root/.cache/node-gyp\``, edits, safe: false };
}
