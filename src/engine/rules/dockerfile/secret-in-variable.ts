import { instructionsAndTriggersOf, pairsOf } from "../../dockerfile/instructions.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "secret-in-variable",
	peers: {
		hadolint: ["DL3064"],
		buildkit: ["SecretsUsedInArgOrEnv"],
		tally: ["buildkit/SecretsUsedInArgOrEnv", "tally/ruby/secrets-in-arg-or-env"],
		trivy: ["DS-0031"],
		kics: ["c3e1b6ae"],
		semgrep: ["secret-in-build-arg"],
		dockle: ["CIS-DI-0010"],
	},
	category: "security",
	severity: "warning",
	title: "A secret is kept in the image or its history",
	why: [
		"What `ENV` sets is stored in the image, and what `ARG` holds in its history and in the build's provenance: everyone who has the image can read it there.",
		"A secret mount (`RUN --mount=type=secret,id=token …`) shows a secret to one command and keeps nothing of it; at run time the environment or a file can bring it.",
	],
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				ARG NPM_TOKEN
				RUN npm ci
			`,
			good: dockerfile`
				FROM node:22
				RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci
			`,
		},
	],

	*check(file) {
		for (const instruction of instructionsAndTriggersOf(file, "ENV")) {
			for (const { name, value } of pairsOf(instruction)) {
				if (!isSecret(name.text) || !value || isNoSecret(name.text, value.text)) continue;
				yield { at: name, message: say`\`${name.text}\` is stored in the image, where everyone who has it can read it` };
			}
		}
		for (const instruction of instructionsAndTriggersOf(file, "ARG")) {
			// An ARG before the first FROM serves the FROMs alone.
			if (!stageOf(file, instruction)) continue;
			for (const { name, value } of pairsOf(instruction)) {
				if (!isSecret(name.text)) continue;
				const text = unquoted(value?.text ?? "");
				if (text && isNoSecret(name.text, text)) continue;
				yield {
					at: name,
					message: text
						? say`the value of \`${name.text}\` stays in the image's history, where everyone who has it can read it`
						: say`what a build gives to \`${name.text}\` stays in the image's history and provenance`,
				};
			}
		}
	},
});

const secretWord = /(?:^|[-_.])(?:api_?key|auth|credentials?|key|pass|passphrase|password|pword|passwd|secrets?|token)(?:[-_.]|$)/i;
/** Words run together, as in PGPASSWORD and githubToken. */
const secretEnd = /(?:password|passwd|passphrase|secret|token|apikey|accesskey|secretkey|privatekey)$/i;
/** Names of what may be known, and of what goes with a secret without being one. */
const harmless = /(?:^|[-_.])(?:public|pub|file|version)(?:[-_.]|$)/i;
const harmlessEnd =
	/[-_.](?:algorithm|alias|backend|class|count|dir|directory|disabled?|driver|enabled?|endpoint|environment|expir\w*|fingerprint|format|header|host|hosts|id|issuer|length|lifetime|limit|max|method|min|mode|name|names|path|plugin|policy|port|prefix|provider|realm|required|scheme|scopes?|server|servers|size|sock|socket|source|store|timeout|ttl|type|uri|url|user|username)$/i;

const isSecret = (name: string): boolean =>
	name.toUpperCase() === "AWS_ACCESS_KEY_ID" || ((secretWord.test(name) || secretEnd.test(name)) && !harmless.test(name) && !harmlessEnd.test(name));

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/s, "$2").trim();

const word = /^(?:true|false|yes|no|on|off|none|null|nil|undefined|default|enabled?|disabled?|basic|optional|required|auto|\d{1,2})$/i;
const placeholder = /^(?:dummy|placeholder|example|fake|unused|ignored?|todo|tbd|x{3,}|\*+|\.{3}|<.*>|not[-_ ]?(?:a[-_ ]?)?(?:real|secret|used|needed))/i;
const path = /^(?:(?:~|\.{1,2}|\$\w+|\$\{\w+\})?\/[\w./${}~-]*|[A-Z]:[\\/].*|[\w./${}~-]+\.(?:pem|key|crt|cer|p12|pfx|jks|json|ya?ml|txt|gpg|asc))$/i;
const link = /^[a-z][a-z+.-]*:\/\/[^@\s]*$/i;

/** Whether the value is plainly none that has to be hidden: nothing, a switch, a path, a link, a placeholder, the fingerprint of a public key, or a pair's key in .NET's settings. */
function isNoSecret(name: string, value: string): boolean {
	const text = unquoted(value);
	if (/__\d+__(?:key|name|value)$/i.test(name)) return true;
	if (text === "" || word.test(text) || placeholder.test(text) || path.test(text) || link.test(text)) return true;
	return /gpg|pgp/i.test(name) && /^(?:(?:0x)?[0-9a-f]{8,40}\s*)+$/i.test(text.replaceAll(" ", ""));
}
