import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { yarnPackages } from "../../shell/packages.ts";
import { fixesOfUnpinned, reportUnpinned, unknownNames, whyPinned } from "../unpinned-packages.ts";

export default dockerfileRule({
	id: "yarn-unpinned-package",
	category: "reproducibility",
	severity: "off",
	title: "Yarn installs packages in no particular version",
	why: whyPinned,
	options: { unknownNames },
	fixes: fixesOfUnpinned,
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				RUN yarn global add serve
			`,
			good: dockerfile`
				FROM node:22
				RUN yarn global add serve@14.2.4
			`,
		},
	],

	needs: yarnPackages.programs,
	check: (file, { options }) => reportUnpinned(file, yarnPackages, options.unknownNames),
});
