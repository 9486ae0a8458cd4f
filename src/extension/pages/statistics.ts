import type { Statistics } from "../../engine/stats/statistics.ts";
import { sizeText } from "../../engine/text/size.ts";
import type { Translate } from "../explorer/kind.ts";
import { tableText } from "./processes.ts";

export function statisticsText(of: Statistics, name: string, time: string, t: Translate): string {
	const share =
		of.memoryLimit > 0
			? t("{0} of {1}, {2} %", sizeText(of.memory), sizeText(of.memoryLimit), ((of.memory / of.memoryLimit) * 100).toFixed(1))
			: sizeText(of.memory);
	const rows = [
		[t("Processor"), t("{0} % of one, of {1}", ((of.cpu ?? 0) * 100).toFixed(1), of.cpus)],
		[t("Memory"), share],
		[t("Processes and threads"), String(of.processes)],
		[t("Network"), t("{0} received, {1} sent", sizeText(of.received), sizeText(of.sent))],
		[t("Disks"), t("{0} read, {1} written", sizeText(of.read), sizeText(of.written))],
	];
	return `${t("What {0} uses, at {1}", name, time)}\n\n${tableText(rows)}\n`;
}
