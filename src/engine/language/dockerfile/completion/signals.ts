import { signalNames } from "../../../dockerfile/signals.ts";
import { say } from "../../../text/message.ts";
import type { Draft } from "./completion.ts";

/** What servers are commonly ended with comes first. */
const usual: Readonly<Record<string, Draft["detail"]>> = {
	SIGTERM: say`The default`,
	SIGQUIT: say`Ends nginx and PHP-FPM gently`,
	SIGINT: say`Ends programs as Ctrl+C does; PostgreSQL at once, but cleanly`,
	SIGWINCH: say`Ends Apache HTTP Server gently`,
	"SIGRTMIN+3": say`Ends systemd`,
	SIGKILL: say`Cannot be handled: the program is ended at once`,
};

export const signalCompletions: readonly Draft[] = [
	...Object.entries(usual).map(([label, detail]): Draft => ({ label, kind: "value", ...(detail && { detail }) })),
	...signalNames.map((name) => `SIG${name}`).flatMap((label): readonly Draft[] => (label in usual ? [] : [{ label, kind: "value", rank: 1 }])),
];
