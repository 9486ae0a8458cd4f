import type { Dockerfile } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import { type Call, callsOf, hasOption } from "./calls.ts";
import type { Directory } from "./removal.ts";
import { isInOtherRoot } from "./wrappers.ts";

/** Where apk keeps the indexes that it has fetched. */
export const indexes: Directory = { path: "/var/cache/apk", whole: /^(?:APKINDEX.*|\*\.(?:tar\.)?gz)$/, isOfSmallShell: true };

/** Whether the call fetches the package index by itself where there is none, or an old one: https://gitlab.alpinelinux.org/alpine/apk-tools/-/tree/2.14-stable/src */
export const fetchesIndex = ({ subcommand }: Call): boolean => subcommand === "add" || subcommand === "upgrade" || subcommand === "fix";

/** Whether the call works without the network, elsewhere, or not at all. */
export const isElsewhere = (call: Call): boolean =>
	isInOtherRoot(call.command.wrappers) || hasOption(call, "--no-network", "--root", "-p", "--cache-dir", "--simulate", "-s", "--help", "-h");

/** Whether the call looks into an index that it does not fetch. */
const needsIndex = (call: Call): boolean => /^(?:search|list|policy|version)$/.test(call.subcommand) || (fetchesIndex(call) && hasOption(call, "--no-network"));

/** Whether a call further on in the file looks into the index that this one leaves. */
export const isIndexNeededAfter = (file: Dockerfile, { range }: Call): boolean => lastNeed(file) > range.start;

const lastNeed = fact((file: Dockerfile): number => callsOf(file, "apk").findLast(needsIndex)?.range.start ?? -1);
