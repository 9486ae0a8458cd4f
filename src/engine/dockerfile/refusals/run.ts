import { quoteAsGo } from "../characters.ts";
import { flagOf } from "../instructions.ts";
import { say } from "../../text/message.ts";
import { findSimilar } from "../../text/similar.ts";
import { replace } from "../../text/text.ts";
import type { Instruction, Word } from "../syntax.ts";
import { isBoolean, splitValues } from "./go-values.ts";
import { readMount } from "./mount.ts";
import { partOf, type Found, type Reader } from "./refusal.ts";

/** RUN with flags; one without cannot be refused. */
export const readRun: Reader = function* (file, instruction) {
	if (instruction.flags.length === 0) return;
	for (const { name, value } of instruction.flags) {
		if (name === "mount" && value) yield* readMount(file, instruction, value);
		else if (name === "device" && value) yield* readDevice(value);
	}
	yield* readChoice(instruction, "network", ["default", "none", "host"], (text) => `invalid network mode ${quoteAsGo(text)}`);
	yield* readChoice(instruction, "security", ["sandbox", "insecure"], (text) => `security ${quoteAsGo(text)} is not valid`);
};

function* readChoice(instruction: Instruction, name: string, choices: readonly string[], toSentence: (text: string) => string): Generator<Found> {
	const value = flagOf(instruction, name)?.value;
	if (!value || choices.includes(value.text)) return;
	const similar = findSimilar(value.text, choices);
	const isWritten = value.end - value.start === value.text.length;
	yield {
		at: value,
		what: say`\`--${name}\` is one of ${choices.join(", ")}`,
		said: toSentence(value.text),
		meant: similar && isWritten ? { title: say`Change it to ${similar}`, edits: [replace(value, similar)] } : undefined,
	};
}

function* readDevice(device: Word): Generator<Found> {
	const fields = splitValues(device.text);
	if (typeof fields === "string") {
		yield { at: device, what: say`the list of values is broken`, said: `failed to parse csv devices: ${fields}` };
		return;
	}
	let name = "";
	for (const { text, start, end } of fields) {
		const equals = text.indexOf("=");
		const key = (equals < 0 ? text : text.slice(0, equals)).toLowerCase();
		const value = equals < 0 ? undefined : text.slice(equals + 1);
		const at = partOf(device, start, end);
		if (key === "required") {
			if (value !== undefined && !isBoolean(value)) yield { at, what: say`\`${key}\` is \`true\` or \`false\``, said: `invalid value for ${key}: ${value}` };
		} else if (key === "name" && value !== undefined) {
			if (name !== "") yield { at, what: say`the device is named twice`, said: `device name already set to ${name}` };
			name = value;
		} else if (name === "") name = text;
		else if (value === undefined) yield { at, what: say`\`${text}\` lacks its value`, said: `invalid field '${text}' must be a key=value pair` };
		else yield { at, what: say`a device has no \`${key}\``, said: `unexpected key '${key}' in '${text}'` };
	}
}
