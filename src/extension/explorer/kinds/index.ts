import type { ExplorerKind } from "../kind.ts";
import { containersView } from "./container.ts";
import { imagesView } from "./image.ts";
import { networksView } from "./network.ts";
import { volumesView } from "./volume.ts";

/** The views of the explorer. The first one tells of the connection, too. */
export const explorerKinds: readonly [ExplorerKind, ...ExplorerKind[]] = [containersView, imagesView, volumesView, networksView];
