import type { Program } from "./program.ts";

/** https://man7.org/linux/man-pages/man8/useradd.8.html */
export const useradd: Program = {
	letters: "bcdefgGkKpsuRPZ",
	long: (
		"--base-dir --comment --home-dir --home --expiredate --inactive --gid --groups --skel --key --password --root --prefix --shell --uid --selinux-user --login " +
		"--add-subuids --add-subgids"
	).split(" "),
	hasSubcommands: false,
};

/** https://man7.org/linux/man-pages/man8/usermod.8.html: a new name stands behind `-l`, which for useradd is an option alone. */
export const usermod: Program = { ...useradd, letters: `${useradd.letters}l` };

/** That of Debian, https://manpages.debian.org/adduser, and that of BusyBox. */
export const adduser: Program = {
	letters: "hgsGukcd",
	long: "--home --shell --uid --gid --ingroup --gecos --comment --firstuid --lastuid --firstgid --lastgid --conf --home-dir --groups".split(" "),
	hasSubcommands: false,
};

/** https://man7.org/linux/man-pages/man1/chmod.1.html */
export const chmod: Program = { letters: "", long: ["--reference"], hasSubcommands: false };

/** https://man7.org/linux/man-pages/man8/chpasswd.8.html and https://man7.org/linux/man-pages/man1/passwd.1.html */
export const passwd: Program = {
	letters: "inwxRsc",
	long: ["--crypt-method", "--root", "--prefix", "--sha-rounds", "--repository", "--inactive"],
	hasSubcommands: false,
};
