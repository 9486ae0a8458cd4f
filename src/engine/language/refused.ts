import type { Message } from "../text/message.ts";

/** Why something keeps its name, in a sentence for the user. */
export type Refused = { readonly refused: Message };
