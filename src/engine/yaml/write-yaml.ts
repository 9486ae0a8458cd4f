import { stringify } from "./parse-yaml.ts";

/** Plain data as YAML, each text in one line, and in quotes where readers of YAML 1.1 would take it for something else. Load it lazily: it brings the YAML library. */
export const writeYaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false, compat: "yaml-1.1" });
