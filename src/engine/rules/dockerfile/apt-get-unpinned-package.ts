import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { aptPackages } from "../../shell/packages.ts";
import { fixesOfUnpinned, reportUnpinned, unknownNames, whyPinned } from "../unpinned-packages.ts";

export default dockerfileRule({
	id: "apt-get-unpinned-package",
	formerIds: ["apt-pin-version"],
	peers: {
		hadolint: ["DL3008"],
		kics: ["965a08d7"],
	},
	category: "reproducibility",
	severity: "off",
	title: "apt-get installs packages in no particular version",
	why: whyPinned,
	options: { unknownNames },
	fixes: fixesOfUnpinned,
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN apt-get update && apt-get install -y nginx
			`,
			good: dockerfile`
				FROM debian:12
				RUN apt-get update && apt-get install -y nginx=1.22.1-9+deb12u1
			`,
		},
	],

	needs: aptPackages.programs,
	check: (file, { options }) => reportUnpinned(file, aptPackages, options.unknownNames, ({ program }) => program === "apt-get"),
});
