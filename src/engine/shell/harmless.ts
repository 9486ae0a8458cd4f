import { programOf } from "./calls.ts";
import type { ShellCommand } from "./shell-command.ts";

/** Programs that install nothing and start nothing that the project brings along. Whatever is not here may do anything. */
const known = new Set(
	(
		": [ [[ test true false echo printf cat tee sed awk gawk mawk grep egrep fgrep cut tr sort uniq head tail wc tac nl paste seq yes expr date sleep " +
		"ls pwd cd pushd popd dirs mkdir rmdir rm cp mv ln touch chmod chown chgrp chattr install stat readlink realpath dirname basename mktemp truncate dd df du sync shred unlink " +
		"set unset export readonly local declare typeset shift return exit break continue read umask ulimit wait trap type which whereis command hash alias unalias getopts let " +
		"id whoami groups uname arch nproc getconf env hostname getent tty " +
		"useradd usermod userdel groupadd groupmod groupdel adduser addgroup deluser delgroup passwd chpasswd gpasswd newusers chsh chfn " +
		"curl wget aria2c scp rsync nc ncat netcat ping dig nslookup host " +
		"tar gzip gunzip zcat bzip2 bunzip2 bzcat xz unxz xzcat zstd unzstd zip unzip 7z cpio ar lz4 unlz4 brotli " +
		"sha1sum sha224sum sha256sum sha384sum sha512sum md5sum b2sum shasum cksum base64 xxd od hexdump strings file cmp diff patch " +
		"gpg gpg2 gpgv gpgconf dirmngr openssl ssh-keygen ssh-keyscan update-ca-certificates keytool " +
		"git svn hg jq yq xmlstarlet envsubst find xargs strip ldconfig ldd locale localedef locale-gen update-locale setcap getcap chcon " +
		"update-alternatives update-rc.d dpkg-query dpkg-divert dpkg-architecture apt-mark apt-cache apt-config apt-key lsb_release a2enmod a2dismod a2ensite a2dissite a2enconf a2disconf " +
		"docker-php-ext-enable pecl-config phpenmod phpdismod rpm2cpio crontab sysctl visudo ssh-add"
	).split(" "),
);

/** Of these programs, the subcommands that are known to install from no list of another package manager. */
const knownSubcommands: ReadonlyMap<string, readonly string[]> = new Map(
	Object.entries({
		dpkg: [
			"--add-architecture",
			"--print-architecture",
			"--print-foreign-architectures",
			"-l",
			"-L",
			"-s",
			"-S",
			"--list",
			"--listfiles",
			"--status",
			"--search",
			"--purge",
			"-P",
			"-r",
			"--remove",
		],
		rustup: ["component", "default", "show", "target", "toolchain"],
		gem: ["install", "update", "cleanup"],
		corepack: ["enable", "prepare"],
		npm: ["cache", "config", "--version"],
		yarn: ["cache", "config"],
		go: ["version", "env", "mod"],
	}),
);

/** Words by which programs that are known start others. */
const starting: ReadonlyMap<string, RegExp> = new Map(
	Object.entries({
		git: /^(?:foreach|bisect|--exec|-x|--upload-pack)/,
		tar: /^(?:-I|-F|--(?:to-command|use-compress-program|checkpoint-action|new-volume-script|info-script))/,
		awk: /\bsystem\s*\(|\|\s*(?:getline|")|"\s*\|/,
		rsync: /^(?:-e|--rsh)/,
	}),
);

const folders = /^(?:\/usr(?:\/local)?)?\/s?bin\/[^/]*$/;

/** Whether the command is known to install nothing by a system's package manager, and to start nothing that might. Functions of the script count, for what is in them is judged by itself. */
export function isHarmless(command: ShellCommand, functions: ReadonlySet<string>): boolean {
	const { name, program } = command;
	if (name === undefined) return program === undefined;
	if (functions.has(name)) return true;
	const path = program?.value;
	if (path === undefined) return false;
	if (path.includes("/") && !folders.test(path)) return false;
	const words = starting.get(name);
	if (words && command.args.some(({ text }) => words.test(text))) return false;
	// The arguments of most commands are not asked for, and so are not made.
	if (known.has(name)) return !(name === "install" && command.args.length === 0);
	const subcommands = knownSubcommands.get(name);
	if (subcommands) return subcommands.includes(command.args[0]?.value ?? "");
	return programOf(command)?.program === "pip" && command.args.every(({ value }) => value !== undefined && !/^(?:\.|\/|-e|--editable)/.test(value));
}

const noFunctions: ReadonlySet<string> = new Set();

/** The functions that a script defines. */
export function functionsIn(commands: readonly ShellCommand[]): ReadonlySet<string> {
	let names: Set<string> | undefined;
	for (const { place } of commands) {
		for (let { branch } = place; branch; branch = branch.parent) if (branch.kind === "function" && branch.name) (names ??= new Set()).add(branch.name);
	}
	return names ?? noFunctions;
}
