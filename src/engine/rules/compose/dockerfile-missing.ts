import { folderOf } from "../../compose/file-paths.ts";
import { entryRangeIn, type LintedCompose, rangeIn, relativeTo, valueAt } from "../../compose/linted.ts";
import { partsAround, valueOfPart } from "../../compose/rewrite/parts.ts";
import { scalarReplacement } from "../../compose/rewrite/scalars.ts";
import { compose, composeRule, type Fix } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import type { Range } from "../../text/text.ts";
import { buildOf, isSureToBuild, type ComposeBuild } from "../compose-builds.ts";

export default composeRule({
	id: "dockerfile-missing",
	category: "correctness",
	severity: "error",
	title: "The Dockerfile that an image is built from does not exist",
	why: ["`docker compose config` takes such a file, and `up` fails as soon as it builds the image: *failed to read dockerfile*."],
	fixes: {
		onRequest: "The name of a file in that folder is written that differs in capital letters alone.",
		never: "No file has nearly that name.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    build:
				      context: web
				      dockerfile: dockerfile.prod
			`,
			good: compose`
				services:
				  web:
				    build:
				      context: web
				      dockerfile: Dockerfile.prod
			`,
			files: { "web/Dockerfile.prod": "FROM nginx:1.27\n" },
		},
	],
	needs: ["build"],

	*check(file) {
		for (const each of file.services) {
			const service = each.value;
			const build = buildOf(service, file);
			if (!build?.path || build.dockerfile || build.context === undefined) continue;
			const { path } = build;
			const said = valueAt(build.build, "dockerfile");
			const at = rangeIn(file, said) ?? rangeIn(file, valueAt(build.build, "context")) ?? entryRangeIn(file, service, "build");
			// Of a context that is missing another rule tells.
			if (!at || !file.files.isAbsent(path) || file.files.isAbsent(build.context) || isTakenInSmallLetters(file, build)) continue;
			if (!isSureToBuild(each, file, [said, valueAt(build.build, "context")])) continue;
			const fix = said && fixFor(file, rangeIn(file, said), path);
			yield { at, message: say`there is no file \`${relativeTo(file, path) ?? path}\` to build from`, ...(fix && { fix }) };
		}
	},
});

/** BuildKit takes a `dockerfile` where there is no `Dockerfile` and none is named. */
function isTakenInSmallLetters(file: LintedCompose, { path = "", context = "" }: ComposeBuild): boolean {
	return path === `${context}/Dockerfile` && file.files.text(`${context}/dockerfile`) !== undefined;
}

function fixFor(file: LintedCompose, at: Range | undefined, path: string): Fix | undefined {
	const wanted = path.slice(path.lastIndexOf("/") + 1);
	const name = file.files.list(folderOf(path))?.find((each) => each.toLowerCase() === wanted.toLowerCase());
	const part = at && partsAround(file, at).at(-1);
	const scalar = part && valueOfPart(part);
	if (name === undefined || scalar?.kind !== "scalar" || !scalar.source.endsWith(wanted)) return undefined;
	const edit = scalarReplacement(file, scalar, scalar.source.slice(0, -wanted.length) + name);
	return edit && { title: say`Change it to \`${name}\``, edits: [edit], safe: false };
}
