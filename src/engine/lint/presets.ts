import type { Peer, Preset, Rule, Severity } from "./rule.ts";

/** How severe each rule is where nobody sets it. */
export type PresetSeverity = (rule: Rule) => Severity | "off";

/** A preset of the rules that another linter has, as severe as there: as by default here, where nothing else is said. */
export const peerPreset =
	(...peers: readonly Peer[]): PresetSeverity =>
	(rule) => {
		const [first] = peers.flatMap((peer) => rule.peers?.[peer] ?? []);
		if (first === undefined) return "off";
		if (typeof first !== "string") return first.severity;
		return rule.severity === "off" ? severityWhenOn(rule) : rule.severity;
	};

/** hadolint runs ShellCheck. */
export const peersOfPreset: Readonly<Partial<Record<string, readonly Peer[]>>> = { hadolint: ["hadolint", "shellcheck"], buildkit: ["buildkit"] };

export const presets: Readonly<Record<Preset, PresetSeverity>> = {
	default: ({ severity }) => severity,
	strict: (rule) => severityWhenOn(rule),
	hadolint: peerPreset("hadolint", "shellcheck"),
	buildkit: peerPreset("buildkit"),
};

export const presetNames = Object.keys(presets) as readonly Preset[];

/** A rule that is off by default is a warning where it is on. */
export const severityWhenOn = ({ severity, strictSeverity }: Rule): Severity => strictSeverity ?? (severity === "off" ? "warning" : severity);
