import { isNamedAsFile, sourceRange } from "../../compose/facts/mounts.ts";
import { relativeTo } from "../../compose/linted.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { missingBindsIn } from "../missing-binds.ts";

export default composeRule({
	id: "bind-dir-missing",
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "A folder that is mounted does not exist",
	why: [
		"Docker makes what is missing on the host, and it belongs to root: a container that runs as another user cannot write there, nor can you without `sudo`.",
	],
	fixes: { never: "The folder is to be made beside the file, by the user who runs the container." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - ./pages:/usr/share/nginx/html
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - ./site:/usr/share/nginx/html
			`,
			files: { "site/index.html": "<!doctype html>\n" },
		},
	],
	needs: ["volumes"],

	*check(file) {
		for (const each of missingBindsIn(file)) {
			const { mount, source } = each;
			if (isNamedAsFile(mount.target) && isNamedAsFile(source)) continue;
			yield { at: sourceRange(file, each), message: say`there is no \`${relativeTo(file, source) ?? source}\`, and Docker makes it a folder of root's` };
		}
	},
});
