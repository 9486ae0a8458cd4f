import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { condaCache } from "../../shell/package-caches.ts";
import { everyStage } from "../every-stage.ts";
import { fixesOfLeftovers, reportLeftovers, whyNoLeftovers } from "../leftover-caches.ts";

export default dockerfileRule({
	id: "conda-leftover-cache",
	category: "size",
	severity: "info",
	title: "conda's package cache stays in the image",
	why: ["conda keeps the archives of all packages, the index and what it has unpacked, often more than what is installed.", ...whyNoLeftovers],
	options: { everyStage },
	fixes: fixesOfLeftovers,
	examples: [
		{
			bad: dockerfile`
				FROM continuumio/miniconda3:24.5.0-0
				RUN conda install -y numpy
			`,
			good: dockerfile`
				FROM continuumio/miniconda3:24.5.0-0
				RUN conda install -y numpy && conda clean --all --yes
			`,
		},
	],

	needs: condaCache.programs,
	check: (file, { options }) => reportLeftovers(file, condaCache, { clean: "clean --all --yes" }, options),
});
