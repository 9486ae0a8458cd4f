// Generated from what Hullwright says by `npm run generate`; do not edit. The translations are in the JSON files beside it.
import type { Catalogue } from "../../engine/text/message.ts";
import * as rulesAny from "./rules/any/index.ts";
import * as rulesDockerfile from "./rules/dockerfile/index.ts";
import cli from "./cli.json";
import dockerfile from "./dockerfile.json";
import language from "./language.json";
import lint from "./lint.json";
import pages from "./pages.json";
import scaffold from "./scaffold.json";
import server from "./server.json";
import shared from "./shared.json";

const files: readonly Readonly<Record<string, string>>[] = [
	...Object.values(rulesAny),
	...Object.values(rulesDockerfile),
	cli,
	dockerfile,
	language,
	lint,
	pages,
	scaffold,
	server,
	shared,
];

/** By the English text. */
export const catalogue: Catalogue = new Map(files.flatMap((file) => Object.entries(file)));
