import { instructionsAndTriggersOf } from "../../dockerfile/instructions.ts";
import { sourcesOf } from "../../dockerfile/sources.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { callsByRun } from "../../shell/calls.ts";
import { fetchedLinks } from "../../shell/fetched-links.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "mutable-download",
	category: "reproducibility",
	severity: "off",
	strictSeverity: "info",
	title: "What is downloaded changes from day to day",
	why: [
		"A branch or the latest release is another one tomorrow, so that the same file makes different images, and a cached layer keeps an old one.",
		"A tag, a commit or a version in the link says which one is meant.",
	],
	fixes: { never: "Which version to take is for you to decide." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN git clone https://example.com/app.git
			`,
			good: dockerfile`
				FROM debian:12
				RUN git clone --branch v1.2.0 https://example.com/app.git
			`,
		},
	],

	needs: ["ADD", "curl", "wget", "git"],
	check(file) {
		const problems: Problem[] = [];
		for (const { url, at } of fetchedLinks(file)) if (changing.test(url)) problems.push({ at, message: say`what this link leads to changes with time` });
		for (const instruction of instructionsAndTriggersOf(file, "ADD")) {
			for (const { word, value = "", kind } of sourcesOf(file, instruction)) {
				if (kind === "repository" && !/[#?]/.test(value))
					problems.push({ at: word, message: say`this takes whatever the repository's main branch is on that day` });
			}
		}
		const runs = [...callsByRun(file, "git")];
		for (const [index, [run, calls]] of runs.entries()) {
			// What is chosen later may be anything.
			const stage = stageOf(file, run);
			if (runs.slice(index).some(([later, each]) => stageOf(file, later) === stage && each.some(({ subcommand }) => choosing.test(subcommand)))) continue;
			for (const { subcommand, options, word, isOpen } of calls) {
				if (subcommand === "clone" && !isOpen && !options.some(([name]) => name === "-b" || name === "--branch" || name === "--revision"))
					problems.push({ at: { start: word.start, end: word.end }, message: say`this takes whatever the repository's main branch is on that day` });
			}
		}
		return problems;
	},
});

const choosing = /^(?:checkout|reset|switch|submodule|fetch)$/;

const branch = "(?:main|master|HEAD|develop|trunk)";
const changing = new RegExp(
	`/releases/latest(?:/|$)|raw\\.githubusercontent\\.com/[^/]+/[^/]+/(?:refs/heads/)?${branch}/|/archive/(?:refs/heads/)?${branch}(?:\\.|/|$)|/(?:tarball|zipball)/${branch}(?:$|/)|/-/raw/${branch}/|/nightly/`,
);
