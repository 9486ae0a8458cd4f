import type { Program } from "./program.ts";

/** https://docs.gradle.org/current/userguide/command_line_interface.html, with the script that a project brings along */
export const gradle: Program = {
	letters: "bcgpIx",
	long: (
		"--project-dir --gradle-user-home --init-script --exclude-task --console --warning-mode --max-workers --priority --include-build --project-cache-dir " +
		"--dependency-verification --write-verification-metadata --configuration --tests --build-file --settings-file"
	).split(" "),
	hasSubcommands: true,
	names: "gradlew",
};
