import type { MessageValue } from "../../text/message.ts";

/** Something that can be started: a kind and the answer that goes with it, and where it was seen. */
export type EntryPoint = { readonly kind: string; readonly value: string; readonly file: string; readonly what: MessageValue };
