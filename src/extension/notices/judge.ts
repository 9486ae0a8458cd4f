import type { DaemonEvent } from "../../docker/connection/events.ts";

/** What has happened to a container that somebody may want to be told of. `started`: by its restart policy, so that it is to be asked how often it was. */
export type Happening = { readonly kind: "healthy" } | { readonly kind: "exited"; readonly exitCode: number | undefined } | { readonly kind: "started" };

export type Judge = {
	/** `now` is in milliseconds. `isOurs`: a command of ours does something to the container at the moment. */
	take(event: DaemonEvent, now: number, isOurs: boolean): Happening | undefined;
};

/** Signals that programs are told things by, rather than to end. */
const harmless = ["1", "HUP", "SIGHUP", "10", "USR1", "SIGUSR1", "12", "USR2", "SIGUSR2"];
/** One that has run for so long does not loop, in milliseconds. */
const steady = 10_000;

type Known = { isUsers: boolean; hasEnded: boolean; isTold: boolean; startedAt: number };

/** Tells what happens by itself from what a user does, here or elsewhere: of that he knows. An end is told once, not each time that a container that loops ends again. */
export function makeJudge(): Judge {
	const known = new Map<string, Known>();
	return {
		take({ type, action, id, attributes }, now, isOurs) {
			if (type !== "container") return undefined;
			const one = known.get(id) ?? { isUsers: false, hasEnded: false, isTold: false, startedAt: 0 };
			known.set(id, one);
			switch (action) {
				case "kill":
					if (!harmless.includes((attributes["signal"] ?? "").toUpperCase())) one.isUsers = true;
					return undefined;
				case "die": {
					one.isUsers ||= isOurs;
					one.hasEnded = true;
					if (now - one.startedAt >= steady) one.isTold = false;
					if (one.isUsers || one.isTold) return undefined;
					one.isTold = true;
					const exitCode = Number(attributes["exitCode"] ?? attributes["containerExitCode"]);
					return { kind: "exited", exitCode: Number.isInteger(exitCode) ? exitCode : undefined };
				}
				case "start": {
					const isByPolicy = one.hasEnded && !one.isUsers && !isOurs;
					Object.assign(one, { isUsers: false, hasEnded: false, startedAt: now, isTold: isByPolicy && one.isTold });
					return isByPolicy ? { kind: "started" } : undefined;
				}
				case "health_status":
					return attributes["health_status"] === "healthy" ? { kind: "healthy" } : undefined;
				case "destroy":
					known.delete(id);
					return undefined;
				default:
					return undefined;
			}
		},
	};
}

/** Whether a count has come to be more than so many, told once until it is less again. */
export function makeCrossing(): (key: string, count: number, most: number) => boolean {
	const above = new Set<string>();
	return (key, count, most) => {
		if (count <= most) return above.delete(key) && false;
		if (above.has(key)) return false;
		above.add(key);
		return true;
	};
}
