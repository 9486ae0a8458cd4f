import type { PieceKind } from "../shell/highlight/scan.ts";
import type { Range } from "../text/text.ts";

/** What a stretch of one line is to the eye. */
export type SemanticToken = Range & { readonly kind: PieceKind; readonly isDeclaration: boolean; readonly isDeprecated: boolean };

/** A part of a text whose tokens follow from what stands in it, and from what it depends on besides. */
export type TokenPart = Range & { readonly dependsOn: string };
