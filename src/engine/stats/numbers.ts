import { sizeText } from "../text/size.ts";
import type { Statistics } from "./statistics.ts";

/** Of one processor, as `docker stats` has it: `12.3 %`. */
export const percentText = (cpu: number | null): string => (cpu === null ? "–" : `${(cpu * 100).toFixed(1)} %`);

/** The limit of the container's own, 0 where there is none: engines say that the whole machine is. */
export const ownLimit = ({ memoryLimit }: Statistics, machineMemory: number): number => (machineMemory > 0 && memoryLimit >= machineMemory ? 0 : memoryLimit);

/** The little that a row has room for, as wide with one digit as with three. Empty until something is known. */
export function rowNumbers(of: Statistics | undefined, machineMemory: number): string {
	if (!of || of.cpu === null) return "";
	const percent = String(Math.round(of.cpu * 100)).padStart(3, "\u2007");
	const limit = ownLimit(of, machineMemory);
	return `${percent} % · ${sizeText(of.memory)}${limit > 0 ? ` / ${sizeText(limit)}` : ""}`;
}
