import type { Program } from "./program.ts";

/** https://man.archlinux.org/man/pacman.8 */
export const pacman: Program = {
	letters: "br",
	long: "--dbpath --root --arch --cachedir --color --config --gpgdir --hookdir --logfile --sysroot --ignore --ignoregroup --overwrite --assume-installed".split(
		" ",
	),
	hasSubcommands: false,
};

/** https://openwrt.org/docs/guide-user/additional-software/opkg */
export const opkg: Program = {
	letters: "fdolt",
	long: "--conf --dest --offline-root --lists-dir --tmp-dir --cache --cache-dir --add-arch --add-dest".split(" "),
	hasSubcommands: true,
};

/** https://wiki.gentoo.org/wiki/Portage */
export const emerge: Program = { letters: "", long: "--config-root --root --prefix --exclude --load-average".split(" "), hasSubcommands: false };
export const emaint: Program = { letters: "r", long: ["--repo"], hasSubcommands: true };
export const emergeWebrsync: Program = { letters: "", long: [], hasSubcommands: false };

/** https://man.voidlinux.org/xbps-install */
export const xbpsInstall: Program = { letters: "CcRr", long: "--config --cachedir --repository --rootdir".split(" "), hasSubcommands: false };
