/**
 * The signal's name with `SIG`, of a name in any case or a number that is the same on all processors; undefined where it is no such signal.
 * `SIGRTMIN+3` is one, too.
 */
export function canonicalSignal(text: string): string | undefined {
	const number = /^\d+$/.test(text) ? numbers.get(Number(text)) : undefined;
	if (number !== undefined) return `SIG${number}`;
	const name = text.toUpperCase().replace(/^SIG/, "");
	return names.has(name) || /^RT(?:MIN(?:\+\d+)?|MAX(?:-\d+)?)$/.test(name) ? `SIG${name}` : undefined;
}

/** https://man7.org/linux/man-pages/man7/signal.7.html */
const numbers: ReadonlyMap<number, string> = new Map([
	[1, "HUP"],
	[2, "INT"],
	[3, "QUIT"],
	[6, "ABRT"],
	[9, "KILL"],
	[13, "PIPE"],
	[14, "ALRM"],
	[15, "TERM"],
]);

/** Without `SIG`. */
export const signalNames: readonly string[] =
	"ABRT ALRM BUS CHLD CONT FPE HUP ILL INT IO KILL PIPE PROF PWR QUIT SEGV STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ".split(" ");

const names: ReadonlySet<string> = new Set(signalNames);
