import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { condaPackages } from "../../shell/packages.ts";
import { fixesOfUnpinned, reportUnpinned, unknownNames, whyPinned } from "../unpinned-packages.ts";

export default dockerfileRule({
	id: "conda-unpinned-package",
	category: "reproducibility",
	severity: "off",
	title: "conda installs packages in no particular version",
	why: whyPinned,
	options: { unknownNames },
	fixes: fixesOfUnpinned,
	examples: [
		{
			bad: dockerfile`
				FROM continuumio/miniconda3:24.5.0-0
				RUN conda install -y numpy
			`,
			good: dockerfile`
				FROM continuumio/miniconda3:24.5.0-0
				RUN conda install -y numpy=2.1
			`,
		},
	],

	needs: condaPackages.programs,
	check: (file, { options }) => reportUnpinned(file, condaPackages, options.unknownNames),
});
