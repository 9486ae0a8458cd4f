import { adduser, chmod, passwd, useradd, usermod } from "./accounts.ts";
import { apk } from "./apk.ts";
import { apt, nala } from "./apt.ts";
import { bundle, cargo, composer, conda, gem, go, pipx, poetry, uv } from "./languages.ts";
import { curl, git, wget } from "./downloads.ts";
import { gradle } from "./jvm.ts";
import { bun, npm, pnpm, yarn } from "./node.ts";
import { nvidiaSmi } from "./nvidia.ts";
import { emaint, emerge, emergeWebrsync, opkg, pacman, xbpsInstall } from "./others.ts";
import { extensionScript, pecl } from "./php.ts";
import { pip } from "./pip.ts";
import type { Program } from "./program.ts";
import { dnf, rpm, yumConfigManager, zypper } from "./rpm.ts";
import { bootsnap, rails, rake } from "./ruby.ts";

/** The programs whose calls are read, by their names: each has one table, whoever asks. */
export const programs = {
	adduser,
	apk,
	apt,
	"apt-get": apt,
	aptitude: apt,
	bootsnap,
	bun,
	bundle,
	cargo,
	chmod,
	chpasswd: passwd,
	composer,
	conda,
	curl,
	dnf: { ...dnf, names: "dnf(?:5|-3)?" },
	"docker-php-ext-enable": extensionScript,
	"docker-php-ext-install": extensionScript,
	emaint,
	emerge,
	"emerge-webrsync": emergeWebrsync,
	gem,
	git,
	go,
	gradle,
	"install-php-extensions": extensionScript,
	mamba: conda,
	microdnf: dnf,
	micromamba: conda,
	nala,
	npm,
	"nvidia-smi": nvidiaSmi,
	opkg,
	pacman,
	passwd,
	pecl,
	pip,
	pipx,
	pnpm,
	poetry,
	rails,
	rake,
	rpm,
	tdnf: dnf,
	useradd,
	usermod,
	uv,
	wget,
	"xbps-install": xbpsInstall,
	yarn,
	yum: dnf,
	"yum-config-manager": yumConfigManager,
	zypper,
} satisfies Readonly<Record<string, Program>>;

export type ProgramName = keyof typeof programs;

const all = Object.entries<Program>(programs) as readonly (readonly [ProgramName, Program])[];

export const programNames: readonly ProgramName[] = all.map(([name]) => name);

const patterns = all.flatMap(([name, { names }]) => (names === undefined ? [] : [[name, new RegExp(`^${names}$`)] as const]));

const byName: ReadonlyMap<string, ProgramName> = new Map(programNames.map((name) => [name, name]));

/** The program that is meant by a name, which may have a version in it as `pip3` has. */
export function programNamed(name: string): ProgramName | undefined {
	const program = byName.get(name);
	if (program) return program;
	for (const [start, pattern] of patterns) if (name.startsWith(start) && pattern.test(name)) return start;
	return undefined;
}
