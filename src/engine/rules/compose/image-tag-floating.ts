import { rangeIn } from "../../compose/linted.ts";
import { supportedVersions } from "../../image/end-of-life.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { hubName, imageByDefault, tagRange, withTag } from "../compose-images.ts";

export default composeRule({
	id: "image-tag-floating",
	peers: { dclint: ["service-image-require-explicit-tag"], cis: ["CIS-5.28"] },
	category: "reproducibility",
	severity: "warning",
	title: "The tag of an image says no version",
	why: [
		"`latest`, `stable` and the like are another image after every release: what runs on one machine need not be what runs on the next, and nobody can go back to what ran yesterday.",
		"A database of a new major version often does not read what the old one wrote, and does not start.",
	],
	fixes: {
		onRequest: "The newest version that is supported long is taken, where the image is one whose versions are known.",
		never: "Which versions there are, nobody knows here, or a variable says which image it is.",
	},
	examples: [
		{
			bad: compose`
				services:
				  db:
				    image: postgres:latest
			`,
			good: compose`
				services:
				  db:
				    image: postgres:18
			`,
		},
	],
	needs: ["image"],

	check(file) {
		const problems: Problem[] = [];
		for (const { value: service } of file.services) {
			const image = imageByDefault(file, service);
			const tag = image?.reference.tag;
			if (!image || tag === undefined || image.reference.digest !== undefined || !floating.has(tag)) continue;
			const whole = rangeIn(file, image.value);
			if (!whole) continue;
			const [version] = tag === "latest" || tag === "lts" ? supportedVersions(hubName(image.reference) ?? "") : [];
			const edit = version === undefined ? undefined : withTag(image, version);
			problems.push({
				at: tagRange(image) ?? whole,
				message: say`\`${tag}\` is another image after every release`,
				...(edit && { fix: { title: say`Take version ${version ?? ""}`, edits: [edit], safe: false } }),
			});
		}
		return problems;
	},
});

const floating: ReadonlySet<string> = new Set(
	"latest stable edge test testing nightly dev develop development beta alpha canary lts main master mainline next rolling snapshot unstable current head HEAD".split(
		" ",
	),
);
