import { addDockerFiles } from "./add-docker-files.ts";
import { chooseHost } from "./choose-host.ts";
import type { Command } from "./command.ts";
import { inspectContainer } from "./inspect-container.ts";
import { inspectImage } from "./inspect-image.ts";
import { openShell } from "./open-shell.ts";
import { refresh } from "./refresh.ts";
import { removeContainer } from "./remove-container.ts";
import { removeImage } from "./remove-image.ts";
import { restartContainer } from "./restart-container.ts";
import { restartLanguageServer } from "./restart-language-server.ts";
import { showContainerLogs } from "./show-container-logs.ts";
import { showLog } from "./show-log.ts";
import { showRule } from "./show-rule.ts";
import { startContainer } from "./start-container.ts";
import { stopContainer } from "./stop-container.ts";

export const commands: readonly Command[] = [
	addDockerFiles,
	chooseHost,
	inspectContainer,
	inspectImage,
	openShell,
	refresh,
	removeContainer,
	removeImage,
	restartContainer,
	restartLanguageServer,
	showContainerLogs,
	showLog,
	showRule,
	startContainer,
	stopContainer,
];
