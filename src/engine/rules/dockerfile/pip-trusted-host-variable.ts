import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fixesOfUnverified, reportUnverified } from "../unverified.ts";

export default dockerfileRule({
	id: "pip-trusted-host-variable",
	peers: { checkov: ["CKV2_DOCKER_16"] },
	category: "security",
	severity: "warning",
	title: "A variable lets pip take packages from a host that it does not check",
	why: [
		"For a trusted host pip accepts any certificate, and plain HTTP as well; a variable does so for every call, in the image's containers too.",
		"A certificate of your own goes into the image, or is named by `PIP_CERT`.",
	],
	fixes: fixesOfUnverified,
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13-slim
				ENV PIP_TRUSTED_HOST=pypi.org
			`,
			good: dockerfile`
				FROM python:3.13-slim
			`,
		},
	],

	needs: ["trusted", "insecure"],
	check: (file) => reportUnverified(file, "pip-variable", ({ text }) => say`with \`${text}\` nobody checks that packages come from that host`),
});
