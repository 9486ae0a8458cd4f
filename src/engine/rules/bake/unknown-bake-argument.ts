import { placesOf } from "../../bake/names.ts";
import { bake, bakeRule, type Problem } from "../../lint/rule.ts";
import { argumentsOf } from "../../dockerfile/declared-arguments.ts";
import { say } from "../../text/message.ts";
import { findSimilar, mostAsked } from "../../text/similar.ts";
import { replace } from "../../text/text.ts";
import { dockerfilesBeside, dockerfilesWith } from "../bake-builds.ts";

export default bakeRule({
	id: "unknown-bake-argument",
	category: "correctness",
	severity: "warning",
	title: "An argument is set that the Dockerfile does not have",
	why: ["Docker leaves out what no `ARG` of the Dockerfile names, so that the image is built with the default, or with nothing, and nobody is told."],
	fixes: {
		onRequest: "The name is changed to that of an `ARG` which is spelt much the same.",
		never: "No `ARG` has a name that is spelt much the same.",
	},
	examples: [
		{
			bad: bake`
				target "app" {
				  args = {
				    VERSON = "1"
				  }
				}
			`,
			good: bake`
				target "app" {
				  args = {
				    VERSION = "1"
				  }
				}
			`,
			files: { Dockerfile: "FROM alpine:3.22\nARG VERSION\n" },
		},
	],

	check(file, { files }) {
		const places = placesOf(file).filter(({ kind, name }) => kind === "argument" && !isBuilders.test(name));
		if (places.length === 0) return [];
		const read = dockerfilesBeside(files);
		return places.flatMap(({ name, block, start, end }, index): readonly Problem[] => {
			const dockerfiles = block ? dockerfilesWith(file, block, read) : new Map<string, never>();
			const known = new Set([...dockerfiles.values()].flatMap((each) => [...argumentsOf(each)]));
			if (dockerfiles.size === 0 || known.has(name)) return [];
			const at = { start, end };
			// What is set already is not meant again.
			for (const place of places) if (place.block === block) known.delete(place.name);
			const similar = index < mostAsked && name.length > 2 ? findSimilar(name, known) : undefined;
			const [path = ""] = dockerfiles.keys();
			const message = dockerfiles.size === 1 ? say`\`${path}\` has no \`ARG ${name}\`` : say`none of the Dockerfiles has an \`ARG ${name}\``;
			return [
				similar === undefined ? { at, message } : { at, message, fix: { title: say`Change it to \`${similar}\``, edits: [replace(at, similar)], safe: false } },
			];
		});
	},
});

/** Arguments that need no ARG: https://docs.docker.com/reference/dockerfile/#predefined-args and those that BuildKit itself looks at. */
const isBuilders = /^(?:(?:HTTPS?|FTP|NO|ALL)_PROXY|BUILDKIT_\w+|SOURCE_DATE_EPOCH)$/i;
