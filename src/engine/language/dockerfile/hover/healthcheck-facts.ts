import { parseDuration } from "../../../dockerfile/refusals/go-values.ts";
import { flagOf } from "../../../dockerfile/instructions.ts";
import { stageOf } from "../../../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { valueOf } from "../../../dockerfile/variables.ts";
import { type Message, say } from "../../../text/message.ts";
import { code } from "../../markdown.ts";
import { named } from "./place.ts";
import { shellOf } from "./shell-form.ts";

/** When the container is asked, how, and how soon somebody knows. */
export function healthcheckFacts(file: Dockerfile, instruction: Instruction): readonly Message[] {
	const stage = stageOf(file, instruction);
	const last = stage?.instructions.findLast(({ keyword }) => keyword === "HEALTHCHECK");
	if (last && last !== instruction) return [say`Has no effect: ${named(file, last)} takes its place.`];
	if (instruction.args[0]?.text.toUpperCase() !== "CMD") return [];
	const flag = (name: string, otherwise: string): string => {
		const value = flagOf(instruction, name)?.value;
		const text = value ? (valueOf(file, instruction, value) ?? value.text) : "";
		// Zero stands for what the base image sets, and that is hardly ever anything but the default.
		return /^0*[a-zµ]*$/.test(text) ? otherwise : text;
	};
	const retries = flag("retries", "3");
	const how = instruction.json ? say`Started without a shell.` : say`Run by ${code(shellOf(file, instruction).join(" "))}.`;
	const [interval, timeout, startPeriod] = [flag("interval", "30s"), flag("timeout", "30s"), flag("start-period", "0s")];
	const when =
		retries === "1"
			? say`Every ${code(interval)}, for at most ${code(timeout)}; unhealthy after ${code(retries)} failure.`
			: say`Every ${code(interval)}, for at most ${code(timeout)}; unhealthy after ${code(retries)} failures in a row.`;
	return [when, ...noticed(interval, timeout, retries), ...started(startPeriod, flag("start-interval", "5s")), how];
}

function noticed(interval: string, timeout: string, retries: string): readonly Message[] {
	const [every, atMost] = [parseDuration(interval), parseDuration(timeout)];
	if (every === undefined || atMost === undefined || !/^\d{1,4}$/.test(retries)) return [];
	return [say`So a program that no longer answers is noticed after ${durationText(Number(retries) * (every + atMost))} at the latest.`];
}

function started(period: string, interval: string): readonly Message[] {
	const milliseconds = parseDuration(period);
	return milliseconds
		? [say`In the first ${durationText(milliseconds)} it is asked every ${code(interval)}, failures are not counted, and a success ends that time.`]
		: [];
}

/** "1 min 30 s", of milliseconds. */
export function durationText(milliseconds: number): string {
	const whole = Math.round(milliseconds);
	const parts = [
		[Math.floor(whole / 3_600_000), "h"],
		[Math.floor(whole / 60_000) % 60, "min"],
		[Math.floor(whole / 1000) % 60, "s"],
		[whole % 1000, "ms"],
	] as const;
	const text = parts.flatMap(([number, unit]) => (number > 0 ? [`${number} ${unit}`] : [])).join(" ");
	return text === "" ? `${milliseconds} ms` : text;
}
