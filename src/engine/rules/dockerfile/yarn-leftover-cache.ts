import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { yarnCache } from "../../shell/package-caches.ts";
import { everyStage } from "../every-stage.ts";
import { firstCalls, fixesOfLeftovers, reportLeftovers, whyNoLeftovers } from "../leftover-caches.ts";

export default dockerfileRule({
	id: "yarn-leftover-cache",
	formerIds: ["yarn-cache-clean"],
	peers: {
		hadolint: ["DL3060"],
	},
	category: "size",
	severity: "info",
	title: "Yarn's cache stays in the image",
	why: ["Yarn 1 keeps every package that it has downloaded in a cache of its own, so that each is in the image twice.", ...whyNoLeftovers],
	options: { everyStage, firstCalls },
	fixes: fixesOfLeftovers,
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				RUN yarn install --frozen-lockfile
			`,
			good: dockerfile`
				FROM node:22
				RUN yarn install --frozen-lockfile && yarn cache clean
			`,
		},
	],

	needs: yarnCache.programs,
	check: (file, { options }) => reportLeftovers(file, yarnCache, { clean: "cache clean" }, options),
});
