import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { composerCache } from "../../shell/package-caches.ts";
import { everyStage } from "../every-stage.ts";
import { reportLeftovers } from "../leftover-caches.ts";

export default dockerfileRule({
	id: "composer-leftover-cache",
	category: "size",
	severity: "info",
	title: "Composer's cache stays in the image",
	why: ["Composer keeps every package that it has downloaded in its cache, so that each is in the image twice.", "With `--no-cache` it keeps none."],
	options: { everyStage },
	fixes: { safely: "Always." },
	examples: [
		{
			bad: dockerfile`
				FROM php:8.3-cli
				RUN composer install --no-dev
			`,
			good: dockerfile`
				FROM php:8.3-cli
				RUN composer install --no-cache --no-dev
			`,
		},
	],

	needs: composerCache.programs,
	check: (file, { options }) => reportLeftovers(file, composerCache, { option: "--no-cache" }, options),
});
