import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { bunCache } from "../../shell/package-caches.ts";
import { everyStage } from "../every-stage.ts";
import { reportLeftovers, whyNoLeftovers } from "../leftover-caches.ts";

export default dockerfileRule({
	id: "bun-leftover-cache",
	category: "size",
	severity: "off",
	strictSeverity: "info",
	title: "Bun's cache stays in the image",
	why: [
		"Bun keeps what it has downloaded in `~/.bun/install/cache`, for the next time that it is called, and a finished image has no next time.",
		...whyNoLeftovers,
	],
	options: { everyStage },
	fixes: { onRequest: "A later command may count on what is removed.", never: "Another user's home holds it, or no command can be added." },
	examples: [
		{
			bad: dockerfile`
				FROM oven/bun:1
				RUN bun install --frozen-lockfile
			`,
			good: dockerfile`
				FROM oven/bun:1
				RUN bun install --frozen-lockfile && rm -rf ~/.bun/install/cache
			`,
		},
	],

	needs: bunCache.programs,
	check: (file, { options }) => reportLeftovers(file, bunCache, { remove: "~/.bun/install/cache" }, options),
});
