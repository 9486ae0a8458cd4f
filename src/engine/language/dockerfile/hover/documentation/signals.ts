import { type Message, say } from "../../../../text/message.ts";

/** What programs make of the signals that somebody may stop a container with, by name. https://man7.org/linux/man-pages/man7/signal.7.html */
export const signalDocumentation: Readonly<Record<string, Message>> = {
	SIGTERM: say`Asks the program to end; what \`docker stop\` sends by default.`,
	SIGINT: say`What Ctrl+C sends. Most programs end as at \`SIGTERM\`; PostgreSQL breaks off connections and ends cleanly.`,
	SIGQUIT: say`nginx and PHP-FPM finish the requests they have and end; Java prints its threads and goes on; most other programs end with a core dump.`,
	SIGKILL: say`Cannot be handled: the program is ended at once, without finishing what it does.`,
	SIGHUP: say`The terminal has gone. Many servers read their configuration again and go on, so it does not stop them.`,
	SIGWINCH: say`The terminal's size has changed. Apache HTTP Server takes it for the wish to finish its requests and end; most other programs do not notice.`,
	SIGUSR1: say`Means what the program makes of it: HAProxy finishes its connections and ends, nginx opens its log files anew, Node.js starts its debugger.`,
	SIGUSR2: say`Means what the program makes of it; where it makes nothing of it, the program ends.`,
	SIGSTOP: say`Halts the program instead of ending it, and cannot be handled; it is killed when the grace period ends.`,
	SIGABRT: say`Ends the program with a core dump.`,
	"SIGRTMIN+3": say`systemd halts the system, which in a container means that it ends its services and then itself.`,
	SIGPWR: say`The power fails. Older inits, such as LXC's, shut down.`,
};
