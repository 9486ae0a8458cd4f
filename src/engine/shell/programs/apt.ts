import type { Program } from "./program.ts";

/** https://manpages.debian.org/apt-get, with those of apt and aptitude */
export const apt: Program = {
	letters: "otcaP",
	long: [
		"--option",
		"--target-release",
		"--default-release",
		"--config-file",
		"--host-architecture",
		"--build-profiles",
		"--solver",
		"--planner",
		"--add-user-tag",
		"--user-tag",
		"--with-source",
	],
	hasSubcommands: true,
};

/** https://gitlab.com/volian/nala/-/wikis/home */
export const nala: Program = { letters: "ot", long: ["--option", "--target-release"], hasSubcommands: true };
