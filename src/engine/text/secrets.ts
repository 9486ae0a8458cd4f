/** Whether people keep under such a name what nobody should see. Names that only speak of secrets, such as `DB_PASSWORD_FILE` and `TOKEN_TTL`, are none. */
export function isSecretName(name: string): boolean {
	if (ofGemServer.test(name)) return true;
	if (!mayBeSecret.test(name) || !/^[\w.:/-]+$/.test(name)) return false;
	if (name.toUpperCase() === "AWS_ACCESS_KEY_ID") return true;
	const words = name
		.replace(/([a-z\d])([A-Z])/g, "$1_$2")
		.toLowerCase()
		.split(/[^a-z\d]+/);
	const last = words.findLastIndex((word, index) => secretWord.test(word) || (index > 0 && /^pwd\d*$/.test(word)));
	if (
		last < 0 ||
		words.slice(last + 1).some((word) => speakingAfter.has(word) || runTogether.test(word)) ||
		words.slice(0, last).some((word) => speakingBefore.has(word))
	)
		return false;
	// Behind `AUTH` alone stands a secret; with more words it speaks of a way to log in.
	if (words[last] === "auth" && last < words.length - 1) return false;
	return !/^keys?$/.test(words[last] ?? "") || !dataKeys.has(words[last - 1] ?? "");
}

/** A user and a password for a server of gems: `BUNDLE_GEMS__EXAMPLE__COM`. https://bundler.io/man/bundle-config.1.html#CREDENTIALS-FOR-GEM-SOURCES */
const ofGemServer = /^BUNDLE_(?!BUILD__|LOCAL__|MIRROR__|GEM__|PLUGINS__)\w+__(?:APP|CO|COM|DE|DEV|EU|FR|INFO|IO|JP|NET|NL|ORG|SE|UK)$/;

/** Lets most names go quickly. */
const mayBeSecret = /pass|pword|pwd|auth|secret|token|cred|key/i;

/** Whether a secret's name, or a password in a link or a connection, can stand in the text at all. */
export const mayHoldSecret = (text: string): boolean => secretOrLink.test(text);

const secretOrLink = new RegExp(`${mayBeSecret.source}|bundle_\\w+__|://`, "i");

/** Words run together too, as in PGPASSWORD and githubtoken. */
const secretWord =
	/^(?:[a-z\d]*(?:password|passwd|pword|passphrase|secret|token|apikey|accesskey|secretkey|privatekey|credential)s?|pass|auth|creds?|keys?)\d*$/;

/** Behind a secret's word: what goes with it without being one. */
const speakingAfter = new Set(
	(
		"age algo algorithm algorithms alias arn attempts audience authentication backend backends base64encoded cache callback chars check class cmd column command complexity config " +
		"configuration context converter cost count days delimiter dir directory disable disabled domain driver duration enable enabled encoder encoding endpoint engine " +
		"env environment exp expiration expire expired expires expiry factory field file filename files fingerprint folder format generator handler hasher hashers " +
		"header headers help helper hint history host hostname hosts hours id ids index issuer iterations kind label language len length level lifetime limit limits location login " +
		"logout manager managers max method methods middleware min minutes mode mount name names namespace optional option options page param parameter path paths persistence " +
		"pattern period permissions placeholder plugin plugins policies policy port prefix prompt prompts protocol provider providers proxy rate realm redirect ref " +
		"regex region repo required requirement requirements reset retries role rotation rounds route rule rules schedule scheme scope scopes seconds separator " +
		"server servers service services size sock socket source src storage store strategy strength style suffix table tag template through time timeout timeouts " +
		"timestamp tool ttl type types unit units uri url urls usage user username users validation validator validators validity verification version versions " +
		"volume window"
	).split(" "),
);

/** The same at the end of words that are run together, as in `TOKENS_READYPORT`. */
const runTogether = /(?:port|path|file|dir|name|host|url|size|time)$/;

/** Before it: what may be known, what is counted, and what is switched. */
const speakingBefore = new Set(
	"public pub add authorized known max min num allow allowed allows enable enabled disable disabled use uses require required requires skip no show hide without".split(
		" ",
	),
);

/** Keys that open nothing. */
const dataKeys = new Set("cache primary foreign sort partition routing group index lookup hot map site tag".split(" "));

/** Whether the value is plainly none that has to be hidden: nothing, a switch, a path, a link, a placeholder, the fingerprint of a public key, or a pair's key in .NET's settings. */
export function isHarmlessValue(name: string, value: string): boolean {
	const text = value.trim();
	if (/__\d+__(?:key|name|value)$/i.test(name)) return true;
	if (/auth\d*$/i.test(name) && wayOfAuthentication.test(text)) return true;
	if (text === "" || plainWord.test(text) || placeholder.test(text) || path.test(text) || link.test(text)) return true;
	return /gpg|pgp/i.test(name) ? areFingerprints(text) : /key/i.test(name) && fingerprint.test(text);
}

/** Each of eight digits at least, with `0x` before it or without; blanks may stand anywhere. */
function areFingerprints(text: string): boolean {
	const [first = "", ...others] = text.replace(/\s+/g, "").split(/0x/i);
	return [...(first === "" && others.length > 0 ? [] : [first]), ...others].every((digits) => /^[0-9a-f]{8,}$/i.test(digits));
}

/** As GnuPG writes it, in capitals. */
const fingerprint = /^[0-9A-F]{40}$/;

const plainWord =
	/^(?:[^A-Za-z\d]{1,2}|empty|true|false|yes|no|on|off|none|null|nil|undefined|default|enabled?|disabled?|basic|optional|required|auto|\d{1,2})$/i;
const wayOfAuthentication =
	/^(?:htpasswd|ldap|oauth2?|oidc|saml|jwt|token|password|digest|plain|session|kerberos|x509|database|internal|local|external|proxy|md5|trust|requested)$/i;
const placeholder = /^(?:dummy|placeholder|example|fake|unused|ignored?|todo|tbd|x{3,}|_+$|\*+|\.{3}|<.*>|not[-_ ]?(?:a[-_ ]?)?(?:real|secret|used|needed))/i;
const path =
	/^(?:~|\.{1,2}|(?:~|\.{1,2}|\$\w+|\$\{\w+\})?\/[\w./${}~-]*|[A-Z]:[\\/].*|[\w./${}~-]+\.(?:pem|key|crt|cer|p12|pfx|jks|json|ya?ml|txt|gpg|asc|sh|py)|[\w.-]+[_-]creds)$/i;
const link = /^[a-z][a-z+.-]*:\/\/[^@\s]*$/i;

/** Whether a password stands in a link or in the words of a connection, as in `postgres://user:password@host` and `Server=db;Password=…`. */
export function holdsPassword(text: string): boolean {
	if (!/:\/\/|passw|pwd/i.test(text)) return false;
	for (const pattern of [inLink, inConnection])
		for (const [, before = "", found = ""] of text.matchAll(pattern))
			if (!/[$%{]/.test(found[0] ?? "") && !placeholder.test(found) && !isPort(before, found)) return true;
	return false;
}

/** `https://example.com:443@8443` has a host and a port before its sign. */
const isPort = (before: string, found: string): boolean => /^\d{1,5}$/.test(found) && /\.[a-z]+:$/i.test(before);

/** The text with a mask in place of each such password. */
export const maskPasswords = (text: string, mask: string): string => text.replace(inLink, `$1${mask}`).replace(inConnection, `$1${mask}`);

// A scheme is looked for where one can begin, and not again within it.
const inLink = /(?<![a-z\d+.-])([\d+.-]*[a-z][a-z\d+.-]*:\/\/[^\s:/@]*:)([^\s/@]+)(?=@)/gi;
const inConnection = /((?:^|[?&;])\s*(?:password|passwd|pwd)\s*=\s*)([^\s&;]+)/gi;
