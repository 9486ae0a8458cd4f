// Generated from the rules beside this file by `npm run generate`; do not edit.
import type { Rule } from "../lint/rule.ts";
import unknownRuleIgnored from "./dockerfile/unknown-rule-ignored.ts";
import unusedIgnore from "./dockerfile/unused-ignore.ts";

/** In the order of their ids. */
export const rules: readonly Rule[] = [unknownRuleIgnored, unusedIgnore];
