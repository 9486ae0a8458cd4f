import { quoteAsGo } from "../characters.ts";
import { say } from "../../text/message.ts";
import { flagOf } from "../instructions.ts";
import { parseDuration, parseInteger } from "./go-values.ts";
import type { Reader } from "./refusal.ts";

const durations = ["interval", "timeout", "start-period", "start-interval"];

export const readHealthcheck: Reader = function* (_, instruction) {
	const { args, argsRange, keywordRange } = instruction;
	const [type, command] = args;
	if (!type) {
		yield { at: keywordRange, what: say`\`NONE\`, or \`CMD\` and a command, is missing`, said: "HEALTHCHECK requires at least one argument" };
		return;
	}
	const name = type.text.toUpperCase();
	if (name === "NONE") {
		if (command)
			yield { at: { start: command.start, end: argsRange.end }, what: say`nothing may follow \`NONE\``, said: "HEALTHCHECK NONE takes no arguments" };
		return;
	}
	if (name !== "CMD")
		yield { at: type, what: say`a health check is \`NONE\`, or \`CMD\` and a command`, said: `Unknown type ${quoteAsGo(name)} in HEALTHCHECK (try CMD)` };
	else if (!command) yield { at: type, what: say`a command is missing`, said: "Missing command after HEALTHCHECK CMD" };
	for (const flag of durations) {
		const value = flagOf(instruction, flag)?.value;
		if (!value?.text) continue;
		const duration = parseDuration(value.text);
		if (duration === undefined)
			yield {
				at: value,
				kind: "flag",
				what: /^\d+$/.test(value.text) ? say`\`${value.text}\` lacks its unit, as in \`30s\`` : say`\`${value.text}\` is no duration, such as \`1m30s\``,
				said: `time: ${/^\d+$/.test(value.text) ? "missing unit in" : "invalid"} duration ${quoteAsGo(value.text)}`,
			};
		else if (duration !== 0 && duration < 1)
			yield { at: value, kind: "flag", what: say`\`${value.text}\` is too short`, said: `Interval ${quoteAsGo(flag)} cannot be less than 1ms` };
	}
	const retries = flagOf(instruction, "retries")?.value;
	if (!retries?.text) return;
	const count = parseInteger(retries.text, -(2 ** 31), 2 ** 31 - 1);
	if (count === undefined)
		yield {
			at: retries,
			kind: "flag",
			what: say`\`${retries.text}\` is no whole number`,
			said: `strconv.ParseInt: parsing ${quoteAsGo(retries.text)}: invalid syntax`,
		};
	else if (count < 0) yield { at: retries, kind: "flag", what: say`a number of retries is not negative`, said: `--retries cannot be negative (${count})` };
};
