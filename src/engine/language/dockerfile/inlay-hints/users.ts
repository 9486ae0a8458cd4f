import { rootBaseOf, rootImageOf, stageOf, stagesOf } from "../../../dockerfile/stages.ts";
import { startingInstructions } from "../../../dockerfile/start.ts";
import { stateAtEnd } from "../../../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { userOf } from "../../../dockerfile/users.ts";
import { say } from "../../../text/message.ts";
import { code } from "../../markdown.ts";
import { lineOf, named } from "../hover/place.ts";
import type { InlayHint } from "../../inlay-hint.ts";

/** Lines above, in which a reader sees who it is. */
const near = 8;

/** Who a container of the last stage runs as, behind what starts it: unless a USER just above says so. */
export function startingUser(file: Dockerfile, instruction: Instruction): readonly InlayHint[] {
	if (instruction.keyword !== "CMD" && instruction.keyword !== "ENTRYPOINT") return [];
	const stage = stagesOf(file).at(-1);
	if (!stage || startingInstructions(file, stage)[0] !== instruction) return [];
	const offset = instruction.range.end;
	const { user } = stateAtEnd(file, stage);
	if (!user) {
		if (rootBaseOf(file, stage)?.user !== "root") return [];
		const image = rootImageOf(file, stage) ?? "";
		return [{ kind: "user", offset, label: say`as root`, about: () => [say`No \`USER\` is set, and ${code(image)} has root.`] }];
	}
	const isSeen = stageOf(file, user) === stageOf(file, instruction) && Math.abs(lineOf(file, instruction.range.start) - lineOf(file, user.range.start)) <= near;
	const name = userOf(file, user)?.text;
	return isSeen || !name ? [] : [{ kind: "user", offset, label: say`as ${name}`, about: () => [say`Set by ${named(file, user)}.`] }];
}
