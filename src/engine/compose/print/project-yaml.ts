import { writeYaml } from "../../yaml/write-yaml.ts";
import type { Plain } from "./shapes.ts";

/** A resolved project as YAML. Commands that nobody says are not there; all else is as in JSON. Load it lazily: it brings the YAML library. */
export function projectYaml(plain: Plain): string {
	const text = JSON.stringify(plain, (key, value: unknown) => (value === null && (key === "command" || key === "entrypoint") ? undefined : value));
	return writeYaml(JSON.parse(text));
}
