import { rangeIn } from "../../compose/linted.ts";
import { supportedVersions } from "../../image/end-of-life.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { hubName, imageByDefault, withTag } from "../compose-images.ts";

export default composeRule({
	id: "image-tag-missing",
	peers: { dclint: ["service-image-require-explicit-tag"], cis: ["CIS-5.28"] },
	category: "reproducibility",
	severity: "warning",
	title: "The image of a service has no tag",
	why: [
		"Without a tag Docker takes `latest`, which is another image after every release: what runs on one machine need not be what runs on the next.",
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
				    image: postgres
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
			if (!image || image.reference.tag !== undefined || image.reference.digest !== undefined) continue;
			const at = rangeIn(file, image.value);
			if (!at) continue;
			const [version] = supportedVersions(hubName(image.reference) ?? "");
			const edit = version === undefined ? undefined : withTag(image, version);
			problems.push({
				at,
				message: say`\`${image.text}\` has no tag: after every release it is another image`,
				...(edit && { fix: { title: say`Take version ${version ?? ""}`, edits: [edit], safe: false } }),
			});
		}
		return problems;
	},
});
