import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fixesOfUnverified, reportUnverified } from "../unverified.ts";

export default dockerfileRule({
	id: "pip-trusted-host",
	peers: { checkov: ["CKV2_DOCKER_4"] },
	category: "security",
	severity: "warning",
	title: "pip takes packages from a host that it does not check",
	why: [
		"For a trusted host pip accepts any certificate, and plain HTTP as well: whoever is between the build and the index decides what is installed.",
		"A certificate of your own goes into the image, or is named by `--cert`.",
	],
	fixes: fixesOfUnverified,
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13-slim
				RUN pip install --no-cache-dir --trusted-host pypi.org flask
			`,
			good: dockerfile`
				FROM python:3.13-slim
				RUN pip install --no-cache-dir flask
			`,
		},
	],

	needs: ["trusted", "insecure"],
	check: (file) => reportUnverified(file, "pip", ({ text }) => say`with \`${text}\` nobody checks that the packages come from that host`),
});
