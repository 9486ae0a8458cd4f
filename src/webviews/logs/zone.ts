import { isZone, type Zone } from "../../engine/logs/times.ts";
import type { LogPreferences } from "./protocol.ts";

export const localZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone in which times are shown; undefined where none are. */
export function zoneOf({ times }: LogPreferences): Zone | undefined {
	if (times === null || times === "none") return undefined;
	if (times === "local") return localZone;
	return times !== "utc" && isZone(times.zone) ? times.zone : "UTC";
}
