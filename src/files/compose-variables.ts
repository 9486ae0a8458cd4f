import { delimiter } from "node:path";
import type { Lookup } from "../engine/compose/template.ts";
import type { Disk } from "./disk.ts";

/** The variables with which Compose runs here. Files that a user has named for a project count over `COMPOSE_FILE`. */
export const composeVariables =
	(disk: Disk, composeFiles: readonly string[]): Lookup =>
	(name) =>
		name === "COMPOSE_FILE" && composeFiles.length > 0 ? composeFiles.join(delimiter) : disk.variable(name);
