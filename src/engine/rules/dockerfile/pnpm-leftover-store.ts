import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { pnpmCache } from "../../shell/package-caches.ts";
import { everyStage } from "../every-stage.ts";
import { reportLeftovers, whyNoLeftovers } from "../leftover-caches.ts";

export default dockerfileRule({
	id: "pnpm-leftover-store",
	category: "size",
	severity: "off",
	strictSeverity: "info",
	title: "pnpm's store stays in the image",
	why: [
		"pnpm keeps every package in a store of its own and links to it: what later commands change, remove or move out of `node_modules` is there still.",
		...whyNoLeftovers,
	],
	options: { everyStage },
	fixes: { never: "A cache mount is for you to choose." },
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				RUN pnpm install --frozen-lockfile
			`,
			good: dockerfile`
				FROM node:22
				RUN --mount=type=cache,target=/root/.local/share/pnpm/store pnpm install --frozen-lockfile
			`,
		},
	],

	needs: pnpmCache.programs,
	check: (file, { options }) => reportLeftovers(file, pnpmCache, {}, options),
});
