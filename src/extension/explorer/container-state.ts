import type { Container, Health } from "../../docker/resources/container.ts";
import { startErrorText } from "../start-error.ts";
import type { Colour, Translate } from "./kind.ts";

/** What is wrong with a container; undefined where nothing is. */
export type Trouble = "failed-start" | "out-of-memory" | "failed" | "loops" | "unhealthy";

export function troubleOf({ state, health, exitCode, details = {}, transition }: Container): Trouble | undefined {
	if (transition) return undefined;
	if (failureOf(state, details)) return "failed-start";
	switch (state) {
		case "running":
			return health === "unhealthy" ? "unhealthy" : details.restarts ? "loops" : details.isOutOfMemory ? "out-of-memory" : undefined;
		case "restarting":
			return "loops";
		case "exited":
			return details.isOutOfMemory && exitCode !== 0 ? "out-of-memory" : isFailure(exitCode) ? "failed" : undefined;
		case "dead":
			return "failed";
		case "created":
		case "paused":
		case "removing":
			return undefined;
	}
}

/** What the last start failed of, in others' words; undefined where it did not. */
function failureOf(state: Container["state"], { startError, execError }: NonNullable<Container["details"]>): string | undefined {
	return state === "created" || state === "exited" ? (startError ?? execError) : undefined;
}

/** The trouble in a word or two, for where the container's state is not shown itself. */
export function troubleText(trouble: Trouble, { exitCode }: Container, t: Translate): string {
	switch (trouble) {
		case "failed-start":
			return t("failed to start");
		case "out-of-memory":
			return t("out of memory");
		case "failed":
			return exitCode === undefined ? t("failed") : t("failed ({0})", exitCode);
		case "loops":
			return t("restarts again and again");
		case "unhealthy":
			return t("unhealthy");
	}
}

/** The state in words, for rows and lists; of a failure, with the reason as far as it is known. */
export function stateText(container: Container, t: Translate): string {
	const { state, transition, details = {} } = container;
	if (transition) return transitionText(transition, t);
	const failure = failureOf(state, details);
	if (failure) return t("failed to start: {0}", startErrorText(failure, t));
	switch (state) {
		case "running":
			return runningText(container, t);
		case "exited":
			return exitedText(container, t);
		case "restarting":
			return restartingText(container, t);
		case "created":
			return t("created");
		case "paused":
			return t("paused");
		case "removing":
			return t("removing");
		case "dead":
			return t("dead");
	}
}

function transitionText(transition: NonNullable<Container["transition"]>, t: Translate): string {
	switch (transition) {
		case "starting":
			return t("starting…");
		case "stopping":
			return t("stopping…");
		case "restarting":
			return t("restarting…");
		case "pausing":
			return t("pausing…");
		case "continuing":
			return t("unpausing…");
		case "killing":
			return t("killing…");
		case "removing":
			return t("removing…");
		case "renaming":
			return t("renaming…");
		case "updating":
			return t("changing its settings…");
		case "saving":
			return t("saving as an image…");
		case "exporting":
			return t("exporting its files…");
		case "recreating":
			return t("being made again…");
	}
}

function runningText({ health, details = {} }: Container, t: Translate): string {
	const notes = [
		...(health ? [healthText(health, t)] : []),
		...(details.restarts ? [details.restarts === 1 ? t("restarted once so far") : t("restarted {0} times so far", details.restarts)] : []),
		...(details.isOutOfMemory ? [t("a process of it was killed: out of memory")] : []),
	];
	return notes.length > 0 ? t("running ({0})", notes.join(", ")) : t("running");
}

function exitedText({ exitCode, details = {} }: Container, t: Translate): string {
	if (exitCode === undefined) return t("exited");
	if (details.isOutOfMemory && exitCode === 137) return t("killed: out of memory ({0})", exitCode);
	if (details.isOutOfMemory && exitCode !== 0) return t("exited ({0}): a process of it was killed, out of memory", exitCode);
	return t("exited ({0})", exitCode);
}

function restartingText({ exitCode, details = {} }: Container, t: Translate): string {
	const parts = [
		...(details.isOutOfMemory ? [t("out of memory")] : []),
		...(details.execError ? [startErrorText(details.execError, t)] : exitCode === undefined ? [] : [t("exit code {0}", exitCode)]),
		...(details.restarts ? [details.restarts === 1 ? t("restarted once so far") : t("restarted {0} times so far", details.restarts)] : []),
	];
	return parts.length > 0 ? t("restarting: {0}", parts.join(", ")) : t("restarting");
}

export function healthText(health: Health, t: Translate): string {
	switch (health) {
		case "starting":
			return t("health unknown yet");
		case "healthy":
			return t("healthy");
		case "unhealthy":
			return t("unhealthy");
	}
}

/** Shape and colour both tell the state: colour alone would not reach everybody. */
export function iconOf(container: Container): { readonly icon: string; readonly colour?: Colour } {
	const { state, transition } = container;
	if (transition) return { icon: "loading~spin" };
	switch (troubleOf(container)) {
		case "failed-start":
			return { icon: "run-errors", colour: "failed" };
		case "failed":
		case "out-of-memory":
			return { icon: state === "running" ? "warning" : "error", colour: "failed" };
		case "loops":
			return { icon: "sync", colour: "failed" };
		case "unhealthy":
			return { icon: "warning", colour: "failed" };
		case undefined:
			break;
	}
	if (state === "running") return { icon: "vm-running", colour: "running" };
	return state === "paused" ? { icon: "debug-pause", colour: "paused" } : { icon: "vm-outline", colour: "stopped" };
}

/** What can be asked for: what `when` clauses see, and commands by the same words. `dead`: its removal was begun, and may have failed; nothing else can be done with it. */
export type Activity = "running" | "paused" | "restarting" | "stopped" | "dead" | "busy";

export function activityOf({ state, transition }: Container): Activity {
	if (transition) return "busy";
	// Engines go on to list one as `removing` whose removal has failed.
	if (state === "removing" || state === "dead") return "dead";
	return state === "running" || state === "paused" || state === "restarting" ? state : "stopped";
}

export const canBeChanged = (container: Container): boolean => !["busy", "dead"].includes(activityOf(container));

/** Whether networks can be joined and left at all: https://docs.docker.com/engine/network/drivers/host/ */
export const hasFixedNetwork = ({ networks, sharesNetwork }: Container): boolean => sharesNetwork === true || networks.some(({ name }) => name === "host");

/** Who has no network has to leave that first: `none` is one. */
export const canJoinNetworks = (container: Container): boolean => !hasFixedNetwork(container) && !container.networks.some(({ name }) => name === "none");

/** Whether it is given time to end by itself, which may be long: it can be killed meanwhile. */
export const isEnding = ({ transition }: Container): boolean => transition === "stopping" || transition === "restarting" || transition === "removing";

/** Ends that a stop leads to (SIGINT, SIGKILL, SIGTERM) are no failures. */
const isFailure = (exitCode: number | undefined): boolean => exitCode !== undefined && ![0, 130, 137, 143].includes(exitCode);
