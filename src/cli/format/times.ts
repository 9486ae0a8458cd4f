import { type Catalogue, say, textOf } from "../../engine/text/message.ts";
import type { Times } from "../timing.ts";

/** How long the rules took, the slowest first. */
export function formatTimes(times: Times, catalogue: Catalogue | undefined): string {
	const rows = [...times].sort(([, one], [, other]) => other - one);
	const total = rows.reduce((sum, [, time]) => sum + time, 0);
	const line = (time: number, name: string): string => {
		const share = total > 0 ? Math.round((100 * time) / total) : 0;
		return `${time.toFixed(1).padStart(9)} ms ${String(share).padStart(3)} %  ${name}`;
	};
	return [
		textOf(say`Time by rule; what several rules want to know of a file is on the account of the first:`, catalogue),
		...rows.map(([rule, time]) => line(time, rule)),
		line(total, textOf(say`all rules`, catalogue)),
	].join("\n");
}
