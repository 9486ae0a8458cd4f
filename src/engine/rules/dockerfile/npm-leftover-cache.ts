import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { npmCache } from "../../shell/package-caches.ts";
import { everyStage } from "../every-stage.ts";
import { fixesOfLeftovers, reportLeftovers, whyNoLeftovers } from "../leftover-caches.ts";

export default dockerfileRule({
	id: "npm-leftover-cache",
	category: "size",
	severity: "info",
	title: "npm's cache stays in the image",
	why: ["npm keeps every package that it has downloaded in `~/.npm`, so that each is in the image twice.", ...whyNoLeftovers],
	options: { everyStage },
	fixes: fixesOfLeftovers,
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				RUN npm ci
			`,
			good: dockerfile`
				FROM node:22
				RUN npm ci && npm cache clean --force
			`,
		},
	],

	needs: npmCache.programs,
	check: (file, { options }) => reportLeftovers(file, npmCache, { clean: "cache clean --force" }, options),
});
