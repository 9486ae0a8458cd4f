import type { LintedCompose } from "../../compose/linted.ts";
import { serviceInsertion } from "../../compose/rewrite/insert.ts";
import { entryOf, type Mapping, textOf } from "../../compose/value.ts";
import { baseReferenceOf, rootOf } from "../../dockerfile/stages.ts";
import { startingInstructions } from "../../dockerfile/start.ts";
import type { ImageReference } from "../../image/reference.ts";
import { compose, composeRule, type Fix } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { buildOf } from "../compose-builds.ts";
import { hubName, pulledImage } from "../compose-images.ts";

export default composeRule({
	id: "init-missing",
	category: "practice",
	severity: "off",
	title: "The first process of a service was not made to be one",
	why: [
		"The first process of a container gets the signals that stop it, and has to clear away the processes that others leave: Node.js, Python and shells do neither, so that stopping takes ten seconds.",
		"With `init: true` Docker starts a small program that does both, and that starts the other.",
	],
	fixes: { onRequest: "`init: true` is added.", never: "The service is not written out in the file." },
	examples: [
		{
			bad: compose`
				services:
				  app:
				    image: node:24-slim
				    command: node server.js
			`,
			good: compose`
				services:
				  app:
				    image: node:24-slim
				    command: node server.js
				    init: true
			`,
		},
	],

	*check(file) {
		for (const { name, at, value: service } of file.services) {
			if (entryOf(service, "init") || entryOf(service, "pid") || !runsLanguage(service, file) || hasInit(textOfCommand(service))) continue;
			const fix = (): Fix | undefined => {
				const edit = serviceInsertion(file, name, "init", "true");
				return edit && { title: say`Add \`init: true\``, edits: [edit], safe: false };
			};
			yield { at, message: say`the first process of \`${name}\` clears nothing away`, fix };
		}
	},
});

/** Images in which an interpreter is the first process. */
const isLanguage = (reference: ImageReference): boolean => /^(?:node|python|ruby|pypy|oven\/bun|denoland\/deno|php)$/.test(hubName(reference) ?? "");

const hasInit = (text: string): boolean => /\b(?:tini|dumb-init|s6-svscan|catatonit|supervisord|docker-init)\b|^\/init\b/.test(text);

function textOfCommand(service: Mapping): string {
	const words = ["entrypoint", "command"].flatMap((key) => {
		const value = entryOf(service, key);
		return value?.kind === "sequence" ? value.items.map((item) => textOf(item) ?? "") : [textOf(value) ?? ""];
	});
	return words.join(" ");
}

function runsLanguage(service: Mapping, file: LintedCompose): boolean {
	const build = buildOf(service, file);
	if (!build) {
		const image = pulledImage(service);
		return image !== undefined && isLanguage(image.reference);
	}
	const { dockerfile, stage } = build;
	if (!dockerfile || !stage) return false;
	const reference = baseReferenceOf(dockerfile, rootOf(dockerfile, stage));
	if (!reference || !isLanguage(reference)) return false;
	return !startingInstructions(dockerfile, stage).some(({ range }) => hasInit(dockerfile.text.slice(range.start, range.end)));
}
