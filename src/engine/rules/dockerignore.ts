// Generated from the rules beside this file by `npm run generate`; do not edit.
export { default as backslashInIgnorePattern } from "./dockerignore/backslash-in-ignore-pattern.ts";
export { default as coveredIgnorePattern } from "./dockerignore/covered-ignore-pattern.ts";
export { default as deadIgnorePattern } from "./dockerignore/dead-ignore-pattern.ts";
export { default as duplicateIgnorePattern } from "./dockerignore/duplicate-ignore-pattern.ts";
export { default as exceptionWithoutEffect } from "./dockerignore/exception-without-effect.ts";
export { default as invalidIgnorePattern } from "./dockerignore/invalid-ignore-pattern.ts";
export { default as misplacedIgnoreComment } from "./dockerignore/misplaced-ignore-comment.ts";
export { default as needlessPatternCharacters } from "./dockerignore/needless-pattern-characters.ts";
export { default as rootOnlyIgnorePattern } from "./dockerignore/root-only-ignore-pattern.ts";
export { default as undoneIgnorePattern } from "./dockerignore/undone-ignore-pattern.ts";
export { default as unmatchableIgnorePattern } from "./dockerignore/unmatchable-ignore-pattern.ts";
