import type { Program } from "./program.ts";

/** dnf, yum, microdnf and tdnf: https://dnf.readthedocs.io/en/latest/command_ref.html */
export const dnf: Program = {
	letters: "cdexR",
	long: (
		"--config --installroot --setopt --enablerepo --disablerepo --repo --repoid --exclude --releasever --forcearch --downloaddir --destdir --randomwait " +
		"--disableplugin --enableplugin --advisory --comment"
	).split(" "),
	hasSubcommands: true,
};

/** https://en.opensuse.org/SDB:Zypper_manual */
export const zypper: Program = {
	letters: "cDCRprt",
	long: "--config --reposd-dir --cache-dir --raw-cache-dir --solv-cache-dir --pkg-cache-dir --root --installroot --plus-repo --plus-content --repo --from --type --name".split(
		" ",
	),
	hasSubcommands: true,
};

/** https://rpm.org/docs/latest/man/rpm.8 */
export const rpm: Program = {
	letters: "DEr",
	long: "--define --eval --root --dbpath --relocate --prefix --excludepath --queryformat --qf --rcfile --macros --load --pipe --undefine".split(" "),
	hasSubcommands: false,
};

/** https://man7.org/linux/man-pages/man1/yum-config-manager.1.html */
export const yumConfigManager: Program = { ...dnf, long: [...dnf.long, "--add-repo"], hasSubcommands: false };
