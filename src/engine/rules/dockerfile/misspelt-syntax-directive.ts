import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { findSimilar } from "../../text/similar.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "misspelt-syntax-directive",
	peers: { tally: ["tally/syntax-directive-typo"] },
	category: "correctness",
	severity: "error",
	title: "`# syntax=` names no front end that there is",
	why: [
		"The directive names an image that reads the file in place of the builder: where it cannot be pulled, nothing is built, and a name that is nearly Docker's may be somebody else's.",
	],
	fixes: {
		onRequest: "The name is nearly that of Docker's front end, or more words stand behind it.",
	},
	examples: [
		{
			bad: dockerfile`
				# syntax=docker/dockerfil:1
				FROM debian:12
			`,
			good: dockerfile`
				# syntax=docker/dockerfile:1
				FROM debian:12
			`,
		},
	],

	needs: ["# syntax"],
	check({ text, directives }) {
		const problems: Problem[] = [];
		for (const { name, value } of directives) {
			if (name !== "syntax") continue;
			const [image = ""] = value.text.split(/\s/);
			const at = { start: value.start, end: value.start + image.length };
			if (image.length < value.text.length) {
				const fix: Fix = { title: say`Leave ${image} alone`, edits: [replace(value, image)], safe: false };
				problems.push({ at: value, message: say`all of \`${value.text}\` is the front end's name here`, fix });
				continue;
			}
			const repository = /^[^:@]*/.exec(image)?.[0] ?? "";
			if (known.includes(repository)) continue;
			const meant = findSimilar(repository, known, 2);
			if (meant === undefined) continue;
			const end = at.start + repository.length;
			const isWritten = text.slice(at.start, end) === repository;
			problems.push({
				at: { start: at.start, end },
				message: say`\`${repository}\` is no front end of Docker's; \`${meant}\` is`,
				...(isWritten && { fix: { title: say`Change it to ${meant}`, edits: [replace({ start: at.start, end }, meant)], safe: false } }),
			});
		}
		return problems;
	},
});

const known = ["docker/dockerfile", "docker.io/docker/dockerfile", "docker/dockerfile-upstream", "docker.io/docker/dockerfile-upstream"];
