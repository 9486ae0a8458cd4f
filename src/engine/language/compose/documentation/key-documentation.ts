import type { Message } from "../../../text/message.ts";

/** What keys mean, and what follows from them. */
export type KeysDocumentation = Readonly<Record<string, Message>>;

/** The same keys below another. */
export const below = (path: string, keys: KeysDocumentation): KeysDocumentation =>
	Object.fromEntries(Object.entries(keys).map(([name, text]) => [`${path}.${name}`, text]));
