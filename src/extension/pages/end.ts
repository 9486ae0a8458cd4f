import type { End } from "../../docker/actions/ends.ts";
import { exitText } from "../explorer/kinds/end.ts";
import type { Translate } from "../explorer/kind.ts";

/** What is left of a container that removed itself. */
export function endText({ name, image, endedAt, output, isCut, inspected, ...end }: End, t: Translate): string {
	return [
		t("{0} removed itself when it ended (--rm). This is what is left of it.", name),
		"",
		`${t("State")}: ${exitText(end, t)}`,
		`${t("Image")}: ${image}`,
		`${t("Ended")}: ${new Date(endedAt).toLocaleString()}`,
		"",
		`── ${isCut ? t("The last of its output") : t("Its output")} ──`,
		output.trimEnd() || t("It said nothing."),
		"",
		`── ${t("As the engine described it while it ran")} ──`,
		JSON.stringify(inspected, undefined, 2),
		"",
	].join("\n");
}
