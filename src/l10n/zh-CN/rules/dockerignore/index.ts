// Generated from what Hullwright says by `npm run generate`; do not edit. The translations are in the JSON files beside it.
export { default as backslashInIgnorePattern } from "./backslash-in-ignore-pattern.json";
export { default as coveredIgnorePattern } from "./covered-ignore-pattern.json";
export { default as deadIgnorePattern } from "./dead-ignore-pattern.json";
export { default as duplicateIgnorePattern } from "./duplicate-ignore-pattern.json";
export { default as exceptionWithoutEffect } from "./exception-without-effect.json";
export { default as invalidIgnorePattern } from "./invalid-ignore-pattern.json";
export { default as misplacedIgnoreComment } from "./misplaced-ignore-comment.json";
export { default as needlessPatternCharacters } from "./needless-pattern-characters.json";
export { default as rootOnlyIgnorePattern } from "./root-only-ignore-pattern.json";
export { default as undoneIgnorePattern } from "./undone-ignore-pattern.json";
export { default as unmatchableIgnorePattern } from "./unmatchable-ignore-pattern.json";
