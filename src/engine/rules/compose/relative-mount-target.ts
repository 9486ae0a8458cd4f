import { rangeIn } from "../../compose/linted.ts";
import { entryOf, textOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { type Range, replace } from "../../text/text.ts";

export default composeRule({
	id: "relative-mount-target",
	category: "correctness",
	severity: "error",
	title: "Something is mounted at a path that is not absolute",
	why: [
		"`docker compose config` takes such a file, and the engine refuses the container: where something is mounted has to begin with `/`, or with a drive in a container of Windows.",
	],
	fixes: { onRequest: "`/` is put in front of it.", never: "Where it is meant to be cannot be told." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - ./site:srv
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - ./site:/srv
			`,
		},
	],
	needs: ["volumes"],

	*check(file) {
		for (const { value } of file.services) {
			const volumes = entryOf(value, "volumes");
			if (volumes?.kind !== "sequence") continue;
			for (const volume of volumes.items) {
				const target = entryOf(volume, "target");
				const path = textOf(target);
				const at = rangeIn(file, target);
				if (!at || !path || target?.kind !== "string" || /[:\\$]|^\//.test(path) || file.text.slice(at.start, at.end).includes("$")) continue;
				const place = placeIn(file.text.slice(at.start, at.end), path);
				const range = place && { start: at.start + place.start, end: at.start + place.end };
				yield {
					at: range ?? at,
					message: say`\`${path}\` is no absolute path`,
					...(range && /^\w/.test(path) && { fix: { title: say`Begin the path with \`/\``, edits: [replace(range, `/${path}`)], safe: false } }),
				};
			}
		}
	},
});

/** The path with a `./` before it, as it stands by itself between colons or quotation marks. */
function placeIn(written: string, path: string): Range | undefined {
	for (let start = written.lastIndexOf(path); start >= 0; start = start === 0 ? -1 : written.lastIndexOf(path, start - 1)) {
		const end = start + path.length;
		const dot = written.slice(0, start).endsWith("./") ? start - 2 : start;
		if (/^[:"']?$/.test(written.slice(Math.max(0, dot - 1), dot)) && /^[:"']?$/.test(written.slice(end, end + 1))) return { start: dot, end };
	}
	return undefined;
}
