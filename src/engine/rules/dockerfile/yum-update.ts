import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { fixesOfUpgrades, reportUpgrades, whyNoUpgrade } from "../upgrades.ts";

export default dockerfileRule({
	id: "yum-update",
	formerIds: ["no-yum-update"],
	peers: {
		kics: ["8f6456be"],
		semgrep: ["avoid-yum-update"],
	},
	category: "reproducibility",
	severity: "off",
	title: "yum updates all packages of the base image",
	why: whyNoUpgrade,
	fixes: fixesOfUpgrades,
	examples: [
		{
			bad: dockerfile`
				FROM centos:7
				RUN yum update -y && yum install -y httpd && yum clean all
			`,
			good: dockerfile`
				FROM centos:7
				RUN yum install -y httpd && yum clean all
			`,
		},
	],

	needs: ["yum"],
	check: (file) => reportUpgrades(file, ["yum"], /^(?:update|upgrade|dist(?:ribution|ro)?-?sync(?:hronization)?)$/),
});
