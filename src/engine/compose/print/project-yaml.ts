import { writeYaml } from "../../yaml/write-yaml.ts";
import type { Plain } from "./shapes.ts";

/** A resolved project as YAML. Commands and addresses that nobody says are not there; all else is as in JSON. Load it lazily: it brings the YAML library. */
export function projectYaml(plain: Plain): string {
	const text = JSON.stringify(plain, (key, value: unknown) => (isUnsaid(key, value) ? undefined : value));
	const { name, services, ...others } = JSON.parse(text) as { readonly name?: string; readonly services?: Readonly<Record<string, object>> };
	// As people read it: services first, and what each has in an order in which it is found.
	const shown = services && Object.fromEntries(Object.entries(services).map(([service, held]) => [service, inOrder(held)]));
	return writeYaml({ ...(name !== undefined && { name }), ...(shown && { services: shown }), ...others });
}

const inOrder = (held: object): object => Object.fromEntries(Object.entries(held).sort(([one], [other]) => (one < other ? -1 : 1)));

const isUnsaid = (key: string, value: unknown): boolean =>
	value === null ? key === "command" || key === "entrypoint" : key === "ipam" && typeof value === "object" && Object.keys(value).length === 0;
