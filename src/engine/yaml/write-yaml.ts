import { stringify } from "./parse-yaml.ts";

/** Plain data as YAML, each text in one line. Load it lazily: it brings the YAML library. */
export const writeYaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
