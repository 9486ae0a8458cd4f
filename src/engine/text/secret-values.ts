import type { Range } from "./text.ts";

/** A secret by its shape. */
export type SecretValue = Range & {
	/** Whose it is; undefined for a private key. */
	readonly of: string | undefined;
};

type Shape = { readonly of: string | undefined; readonly hints: readonly string[]; readonly pattern: RegExp };

/** What the services give out, as their documentation had it in 2026. One of the hints stands in each. */
const shapes: readonly Shape[] = [
	{ of: "AWS", hints: ["AKIA", "ASIA"], pattern: /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g },
	{ of: "GitHub", hints: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"], pattern: /\bgh[pousr]_[A-Za-z0-9]{36,}\b/g },
	{ of: "GitHub", hints: ["github_pat_"], pattern: /\bgithub_pat_\w{60,}/g },
	{ of: "GitLab", hints: ["glpat-", "gldt-", "glrt-"], pattern: /\bgl(?:pat|dt|rt)-[\w.-]{20,}/g },
	{ of: "Slack", hints: ["xox"], pattern: /\bxox[abeoprs]-\d[\w-]{20,}/g },
	{ of: "Slack", hints: ["hooks.slack.com"], pattern: /hooks\.slack\.com\/services\/T\w{8,}\/B\w{8,}\/\w{20,}/g },
	{ of: "Stripe", hints: ["k_live_"], pattern: /\b[rs]k_live_[A-Za-z0-9]{20,}/g },
	{ of: "Google", hints: ["AIza"], pattern: /\bAIza[\w-]{35}(?![\w-])/g },
	{ of: "npm", hints: ["npm_"], pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
	{ of: "PyPI", hints: ["pypi-AgE"], pattern: /\bpypi-AgE[\w-]{50,}/g },
	{ of: "Docker Hub", hints: ["dckr_pat_", "dckr_oat_"], pattern: /\bdckr_[po]at_[\w-]{20,}/g },
	{ of: "SendGrid", hints: ["SG."], pattern: /\bSG\.[\w-]{20,24}\.[\w-]{39,50}/g },
	{ of: "Hugging Face", hints: ["hf_"], pattern: /\bhf_[A-Za-z]{34}\b/g },
	{ of: "OpenAI", hints: ["sk-proj-", "sk-svcacct-", "T3BlbkFJ"], pattern: /\bsk-(?:(?:proj|svcacct|admin)-[\w-]{40,}|\w{20}T3BlbkFJ\w{20})/g },
	{ of: "Anthropic", hints: ["sk-ant-"], pattern: /\bsk-ant-\w+-[\w-]{60,}/g },
	{ of: "DigitalOcean", hints: ["dop_v1_", "doo_v1_"], pattern: /\bdo[op]_v1_[a-f\d]{64}\b/g },
	{ of: "Shopify", hints: ["shpat_", "shpca_", "shppa_", "shpss_"], pattern: /\bshp(?:at|ca|pa|ss)_[a-fA-F\d]{32}\b/g },
	{ of: "RubyGems", hints: ["rubygems_"], pattern: /\brubygems_[a-f\d]{48}\b/g },
	{ of: "Vault", hints: ["hvs."], pattern: /\bhvs\.[\w-]{80,}/g },
	{ of: "Azure", hints: ["AccountKey="], pattern: /\bAccountKey=[\w+/]{80,}==/g },
	{ of: undefined, hints: ["PRIVATE KEY-----"], pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----(?=(?:\\[nr]|[\s"'\\])*[A-Za-z\d+/]{20})/g },
];

/** Pieces of which one stands in every text with a secret of a known shape. */
export const secretHints: readonly string[] = shapes.flatMap(({ hints }) => hints);

const anyHint = new RegExp(secretHints.map((hint) => hint.replaceAll(".", "\\.")).join("|"));
const none: readonly SecretValue[] = [];

/** The secrets that stand in a text, as far as their shape tells; placeholders and examples are none. */
export function secretValuesIn(text: string): readonly SecretValue[] {
	// One pass for all hints: nearly every text has none.
	if (!anyHint.test(text)) return none;
	const found: SecretValue[] = [];
	for (const { of, hints, pattern } of shapes) {
		if (!hints.some((hint) => text.includes(hint))) continue;
		for (const match of text.matchAll(pattern)) {
			const [value] = match;
			if (of === undefined || !isPlaceholder(value)) found.push({ of, start: match.index, end: match.index + value.length });
		}
	}
	return found;
}

/** What documentation writes in place of one: a word that says so, one character again and again, or the alphabet. */
const isPlaceholder = (value: string): boolean => /example|placeholder|changeme|your|(.)\1{5}|123456789|abcdefgh/i.test(value) || new Set(value).size < 10;
