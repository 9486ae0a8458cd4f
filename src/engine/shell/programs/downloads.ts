import type { Program } from "./program.ts";

/** https://curl.se/docs/manpage.html */
export const curl: Program = {
	letters: "AbcCdDeEFhHKmoPQrtTuUwxXyYzZ",
	long: (
		"--cacert --capath --cert --cert-type --ciphers --config --connect-timeout --connect-to --continue-at --cookie --cookie-jar --create-file-mode --crlfile " +
		"--curves --data --data-ascii --data-binary --data-raw --data-urlencode --dns-servers --doh-url --dump-header --engine --expect100-timeout --form --form-string " +
		"--header --interface --json --keepalive-time --key --key-type --limit-rate --local-port --max-filesize --max-redirs --max-time --netrc-file --noproxy " +
		"--oauth2-bearer --output --output-dir --parallel-max --pass --pinnedpubkey --preproxy --proto --proto-default --proto-redir --proxy --proxy-cacert " +
		"--proxy-header --proxy-user --quote --range --rate --referer --request --request-target --resolve --retry --retry-delay --retry-max-time --socks4 --socks4a " +
		"--socks5 --socks5-hostname --speed-limit --speed-time --stderr --time-cond --tls-max --tls13-ciphers --trace --trace-ascii --unix-socket --upload-file --url " +
		"--url-query --user --user-agent --variable --write-out"
	).split(" "),
	hasSubcommands: false,
};

/** https://www.gnu.org/software/wget/manual/wget.html */
export const wget: Program = {
	letters: "aeiBtOTwQPAUDRIXlo",
	long: (
		"--accept --accept-regex --append-output --base --bind-address --body-data --body-file --ca-certificate --ca-directory --certificate --ciphers --config " +
		"--connect-timeout --cut-dirs --default-page --directory-prefix --dns-timeout --domains --exclude-directories --exclude-domains --execute --header " +
		"--http-password --http-user --include-directories --input-file --level --limit-rate --load-cookies --max-redirect --method --output-document --output-file " +
		"--password --post-data --post-file --prefer-family --private-key --proxy-password --proxy-user --quota --read-timeout --referer --reject --reject-regex " +
		"--report-speed --save-cookies --secure-protocol --timeout --tries --user --user-agent --wait --waitretry"
	).split(" "),
	hasSubcommands: false,
};

/** https://git-scm.com/docs/git: the options of its subcommands that take a value in a word of its own, where that could be taken for an operand. */
export const git: Program = {
	letters: "cCbo",
	long: "--git-dir --work-tree --namespace --depth --branch --origin --config --template --reference --upload-pack --server-option --filter --jobs --file".split(
		" ",
	),
	hasSubcommands: true,
};
