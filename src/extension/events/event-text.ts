import type { ToldEvent } from "../../docker/actions/events.ts";
import type { Translate } from "../explorer/kind.ts";

/** By what events are told apart. Programs that are run in containers are apart from these, for health checks fill all else up. */
export const eventKinds = ["container", "program", "image", "volume", "network", "other"] as const;
export type EventKind = (typeof eventKinds)[number];

export function kindOf({ type, action }: ToldEvent): EventKind {
	if (type === "container") return action.startsWith("exec_") || action === "exec" ? "program" : "container";
	return type === "image" || type === "volume" || type === "network" ? type : "other";
}

export function nameOfKind(kind: EventKind, t: Translate): string {
	const names: Readonly<Record<EventKind, string>> = {
		container: t("Containers"),
		program: t("Programs run in containers, health checks too"),
		image: t("Images"),
		volume: t("Volumes"),
		network: t("Networks"),
		other: t("All else"),
	};
	return names[kind];
}

/** What of an event's attributes is no label that somebody has given. */
const telling = ["exitCode", "signal", "image", "oldName", "type", "driver", "destination", "propagation", "read/write", "execDuration"] as const;

/** One line: when, of what kind, what, to whom, and what is known of it. `nameOf` knows containers by their ids. */
export function eventLine(event: ToldEvent, nameOf: (id: string) => string | undefined): string {
	const { at, type, action, id, attributes } = event;
	const { name, container } = attributes;
	const who = name || id.replace(/^sha256:/, "").slice(0, 12);
	const details = telling.flatMap((key) => (attributes[key] ? [`${key}=${attributes[key]}`] : []));
	const joined = container ? [`container=${nameOf(container) ?? container.slice(0, 12)}`] : [];
	return [localTime(at), type.padEnd(9), action, who, ...joined, ...details].filter(Boolean).join("  ");
}

/** By the clock on the wall. */
function localTime(at: number): string {
	const date = new Date(at);
	const two = (value: number): string => String(value).padStart(2, "0");
	const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
	return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, "0")}`;
}
