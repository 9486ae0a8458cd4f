import { signalNames } from "../../../dockerfile/signals.ts";
import { say } from "../../../text/message.ts";
import { signalDocumentation } from "../hover/documentation/signals.ts";
import { type About, type Draft, saying } from "../../completion.ts";

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
	...Object.entries(usual).map(([label, detail]): Draft => ({ label, kind: "value", ...(detail && { detail }), ...aboutSignal(label) })),
	...signalNames
		.map((name) => `SIG${name}`)
		.flatMap((label): readonly Draft[] => (label in usual ? [] : [{ label, kind: "value", rank: 1, ...aboutSignal(label) }])),
];

function aboutSignal(name: string): { readonly about?: About } {
	const text = signalDocumentation[name];
	return text ? { about: saying(text) } : {};
}
