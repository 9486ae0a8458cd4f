// Generated from the rules beside this file by `npm run generate`; do not edit.
import type { Rule } from "../lint/rule.ts";
import * as any from "./any.ts";
import * as bake from "./bake.ts";
import * as compose from "./compose.ts";
import * as dockerfile from "./dockerfile.ts";
import * as dockerignore from "./dockerignore.ts";

/** In the order of their ids. */
export const rules: readonly Rule[] = [
	...Object.values<Rule>(any),
	...Object.values<Rule>(bake),
	...Object.values<Rule>(compose),
	...Object.values<Rule>(dockerfile),
	...Object.values<Rule>(dockerignore),
].sort((one, other) => (one.id < other.id ? -1 : 1));
