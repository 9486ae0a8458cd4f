import type { Message } from "../../../text/message.ts";

/** Anything that YAML holds. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain | undefined };

/** A service as it is to be written, with what it needs beside it, and what was said of a container that a Compose file cannot say. */
export type ServiceDraft = {
	readonly name: string;
	readonly service: { readonly [key: string]: Plain | undefined };
	readonly volumes: { readonly [name: string]: Plain };
	readonly networks: { readonly [name: string]: Plain };
	readonly notes: readonly Message[];
};

/** A name that a service may have, made of any. */
export const serviceName = (text: string): string => text.replace(/[^\w.-]+/g, "-").replace(/^[^A-Za-z\d]+|[^A-Za-z\d]+$/g, "") || "app";

/** A `$` would begin a variable. */
export const escaped = (text: string): string => text.replaceAll("$", "$$$$");

/** Without what is undefined, and without lists and mappings that hold nothing. */
export function withoutEmpty(values: { readonly [key: string]: Plain | undefined }): { readonly [key: string]: Plain } {
	const entries = Object.entries(values).filter(
		([, value]) => value !== undefined && !(typeof value === "object" && value !== null && Object.keys(value).length === 0),
	);
	return Object.fromEntries(entries) as { readonly [key: string]: Plain };
}
