// Generated from the rules beside this file by `npm run generate`; do not edit.
export { default as ignoreCommentUsed } from "./any/ignore-comment-used.ts";
export { default as unknownRuleIgnored } from "./any/unknown-rule-ignored.ts";
export { default as unusedIgnore } from "./any/unused-ignore.ts";
