import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fixesOfUnverified, reportUnverified } from "../unverified.ts";

export default dockerfileRule({
	id: "go-modules-unverified",
	category: "security",
	severity: "warning",
	title: "Go takes modules that nobody vouches for",
	why: [
		"Without the checksum database, or over connections that are not secured, Go builds whatever it is handed out for a module's version.",
		"Where modules are private, `GOPRIVATE` with their pattern leaves out these alone.",
	],
	fixes: fixesOfUnverified,
	examples: [
		{
			bad: dockerfile`
				FROM golang:1.25
				ENV GOSUMDB=off
			`,
			good: dockerfile`
				FROM golang:1.25
			`,
		},
	],

	needs: ["goinsecure", "gonosum", "gosumdb", "goflags"],
	check: (file) => reportUnverified(file, "go", ({ text }) => say`\`${text}\` takes modules as they come, whoever hands them out`),
});
