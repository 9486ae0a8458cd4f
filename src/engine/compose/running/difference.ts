import { type Message, say } from "../../text/message.ts";
import { isHarmlessValue, isSecretName } from "../../text/secrets.ts";
import type { Plain } from "../print/shapes.ts";
import type { DescribedContainer, DescribedImage } from "./described.ts";

/** Something in which a container is otherwise than its service would be made now, and the service's key that says it. */
export type Difference = {
	readonly key: string;
	readonly message: Message;
	/** `docker compose up` alone leaves it as it is. */
	readonly needsBuild?: true;
};

export type PlainFields = { readonly [name: string]: Plain };

/** What the file says: the service as `docker compose config` prints it, and the full names of what it uses. */
export type Wanted = {
	readonly service: PlainFields;
	readonly networks: ReadonlyMap<string, string>;
	readonly volumes: ReadonlyMap<string, string>;
	/** Paths of those that are files. */
	readonly secrets: ReadonlyMap<string, string>;
	readonly configs: ReadonlyMap<string, string>;
};

/**
 * What there is. `image` is the one that the container was made of; `tagged` the id of that which its name means by now. Undefined: nobody knows.
 * `others` are the project's containers by their services.
 */
export type Made = {
	readonly container: DescribedContainer;
	readonly image: DescribedImage | undefined;
	readonly tagged: string | undefined;
	readonly others?: ReadonlyMap<string, readonly DescribedContainer[]>;
};

export const textIn = (value: Plain | undefined): string | undefined =>
	typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;

export const fieldsIn = (value: Plain | undefined): PlainFields =>
	typeof value === "object" && value !== null && !Array.isArray(value) ? (value as PlainFields) : {};

export const itemsIn = (value: Plain | undefined): readonly Plain[] => (Array.isArray(value) ? (value as readonly Plain[]) : []);

/** What a key has there and here; empty: nothing. */
export function differs(key: string, there: string, here: string): Difference {
	if (there === "") return { key, message: say`\`${key}\` is not set in the container, and \`${here}\` in the file` };
	if (here === "") return { key, message: say`\`${key}\` is \`${there}\` in the container, and not set in the file` };
	return { key, message: say`\`${key}\` is \`${there}\` in the container, and \`${here}\` in the file` };
}

export const ifOther = (key: string, there: string, here: string): readonly Difference[] => (there === here ? [] : [differs(key, there, here)]);

export const isSecret = (name: string, value: string): boolean => isSecretName(name) && !isHarmlessValue(name, value);

/** Of a secret neither value is told. */
export const hasOtherValue = (key: string, name: string): Difference => ({ key, message: say`\`${name}\` has another value in the container` });
