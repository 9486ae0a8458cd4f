import type { Piece } from "../pieces.ts";
import type { ProgramName } from "./programs.ts";

/** What no longer vouches for what is downloaded, by who is told so. */
export type Unverified =
	| "curl"
	| "wget"
	| "pip"
	| "pip-variable"
	| "python"
	| "node"
	| "npm"
	| "npm-variable"
	| "git"
	| "apk"
	| "apt"
	| "apt-force"
	| "yum"
	| "yum-ssl"
	| "rpm"
	| "zypper"
	| "pacman"
	| "go"
	| "others";

type OptionSwitch = {
	readonly programs: readonly ProgramName[];
	readonly names: readonly string[];
	/** What its value has to be; without it, there is none to look at. */
	readonly value?: RegExp;
	readonly of: Unverified;
};

const off = "(?:0|false|no|off|never)";
const on = "(?:1|true|yes|on)";
const dnfs = ["yum", "dnf", "microdnf", "tdnf"] as const;
const apts = ["apt-get", "apt", "aptitude", "nala"] as const;
const aptAuthentication = new RegExp(`^apt::get::allowunauthenticated=["']?${on}|^acquire::allow(?:insecure|weak)repositories=["']?${on}`, "i");
const aptPeer = new RegExp(`^acquire::https?::(?:[\\w.:-]*::)?verify-(?:peer|host)=["']?${off}`, "i");

/** Options that switch it off, as the manuals named in the tables of the programs have them in 2026. */
export const optionSwitches: readonly OptionSwitch[] = [
	{ programs: ["curl"], names: ["-k", "--insecure", "--proxy-insecure", "--doh-insecure"], of: "curl" },
	{ programs: ["wget"], names: ["--no-check-certificate"], of: "wget" },
	{ programs: ["wget"], names: ["--check-certificate"], value: /^(?:off|no|quiet|0|false)$/i, of: "wget" },
	{ programs: ["wget"], names: ["-e", "--execute"], value: new RegExp(`^\\s*check_?certificate\\s*=\\s*${off}`, "i"), of: "wget" },
	{ programs: ["pip"], names: ["--trusted-host"], of: "pip" },
	{ programs: ["uv"], names: ["--allow-insecure-host", "--trusted-host"], of: "pip" },
	{ programs: ["git"], names: ["-c", "--config"], value: new RegExp(`^http\\.(?:.*\\.)?sslverify=${off}$`, "i"), of: "git" },
	{ programs: ["npm", "pnpm", "yarn"], names: ["--strict-ssl"], value: new RegExp(`^${off}$`, "i"), of: "npm" },
	{ programs: ["npm", "pnpm", "yarn"], names: ["--no-strict-ssl"], of: "npm" },
	{ programs: ["apk"], names: ["--allow-untrusted"], of: "apk" },
	{ programs: [...apts], names: ["--allow-unauthenticated", "--allow-insecure-repositories", "--allow-untrusted"], of: "apt" },
	{ programs: [...apts], names: ["-o", "--option"], value: aptAuthentication, of: "apt" },
	{ programs: [...apts], names: ["-o", "--option"], value: aptPeer, of: "apt" },
	{ programs: [...apts], names: ["--force-yes"], of: "apt-force" },
	{ programs: [...dnfs], names: ["--nogpgcheck", "--nogpg", "--no-gpgchecks"], of: "yum" },
	{ programs: [...dnfs, "yum-config-manager"], names: ["--setopt"], value: new RegExp(`(?:^|\\.)(?:localpkg_|pkg_|repo_)?gpgcheck=${off}$`, "i"), of: "yum" },
	{ programs: [...dnfs, "yum-config-manager"], names: ["--setopt"], value: new RegExp(`(?:^|\\.)(?:proxy_)?sslverify=${off}$`, "i"), of: "yum-ssl" },
	{ programs: ["rpm"], names: ["--nosignature", "--nodigest", "--noverify", "--nofiledigest", "--nofiledigests"], of: "rpm" },
	{ programs: ["zypper"], names: ["--no-gpg-checks", "--no-gpgcheck", "--gpgcheck-allow-unsigned", "--allow-unsigned-rpm", "-G"], of: "zypper" },
	{ programs: ["conda"], names: ["-k", "--insecure"], of: "others" },
	{ programs: ["micromamba"], names: ["--ssl-verify", "--ssl_verify"], value: new RegExp(`^${off}$`, "i"), of: "others" },
];

/** Subcommands that set it for later calls: the words after the program, one blank between them. */
export const settingSwitches: readonly { readonly programs: readonly ProgramName[]; readonly words: RegExp; readonly of: Unverified }[] = [
	{ programs: ["git"], words: new RegExp(`^config (?:set )?(http\\.(?:\\S*\\.)?sslverify) ["']?${off}$`, "i"), of: "git" },
	{ programs: ["npm", "pnpm", "yarn"], words: new RegExp(`^(?:config )?set ((?:enable)?strict-?ssl)[ =]${off}$`, "i"), of: "npm" },
	{ programs: ["pip"], words: /^config set (\S*trusted-host) \S/i, of: "pip" },
	{ programs: ["conda", "mamba", "micromamba"], words: new RegExp(`^config (?:set )?(ssl_verify) ${off}$`, "i"), of: "others" },
	{ programs: ["composer"], words: /^config (secure-http(?= (?:0|false)$)|disable-tls(?= (?:1|true)$))/i, of: "others" },
	{ programs: ["bundle"], words: /^config (?:set )?(?:--\S+ )*(ssl_verify_mode) 0$/i, of: "others" },
	{ programs: ["poetry"], words: /^config (certificates\.\S+\.cert) false$/i, of: "others" },
	{ programs: ["go"], words: /^env (GOINSECURE=\S|GONOSUMDB=\*$|GONOSUMCHECK=\S|GOSUMDB=off$|GOFLAGS=\S*-insecure)/, of: "go" },
];

/** Variables that switch it off, in capitals, with the values that do. */
export const variableSwitches: ReadonlyMap<string, { readonly value: RegExp; readonly of: Unverified }> = new Map([
	["PIP_TRUSTED_HOST", { value: /\S/, of: "pip-variable" }],
	["UV_INSECURE_HOST", { value: /\S/, of: "pip-variable" }],
	["PYTHONHTTPSVERIFY", { value: /^0$/, of: "python" }],
	["NODE_TLS_REJECT_UNAUTHORIZED", { value: /^0$/, of: "node" }],
	["NPM_CONFIG_STRICT_SSL", { value: /^(?:false|0|no|off)$/i, of: "npm-variable" }],
	["YARN_STRICT_SSL", { value: /^(?:false|0)$/i, of: "npm-variable" }],
	["YARN_ENABLE_STRICT_SSL", { value: /^(?:false|0)$/i, of: "npm-variable" }],
	["GIT_SSL_NO_VERIFY", { value: /^(?!(?:0|false|no|off)$)\S/i, of: "git" }],
	["GOINSECURE", { value: /\S/, of: "go" }],
	["GONOSUMDB", { value: /^\*$/, of: "go" }],
	["GONOSUMCHECK", { value: /^(?:1|true|\*)$/, of: "go" }],
	["GOSUMDB", { value: /^off$/, of: "go" }],
	["GOFLAGS", { value: /(?:^|\s)-insecure\b/, of: "go" }],
	["CONDA_SSL_VERIFY", { value: /^(?:false|0|no|off)$/i, of: "others" }],
	["MAMBA_NO_VERIFY", { value: /^(?:true|1)$/i, of: "others" }],
	["COMPOSER_DISABLE_TLS", { value: /^(?:true|1)$/i, of: "others" }],
	["BUNDLE_SSL_VERIFY_MODE", { value: /^0$/, of: "others" }],
	["PERL_LWP_SSL_VERIFY_HOSTNAME", { value: /^0$/, of: "others" }],
]);

/** Pieces of a file, of which one stands in every such name. */
export const piecesOfVariables: readonly Piece[] = [
	"verify",
	"reject_unauthorized",
	"strict_ssl",
	"trusted",
	"insecure",
	"gonosum",
	"gosumdb",
	"goflags",
	"disable_tls",
];

/** Lines in configuration files that switch it off. */
export const fileSwitches: readonly { readonly path: RegExp; readonly line: RegExp; readonly of: Unverified }[] = [
	{ path: /(?:^|[/~])[._]?curlrc$/, line: /(?:^|\s|["'])(?:--?)?insecure\b|^-k$/m, of: "curl" },
	{ path: /(?:^|\/)\.?wgetrc$/, line: new RegExp(`check_certificate\\s*=\\s*${off}`, "i"), of: "wget" },
	{ path: /(?:^|\/)(?:pip\.conf|pip\.ini)$/, line: /trusted-host\s*=\s*[\w.:-]+/i, of: "pip" },
	{ path: /(?:^|\/)\.?npmrc$/, line: /strict-ssl\s*=\s*false/i, of: "npm" },
	{ path: /(?:^|\/)\.yarnrc(?:\.yml)?$/, line: /strict-ssl"?\s+"?false|enableStrictSsl:\s*false/i, of: "npm" },
	{ path: /(?:^|\/)(?:\.gitconfig|gitconfig)$/, line: new RegExp(`sslverify\\s*=\\s*${off}`, "i"), of: "git" },
	{
		path: /(?:^|\/)apt\.conf(?:\.d\/|$)/,
		line: /allow(?:unauthenticated|insecurerepositories)["'\s]+(?:1|true|yes)|verify-(?:peer|host)["'\s]+(?:0|false|no)/i,
		of: "apt",
	},
	{ path: /(?:^|\/)sources\.list(?:\.d\/|$)/, line: /\[[^\]]*\btrusted\s*=\s*yes\b[^\]]*\]|^\s*trusted:\s*yes/im, of: "apt" },
	{
		path: /(?:^|\/)(?:yum\.repos\.d\/|yum\.conf$|dnf\.conf$|zypp\/repos\.d\/)/,
		line: /(?<![a-z])(?:repo_|pkg_|localpkg_)?gpgcheck\s*=\s*(?:0|no|false)/i,
		of: "yum",
	},
	{ path: /(?:^|\/)(?:yum\.repos\.d\/|yum\.conf$|dnf\.conf$)/, line: /(?<![a-z])(?:proxy_)?sslverify\s*=\s*(?:0|no|false)/i, of: "yum-ssl" },
	{ path: /(?:^|\/)pacman(?:\.[\w-]+)*\.conf$|(?:^|\/)pacman\.d\//, line: /SigLevel\s*=\s*(?:Never|Optional TrustAll|TrustAll)/i, of: "pacman" },
	{ path: /(?:^|\/)\.(?:mamba|conda)rc$/, line: /ssl_verify\s*:\s*(?:false|no|off|0)/i, of: "others" },
];

/** Pieces of a file, of which one stands in every such line or in its path. */
export const piecesOfLines: readonly Piece[] = [
	"curlrc",
	"certificate",
	"trusted",
	"strict-ssl",
	"strictssl",
	"sslverify",
	"unauthenticated",
	"insecure",
	"verify-",
	"gpg",
	"siglevel",
	"ssl_verify",
];
