import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { bunPackages } from "../../shell/packages.ts";
import { fixesOfUnpinned, reportUnpinned, unknownNames, whyPinned } from "../unpinned-packages.ts";

export default dockerfileRule({
	id: "bun-unpinned-package",
	category: "reproducibility",
	severity: "off",
	title: "Bun installs packages in no particular version",
	why: whyPinned,
	options: { unknownNames },
	fixes: fixesOfUnpinned,
	examples: [
		{
			bad: dockerfile`
				FROM oven/bun:1.1
				RUN bun add --global serve
			`,
			good: dockerfile`
				FROM oven/bun:1.1
				RUN bun add --global serve@14.2.4
			`,
		},
	],

	needs: bunPackages.programs,
	check: (file, { options }) => reportUnpinned(file, bunPackages, options.unknownNames),
});
