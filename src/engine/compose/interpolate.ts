import { type Message, say } from "../text/message.ts";
import type { Range } from "../text/text.ts";
import { mapEntries, mapItems, type Place, placeBelow, placeTable } from "./patterns.ts";
import type { Refusal } from "./refusal.ts";
import { type Lookup, type SubstitutionError, substitute } from "./template.ts";
import type { Origin, Scalar, Value } from "./value.ts";

export type Interpolated = {
	readonly value: Value;
	readonly refusals: readonly Refusal[];
	/** Variables that are not set and for which nothing else is given, with the value in which they stand. */
	readonly unset: readonly { readonly name: string; readonly at: Origin }[];
};

/** Replaces variables in all values, never in keys, and makes of texts the types that their places want. */
export function interpolate(value: Value, lookup: Lookup): Interpolated {
	const refusals: Refusal[] = [];
	const unset: { name: string; at: Origin }[] = [];

	function inScalar(scalar: Scalar & { readonly kind: "string" }, place: Place<Cast> | undefined): Value {
		const { origin } = scalar;
		const cast = place?.held;
		if (!cast && !scalar.value.includes("$")) return scalar;
		const found = substitute(scalar.value, lookup);
		const placeOf = ({ start, end }: Range): Origin | undefined =>
			origin && scalar.textAt !== undefined ? { file: origin.file, at: { start: scalar.textAt + start, end: scalar.textAt + end } } : origin;
		for (const each of found.unset) {
			const at = placeOf(each);
			if (at) unset.push({ name: each.name, at });
		}
		if (found.error) {
			const at = placeOf(found.error);
			if (at) refusals.push({ kind: found.error.kind === "invalid" ? "interpolation" : "requiredVariable", at, message: wordsFor(found.error, scalar.value) });
			return scalar;
		}
		const replaced = found.text === scalar.value ? scalar : ({ kind: "string", value: found.text, origin, template: scalar.value } as const);
		if (!cast) return replaced;
		const made = cast(found.text);
		if (made === undefined) {
			if (origin)
				refusals.push({
					kind: cast === toBoolean ? "invalidBoolean" : "wrongType",
					at: origin,
					message: say`\`${found.text}\` is not ${nouns[kindOf.get(cast) ?? "number"]}`,
				});
			return replaced;
		}
		return { ...made, origin };
	}

	function within(each: Value, place: Place<Cast> | undefined): Value {
		if (each.kind === "string") return inScalar(each, place);
		if (each.kind === "sequence") return mapItems(each, (item) => within(item, place?.any));
		return each.kind === "mapping" ? mapEntries(each, (held, name) => within(held, placeBelow(place, name))) : each;
	}

	return { value: within(value, casts), refusals, unset };
}

function wordsFor(error: SubstitutionError, template: string): Message {
	if (error.kind === "invalid") return say`\`${template.slice(error.start, error.end)}\` is no variable; a \`$\` that is meant as it is is written \`$$\``;
	return error.reason === ""
		? say`\`${error.name}\` has to have a value, and has none`
		: say`\`${error.name}\` has to have a value, and has none: ${error.reason}`;
}

type Cast = (
	text: string,
) =>
	| (
			| { readonly kind: "integer"; readonly value: bigint }
			| { readonly kind: "float"; readonly value: number }
			| { readonly kind: "boolean"; readonly value: boolean }
	  )
	| undefined;

const toInteger: Cast = (text) => {
	if (!/^[-+]?\d+$/.test(text)) return undefined;
	const value = BigInt(text.replace("+", ""));
	return value >= -(2n ** 63n) && value < 2n ** 63n ? { kind: "integer", value } : undefined;
};

const toFloat: Cast = (text) => {
	if (/^[-+]?(?:inf|infinity|nan)$/i.test(text)) return { kind: "float", value: /nan/i.test(text) ? Number.NaN : text.startsWith("-") ? -Infinity : Infinity };
	return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text) && Number.isFinite(Number(text)) ? { kind: "float", value: Number(text) } : undefined;
};

const toBoolean: Cast = (text) => {
	const value = { true: true, y: true, yes: true, on: true, false: false, n: false, no: false, off: false }[text.toLowerCase()];
	return value === undefined ? undefined : { kind: "boolean", value };
};

const nouns = { number: say`a number`, integer: say`a whole number`, boolean: say`\`true\` or \`false\`` };
const kindOf = new Map<Cast, keyof typeof nouns>([
	[toInteger, "integer"],
	[toFloat, "number"],
	[toBoolean, "boolean"],
]);

/** Where a text becomes something else: https://github.com/compose-spec/compose-go/blob/v2.14.0/loader/interpolate.go. */
const inService: Readonly<Record<string, Cast>> = {
	cpu_count: toInteger,
	cpu_percent: toFloat,
	cpu_period: toInteger,
	cpu_quota: toInteger,
	cpu_rt_period: toInteger,
	cpu_rt_runtime: toInteger,
	cpus: toFloat,
	cpu_shares: toInteger,
	init: toBoolean,
	"depends_on.*.required": toBoolean,
	"depends_on.*.restart": toBoolean,
	"deploy.replicas": toInteger,
	"deploy.update_config.parallelism": toInteger,
	"deploy.update_config.max_failure_ratio": toFloat,
	"deploy.rollback_config.parallelism": toInteger,
	"deploy.rollback_config.max_failure_ratio": toFloat,
	"deploy.restart_policy.max_attempts": toInteger,
	"deploy.placement.max_replicas_per_node": toInteger,
	"healthcheck.retries": toInteger,
	"healthcheck.disable": toBoolean,
	oom_kill_disable: toBoolean,
	oom_score_adj: toInteger,
	pids_limit: toInteger,
	"ports.*.target": toInteger,
	privileged: toBoolean,
	read_only: toBoolean,
	scale: toInteger,
	stdin_open: toBoolean,
	tty: toBoolean,
	"ulimits.*": toInteger,
	"ulimits.*.hard": toInteger,
	"ulimits.*.soft": toInteger,
	"volumes.*.read_only": toBoolean,
	"volumes.*.volume.nocopy": toBoolean,
};

const casts = placeTable<Cast>({
	...Object.fromEntries(Object.entries(inService).map(([place, cast]) => [`services.*.${place}`, cast])),
	"networks.*.external": toBoolean,
	"networks.*.internal": toBoolean,
	"networks.*.attachable": toBoolean,
	"networks.*.enable_ipv4": toBoolean,
	"networks.*.enable_ipv6": toBoolean,
	"volumes.*.external": toBoolean,
	"secrets.*.external": toBoolean,
	"configs.*.external": toBoolean,
});
