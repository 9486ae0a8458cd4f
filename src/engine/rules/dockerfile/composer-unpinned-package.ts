import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { composerPackages } from "../../shell/packages.ts";
import { fixesOfUnpinned, reportUnpinned, unknownNames, whyPinned } from "../unpinned-packages.ts";

export default dockerfileRule({
	id: "composer-unpinned-package",
	category: "reproducibility",
	severity: "off",
	title: "Composer installs packages in no particular version",
	why: whyPinned,
	options: { unknownNames },
	fixes: fixesOfUnpinned,
	examples: [
		{
			bad: dockerfile`
				FROM php:8.3-cli
				RUN composer global require phpunit/phpunit
			`,
			good: dockerfile`
				FROM php:8.3-cli
				RUN composer global require phpunit/phpunit:11.5.1
			`,
		},
	],

	needs: composerPackages.programs,
	check: (file, { options }) => reportUnpinned(file, composerPackages, options.unknownNames),
});
