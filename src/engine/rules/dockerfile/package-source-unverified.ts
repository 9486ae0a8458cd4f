import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fixesOfUnverified, reportUnverified } from "../unverified.ts";

export default dockerfileRule({
	id: "package-source-unverified",
	category: "security",
	severity: "warning",
	title: "A package manager does not check who it talks to",
	why: ["Without the check of certificates anybody between the build and the server decides what is installed."],
	fixes: fixesOfUnverified,
	examples: [
		{
			bad: dockerfile`
				FROM continuumio/miniconda3
				RUN conda config --set ssl_verify false && conda install flask
			`,
			good: dockerfile`
				FROM continuumio/miniconda3
				RUN conda install flask
			`,
		},
	],

	needs: ["insecure", "ssl_verify", "ssl-verify", "no_verify", "disable_tls", "disable-tls", "secure-http", "certificate", "conda"],
	check: (file) => reportUnverified(file, "others", ({ text }) => say`\`${text}\` lets anybody answer for the server`),
});
