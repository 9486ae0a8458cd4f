import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { poetryCache } from "../../shell/package-caches.ts";
import { everyStage } from "../every-stage.ts";
import { reportLeftovers, whyNoLeftovers } from "../leftover-caches.ts";

export default dockerfileRule({
	id: "poetry-leftover-cache",
	category: "size",
	severity: "off",
	strictSeverity: "info",
	title: "Poetry's cache stays in the image",
	why: ["Poetry keeps every archive that it has downloaded in `~/.cache/pypoetry`, so that each package is in the image twice.", ...whyNoLeftovers],
	options: { everyStage },
	fixes: { onRequest: "A later command may count on what is removed.", never: "Another user's home holds it, or no command can be added." },
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13
				RUN pip install --no-cache-dir poetry
				RUN poetry install
			`,
			good: dockerfile`
				FROM python:3.13
				RUN pip install --no-cache-dir poetry
				RUN poetry install && rm -rf ~/.cache/pypoetry/artifacts ~/.cache/pypoetry/cache
			`,
		},
	],

	needs: poetryCache.programs,
	check: (file, { options }) => reportLeftovers(file, poetryCache, { remove: "~/.cache/pypoetry/artifacts ~/.cache/pypoetry/cache" }, options),
});
