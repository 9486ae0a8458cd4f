import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { yumPackages, type Naming } from "../../shell/packages.ts";
import { everyOperand, fixesOfUnpinned, reportUnpinned, unknownNames, whyPinned } from "../unpinned-packages.ts";

export default dockerfileRule({
	id: "yum-unpinned-package",
	formerIds: ["yum-pin-version"],
	peers: {
		hadolint: ["DL3033"],
		kics: ["6452c424"],
	},
	category: "reproducibility",
	severity: "off",
	title: "yum installs packages in no particular version",
	why: whyPinned,
	options: { unknownNames, everyOperand },
	fixes: fixesOfUnpinned,
	examples: [
		{
			bad: dockerfile`
				FROM centos:7
				RUN yum install -y httpd && yum clean all
			`,
			good: dockerfile`
				FROM centos:7
				RUN yum install -y httpd-2.4.6 && yum clean all
			`,
		},
	],

	needs: yumPackages.programs,
	check: (file, { options }) => reportUnpinned(file, options.everyOperand ? operands : yumPackages, options.unknownNames),
});

/** hadolint knows of digits alone, and of nothing else that could be installed than packages. */
const operands: Naming = { ...yumPackages, isPinned: (name) => /-\d|:\w|-.*\.rpm$/.test(name), versionByVariable: /-/ };
