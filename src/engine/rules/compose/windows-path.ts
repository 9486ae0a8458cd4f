import { mountsIn } from "../../compose/facts/mounts.ts";
import { rangeIn } from "../../compose/linted.ts";
import { writtenAt } from "../../compose/rewrite/written.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default composeRule({
	id: "windows-path",
	category: "practice",
	severity: "info",
	title: "A mounted path is one of Windows alone",
	why: [
		"A path with a drive is there on one machine, and one with backslashes is a single odd name on Linux and macOS: Docker makes an empty folder of it.",
		"Paths from the file's own folder, with slashes, work everywhere.",
	],
	fixes: { onRequest: "Backslashes become slashes, which Windows takes as well.", never: "The path begins with a drive." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - .\site:/usr/share/nginx/html
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - ./site:/usr/share/nginx/html
			`,
		},
	],
	needs: ["volumes"],

	*check(file) {
		for (const { mount, at } of mountsIn(file)) {
			// A container of Windows has such paths inside, too.
			if (mount.type !== "bind" || /^[A-Za-z]:/.test(mount.target) || mount.target.includes("\\")) continue;
			const place = mount.isShort ? at : rangeIn(file, entryOf(mount.item, "source"));
			const written = place && writtenAt(file, place);
			const source = written && (mount.isShort ? (/^([A-Za-z]:[^:$]*|[^:$]*):[^:]+(?::[^:]+)?$/.exec(written.text)?.[1] ?? "") : written.text);
			if (!written || !source || !/^[A-Za-z]:[\\/]|^[.\w~]+\\/.test(source)) continue;
			const hasDrive = /^[A-Za-z]:/.test(source);
			const range = { start: written.start, end: written.start + source.length };
			yield {
				at: range,
				message: hasDrive
					? say`\`${source}\` is a path of one machine with Windows`
					: say`outside of Windows, \`${source}\` is a single name with backslashes in it`,
				...(!hasDrive && { fix: { title: say`Write it with slashes`, edits: [replace(range, source.replaceAll("\\", "/"))], safe: false } }),
			};
		}
	},
});
