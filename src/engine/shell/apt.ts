import { scopeBefore } from "../dockerfile/variables.ts";
import type { Dockerfile } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import { type Call, hasOption } from "./calls.ts";
import type { Directory } from "./removal.ts";
import { isInOtherRoot } from "./wrappers.ts";
import { writesTo } from "./writes.ts";

/** apt and its front ends, which share their lists and, but for nala, their options. */
export const aptPrograms = ["apt-get", "apt", "aptitude", "nala"] as const;

/** Where the lists are that an update fetches. */
export const lists: Directory = { path: "/var/lib/apt/lists", whole: /^(?:\*_\*|\*\.\*)$/, isOfSmallShell: true };

const installing = new Set(["install", "reinstall", "upgrade", "dist-upgrade", "full-upgrade", "safe-upgrade", "build-dep", "satisfy", "source", "download"]);

/** Whether the call looks packages up in the lists. */
export const installsFromLists = (call: Call): boolean => installing.has(call.subcommand) && !isElsewhere(call);

/** Whether the call fetches the lists, by itself or before it installs: `apt-get install --update`, since apt 2.7. */
export const fetchesLists = (call: Call): boolean => {
	if (call.subcommand !== "update" && !(installsFromLists(call) && call.program !== "aptitude" && hasOption(call, "-U", "--update"))) return false;
	return !isIdle(call) && !isElsewhere(call);
};

/** Whether the call only says what it would do. */
const isIdle = (call: Call): boolean => hasOption(call, "-s", "--simulate", "--just-print", "--dry-run", "--recon", "--no-act", "--print-uris", "-h", "--help");

/** Whether the call works on another system than that of the image. */
const isElsewhere = (call: Call): boolean =>
	isInOtherRoot(call.command.wrappers) || settingsOf(call).some(([name]) => /^(?:dir(?:::state(?:::lists)?)?|rootdir)$/i.test(name));

/** What `-o NAME=VALUE` sets. */
function settingsOf(call: Call): Call["options"] {
	if (!hasOption(call, "-o", "--option")) return none;
	return call.options.flatMap(([option, text]) => {
		const equals = text.indexOf("=");
		return (option === "-o" || option === "--option") && equals > 0 ? [[text.slice(0, equals), text.slice(equals + 1)] as const] : [];
	});
}

const none: Call["options"] = [];

/** One of apt's settings, with the values that decide: https://manpages.debian.org/apt.conf */
export type AptSetting = { readonly name: RegExp; readonly text: RegExp };

const anyValue = String.raw`[\s"'\\:={]+(?:0|1|2|no|yes|false|true|off|on|without|with|disable|enable)\b`;

export const assumeYes: AptSetting = { name: /^apt::get::(?:assume-yes|force-yes)$/i, text: /(?:assume|force)-yes[\s"'\\={]+(?:1|yes|true|on|with|enable)\b/i };
export const installRecommends: AptSetting = { name: /^apt::(?:get::)?install-recommends$/i, text: new RegExp(`install-recommends${anyValue}`, "i") };

/** Whether the call finds the setting decided: by its own options, or by a configuration that the build has written or brought along before. */
export function isConfigured(file: Dockerfile, call: Call, { name, text }: AptSetting): boolean {
	if (settingsOf(call).some(([each, value]) => name.test(each) && text.test(`${each} ${value}`)) || hasOption(call, "-c", "--config-file")) return true;
	const { command, instruction } = call;
	if (namesConfiguration(file) && (command.assignments.some((each) => each.name === "APT_CONFIG") || scopeBefore(file, instruction).get("APT_CONFIG")))
		return true;
	return configurations(file, instruction, command.range.start).some(
		(write) => write.text === undefined || text.test(write.text.replace(/(?:\/\/|#(?!clear)).*/g, "")),
	);
}

/** Whether a variable may name a configuration. */
const namesConfiguration = fact((file: Dockerfile): boolean => file.text.includes("APT_CONFIG"));

const configurations = writesTo(/(?:^|\/)apt\/(?:apt\.conf(?:\.d(?:\/.*)?)?|\*)$|(?:^|\/)apt\.conf\.d\/|\/apt\.conf$/, ["apt.conf", "etc/apt"]);

/** Whether the build has to do with apt's settings for what it has downloaded, so that those of the base image need not hold any more. */
export const changesDownloads = fact((file: Dockerfile): boolean =>
	file.instructions.some(({ logical, heredocs }) => ofDownloads.test(logical.text) || heredocs.some(({ content }) => ofDownloads.test(content))),
);

const ofDownloads = /docker-clean|Keep-Downloaded-Packages|apt\.conf/;
