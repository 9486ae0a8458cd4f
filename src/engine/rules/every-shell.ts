/** The option by which a rule about what not every shell knows speaks of all places where the shell is called `sh`. */
export const everyShell = {
	default: false,
	hadolint: true,
	description: "Report also where `sh` is not known, or is known to be a shell that understands it.",
} as const;
