// Generated from what Hullwright says by `npm run generate`; do not edit. The translations are in the JSON files beside it.
export { default as ignoreCommentUsed } from "./ignore-comment-used.json";
export { default as unknownRuleIgnored } from "./unknown-rule-ignored.json";
export { default as unusedIgnore } from "./unused-ignore.json";
