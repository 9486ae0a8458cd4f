import * as vscode from "vscode";
import type { Limits } from "../../../docker/actions/change.ts";
import type { Machine } from "../../../docker/connection/daemon.ts";
import { bytesOf, bytesText } from "../../../engine/compose/print/bytes.ts";
import { canBeChanged } from "../../explorer/container-state.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { actOn, containerFor, type Target } from "../targets.ts";
import { showInputBox } from "../../window.ts";

export default {
	id: "hullwright.container.limits",
	title: "Change Limits…",
	needsTrust: true,
	menus: [onRows("containers", { rows: "^container (running|paused|restarting|stopped)", group: "2_setting@2", within: "change" })],
	async run(services, clicked?: Target) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const container = await containerFor(docker, clicked, {
			placeholder: t("Container whose limits to change"),
			suits: canBeChanged,
			none: t("There is no container that could be changed."),
		});
		if (!container) return;
		const { status } = docker.connection;
		const before = await docker.containers.limits(container.id);
		const after = await ask(container.name, before, status.kind === "connected" ? status.machine : undefined);
		const changed = after && changesOf(before, after);
		if (changed && Object.keys(changed).length > 0) await actOn(container, (each) => docker.containers.setLimits(each, changed));
	},
} satisfies Command;

/** One question a limit, with what holds now; undefined where the user gives up. */
async function ask(name: string, { memory, swap, cpus, processes }: Limits, machine: Machine | undefined): Promise<Limits | undefined> {
	const { t } = vscode.l10n;
	const question = (step: number, prompt: string, value: string, problem: (typed: string) => string | undefined): Thenable<string | undefined> =>
		showInputBox({
			title: t("Limits of {0} ({1} of {2})", name, step, 4),
			prompt,
			value,
			placeHolder: t("no limit"),
			validateInput: (typed) => problem(typed.trim()),
		});
	const stays = (whole: string): string =>
		t("The engine takes no such limit away from a container that is there. As much as the machine has is none: {0}.", whole);

	const memoryText = await question(1, t("Memory, such as 512m or 2g"), sizeText(memory), (typed) =>
		typed === "" ? (memory > 0 ? stays(machine ? sizeText(machine.memory) : "?") : undefined) : sizeProblem(typed),
	);
	if (memoryText === undefined) return undefined;
	const newMemory = sizeOf(memoryText);
	const swapText =
		newMemory === 0
			? ""
			: await question(
					2,
					t("Memory and swap together, at least {0}; -1 is as much swap as there is", sizeText(newMemory)),
					swapAs(newMemory, memory, swap),
					(typed) =>
						typed === "-1"
							? undefined
							: typed === ""
								? t("This has to be a size.")
								: sizeOf(typed) < newMemory
									? t("This is less than the memory alone.")
									: sizeProblem(typed),
				);
	if (swapText === undefined) return undefined;
	const cpuText = await question(3, t("Processors, such as 0.5 or 2"), cpus > 0 ? String(cpus) : "", (typed) => {
		if (typed === "") return cpus > 0 ? stays(machine ? String(machine.cpus) : "?") : undefined;
		if (!/^\d*\.?\d+$/.test(typed) || Number(typed) < 0.01) return t("This has to be a number, at least 0.01.");
		return machine && Number(typed) > machine.cpus ? t("The machine has {0}.", machine.cpus) : undefined;
	});
	if (cpuText === undefined) return undefined;
	const processText = await question(4, t("Processes and threads"), processes > 0 ? String(processes) : "", (typed) =>
		typed === "" || /^\d{1,9}$/.test(typed) ? undefined : t("This has to be a number."),
	);
	if (processText === undefined) return undefined;
	const newSwap = newMemory === 0 ? swap : swapText.trim() === "-1" ? -1 : sizeOf(swapText);
	return { memory: newMemory, swap: newSwap, cpus: Number(cpuText), processes: Number(processText) };
}

/** What the engine is told. Memory goes with swap, for it judges the two together. */
export function changesOf(before: Limits, after: Limits): Partial<Limits> {
	const isOtherMemory = after.memory !== before.memory || after.swap !== before.swap;
	return {
		...(isOtherMemory && { memory: after.memory, swap: after.swap }),
		...(after.cpus !== before.cpus && { cpus: after.cpus }),
		...(after.processes !== before.processes && { processes: after.processes }),
	};
}

/** In the same relation as before; by default as much swap as memory. */
export function swapAs(memory: number, memoryBefore: number, swapBefore: number): string {
	if (swapBefore < 0) return "-1";
	if (memoryBefore === 0 || swapBefore === 0) return sizeText(2 * memory);
	return sizeText(memory === memoryBefore ? swapBefore : Math.round(memory * (swapBefore / memoryBefore)));
}

/** As Docker reads it again, to the byte. */
export const sizeText = (bytes: number): string => (bytes === 0 ? "" : bytesText(bytes));

const sizeOf = (text: string): number => Number(bytesOf(text.trim()) ?? 0);

/** Smaller ones engines refuse. */
const leastMemory = 6 * 1024 * 1024;

function sizeProblem(text: string): string | undefined {
	const bytes = bytesOf(text);
	if (bytes === undefined || bytes <= 0) return vscode.l10n.t("This has to be a size.");
	return bytes < leastMemory ? vscode.l10n.t("Engines want 6m at least.") : undefined;
}
