// Generated from what Hullwright says by `npm run generate`; do not edit. The translations are in the JSON files beside it.
import type { Catalogue } from "../../engine/text/message.ts";
import * as rulesAny from "./rules/any/index.ts";
import * as rulesBake from "./rules/bake/index.ts";
import * as rulesCompose from "./rules/compose/index.ts";
import * as rulesDockerfile from "./rules/dockerfile/index.ts";
import * as rulesDockerignore from "./rules/dockerignore/index.ts";
import bake from "./bake.json";
import cli from "./cli.json";
import completion from "./completion.json";
import compose from "./compose.json";
import containers from "./containers.json";
import dockerfile from "./dockerfile.json";
import documentation from "./documentation.json";
import explain from "./explain.json";
import files from "./files.json";
import fragments from "./fragments.json";
import hcl from "./hcl.json";
import hover from "./hover.json";
import hovers from "./hovers.json";
import inlayHints from "./inlay-hints.json";
import language from "./language.json";
import lint from "./lint.json";
import migrate from "./migrate.json";
import refactor from "./refactor.json";
import rules from "./rules.json";
import run from "./run.json";
import scaffold from "./scaffold.json";
import server from "./server.json";
import services from "./services.json";
import shared from "./shared.json";
import signatures from "./signatures.json";
import yaml from "./yaml.json";

const translations: readonly Readonly<Record<string, string>>[] = [
	...Object.values(rulesAny),
	...Object.values(rulesBake),
	...Object.values(rulesCompose),
	...Object.values(rulesDockerfile),
	...Object.values(rulesDockerignore),
	bake,
	cli,
	completion,
	compose,
	containers,
	dockerfile,
	documentation,
	explain,
	files,
	fragments,
	hcl,
	hover,
	hovers,
	inlayHints,
	language,
	lint,
	migrate,
	refactor,
	rules,
	run,
	scaffold,
	server,
	services,
	shared,
	signatures,
	yaml,
];

/** By the English text. */
export const catalogue: Catalogue = new Map(translations.flatMap((file) => Object.entries(file)));
