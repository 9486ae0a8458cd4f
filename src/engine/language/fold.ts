import type { Range } from "../text/text.ts";

/** Lines that can be hidden below the first of them: from the line that holds `start` to the one that holds `end`. */
export type Fold = Range & { readonly kind: "comment" | "region" | undefined };
