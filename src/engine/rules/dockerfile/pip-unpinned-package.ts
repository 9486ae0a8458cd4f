import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { pipPackages } from "../../shell/packages.ts";
import { fixesOfUnpinned, reportUnpinned, unknownNames, whyPinned } from "../unpinned-packages.ts";

export default dockerfileRule({
	id: "pip-unpinned-package",
	formerIds: ["pip-pin-version"],
	peers: {
		hadolint: ["DL3013"],
		kics: ["02d9c71f"],
	},
	category: "reproducibility",
	severity: "off",
	title: "pip installs packages in no particular version",
	why: whyPinned,
	options: { unknownNames },
	fixes: fixesOfUnpinned,
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13
				RUN pip install --no-cache-dir flask
			`,
			good: dockerfile`
				FROM python:3.13
				RUN pip install --no-cache-dir flask==3.0.3
			`,
		},
	],

	needs: pipPackages.programs,
	check: (file, { options }) => reportUnpinned(file, pipPackages, options.unknownNames, ({ program }) => program !== "uv"),
});
