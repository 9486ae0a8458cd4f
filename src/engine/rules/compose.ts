// Generated from the rules beside this file by `npm run generate`; do not edit.
export { default as invalidYaml } from "./compose/invalid-yaml.ts";
export { default as obsoleteVersion } from "./compose/obsolete-version.ts";
