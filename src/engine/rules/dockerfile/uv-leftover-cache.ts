import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { uvCache } from "../../shell/package-caches.ts";
import { everyStage } from "../every-stage.ts";
import { reportLeftovers, whyNoLeftovers } from "../leftover-caches.ts";

export default dockerfileRule({
	id: "uv-leftover-cache",
	category: "size",
	severity: "off",
	strictSeverity: "info",
	title: "uv's cache stays in the image",
	why: [
		"uv keeps what it has downloaded and built in `~/.cache/uv`, for the next time that it is called, and a finished image has no next time.",
		...whyNoLeftovers,
	],
	options: { everyStage },
	fixes: { safely: "Always." },
	examples: [
		{
			bad: dockerfile`
				FROM ghcr.io/astral-sh/uv:python3.13-bookworm
				RUN uv sync --locked
			`,
			good: dockerfile`
				FROM ghcr.io/astral-sh/uv:python3.13-bookworm
				RUN uv sync --no-cache --locked
			`,
		},
	],

	needs: uvCache.programs,
	check: (file, { options }) => reportLeftovers(file, uvCache, { option: "--no-cache" }, options),
});
