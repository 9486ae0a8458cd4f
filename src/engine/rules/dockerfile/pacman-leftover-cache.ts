import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { pacmanCache } from "../../shell/package-caches.ts";
import { everyStage } from "../every-stage.ts";
import { fixesOfLeftovers, reportLeftovers, whyNoLeftovers } from "../leftover-caches.ts";

export default dockerfileRule({
	id: "pacman-leftover-cache",
	category: "size",
	severity: "info",
	title: "pacman's downloads stay in the image",
	why: ["pacman keeps every package that it has downloaded in `/var/cache/pacman/pkg`, so that each is in the image twice.", ...whyNoLeftovers],
	options: { everyStage },
	fixes: fixesOfLeftovers,
	examples: [
		{
			bad: dockerfile`
				FROM archlinux:base
				RUN pacman -Syu --noconfirm git
			`,
			good: dockerfile`
				FROM archlinux:base
				RUN pacman -Syu --noconfirm git && pacman -Scc --noconfirm
			`,
		},
	],

	needs: pacmanCache.programs,
	check: (file, { options }) => reportLeftovers(file, pacmanCache, { clean: "-Scc --noconfirm" }, options),
});
