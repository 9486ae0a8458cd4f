// Generated from what Hullwright says by `npm run generate`; do not edit. The translations are in the JSON files beside it.
export { default as invalidYaml } from "./invalid-yaml.json";
export { default as obsoleteVersion } from "./obsolete-version.json";
