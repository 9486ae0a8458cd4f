import { type Call, hasOption } from "./calls.ts";
import { aptPrograms, fetchesLists, installsFromLists } from "./apt.ts";
import { fetchesIndex } from "./apk.ts";
import type { ProgramName } from "./programs/programs.ts";

/** What a call does with the package index of its system; undefined for whatever needs none. */
export type Deed = "update" | "install" | undefined;

/** The programs that install a system's packages. */
export const packageManagers: readonly ProgramName[] = [
	...aptPrograms,
	"apk",
	"dnf",
	"emaint",
	"emerge",
	"emerge-webrsync",
	"microdnf",
	"opkg",
	"pacman",
	"tdnf",
	"xbps-install",
	"yum",
	"zypper",
];

/** `update` for a call that fetches the index and does no more. For yum and dnf to update is to upgrade, and they notice by themselves that an index is old. */
export function deedOf(call: Call): Deed {
	const { program, subcommand, operands } = call;
	switch (program) {
		case "apk":
			return subcommand === "update" ? "update" : fetchesIndex(call) ? "install" : undefined;
		case "dnf":
		case "microdnf":
		case "tdnf":
		case "yum":
			if (subcommand === "makecache") return "update";
			return /^(?:(?:re|local|group)?install|in|update|upgrade|up|dist(?:ro)?-?sync|group|module|builddep|swap|update-minimal|upgrade-minimal)$/.test(
				subcommand,
			)
				? "install"
				: undefined;
		case "zypper":
			if (subcommand === "refresh" || subcommand === "ref") return "update";
			return /^(?:in|install|up|update|dup|dist-upgrade|patch|si|source-install|inr|install-new-recommends)$/.test(subcommand) ? "install" : undefined;
		case "opkg":
			return subcommand === "update" ? "update" : /^(?:install|upgrade)$/.test(subcommand) ? "install" : undefined;
		case "pacman":
			if (!hasOption(call, "-S", "--sync")) return hasOption(call, "-U", "--upgrade") ? "install" : undefined;
			if (operands.length > 0 || hasOption(call, "-u", "--sysupgrade")) return "install";
			return hasOption(call, "-y", "--refresh") ? "update" : undefined;
		case "xbps-install":
			if (operands.length > 0 || hasOption(call, "-u", "--update")) return "install";
			return hasOption(call, "-S", "--sync") ? "update" : undefined;
		case "emerge":
			if (hasOption(call, "--sync")) return "update";
			return operands.length > 0 && !hasOption(call, "--unmerge", "-C", "--depclean", "-c", "--pretend", "-p", "--search", "-s") ? "install" : undefined;
		case "emaint":
			return subcommand === "sync" ? "update" : undefined;
		case "emerge-webrsync":
			return "update";
		default:
			if (subcommand === "update") return fetchesLists(call) ? "update" : undefined;
			return installsFromLists(call) ? "install" : undefined;
	}
}
