import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { pnpmPackages } from "../../shell/packages.ts";
import { fixesOfUnpinned, reportUnpinned, unknownNames, whyPinned } from "../unpinned-packages.ts";

export default dockerfileRule({
	id: "pnpm-unpinned-package",
	category: "reproducibility",
	severity: "off",
	title: "pnpm installs packages in no particular version",
	why: whyPinned,
	options: { unknownNames },
	fixes: fixesOfUnpinned,
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				RUN pnpm add --global serve
			`,
			good: dockerfile`
				FROM node:22
				RUN pnpm add --global serve@14.2.4
			`,
		},
	],

	needs: pnpmPackages.programs,
	check: (file, { options }) => reportUnpinned(file, pnpmPackages, options.unknownNames),
});
