import { apk } from "./apk.ts";
import { apt, nala } from "./apt.ts";
import { emaint, emerge, emergeWebrsync, opkg, pacman, xbpsInstall } from "./others.ts";
import { pip } from "./pip.ts";
import type { Program } from "./program.ts";
import { dnf, zypper } from "./rpm.ts";

/** The programs whose calls are read, by their names: each has one table, whoever asks. */
export const programs = {
	apk,
	apt,
	"apt-get": apt,
	aptitude: apt,
	dnf: { ...dnf, names: "dnf(?:5|-3)?" },
	emaint,
	emerge,
	"emerge-webrsync": emergeWebrsync,
	microdnf: dnf,
	nala,
	opkg,
	pacman,
	pip,
	tdnf: dnf,
	"xbps-install": xbpsInstall,
	yum: dnf,
	zypper,
} satisfies Readonly<Record<string, Program>>;

export type ProgramName = keyof typeof programs;

const all = Object.entries<Program>(programs) as readonly (readonly [ProgramName, Program])[];

export const programNames: readonly ProgramName[] = all.map(([name]) => name);

const patterns = all.flatMap(([name, { names }]) => (names === undefined ? [] : [[name, new RegExp(`^${names}$`)] as const]));

/** The program that is meant by a name, which may have a version in it as `pip3` has. */
export function programNamed(name: string): ProgramName | undefined {
	if (Object.hasOwn(programs, name)) return name as ProgramName;
	return patterns.find(([, pattern]) => pattern.test(name))?.[0];
}

const modules = all.flatMap(([name, { isModule, names }]) => (isModule ? [[name, names ?? name] as const] : []));

/** Where in a text without quotes a program of these may be called: its name is a word's end, be it `/usr/bin/apt` or `python -mpip`. */
export const anyName = new RegExp(
	`(?<![\\w.-])(?:${[...all.map(([name, { names }]) => names ?? name), ...modules.map(([, names]) => `-\\w*m${names}`)].join("|")})(?![\\w-])`,
	"g",
);

/** The program whose name was found so. */
export const programFound = (text: string): ProgramName | undefined =>
	programNamed(text.replace(/^-\w*?m/, "")) ?? modules.find(([name]) => text.endsWith(name))?.[0];
