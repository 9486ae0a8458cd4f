import type { Program } from "./program.ts";

/** https://pear.php.net/manual/en/guide.users.commandline.commands.php */
export const pecl: Program = { letters: "cCdDuR", long: [], hasSubcommands: true };

/** The scripts of the official image, https://github.com/docker-library/php, and https://github.com/mlocati/docker-php-extension-installer */
export const extensionScript: Program = { letters: "j", long: ["--ini-name"], hasSubcommands: false };
