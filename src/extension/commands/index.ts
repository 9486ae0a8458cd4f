// Generated from the commands beside this file by `npm run generate`; do not edit.
import type { Command } from "./command.ts";
import addDockerFiles from "./add-docker-files.ts";
import chooseHost from "./choose-host.ts";
import containerInspect from "./container/inspect.ts";
import containerLogs from "./container/logs.ts";
import containerRemove from "./container/remove.ts";
import containerRestart from "./container/restart.ts";
import containerShell from "./container/shell.ts";
import containerStart from "./container/start.ts";
import containerStop from "./container/stop.ts";
import fixAll from "./fix-all.ts";
import imageInspect from "./image/inspect.ts";
import imageRemove from "./image/remove.ts";
import refresh from "./refresh.ts";
import restartLanguageServer from "./restart-language-server.ts";
import showFirstSteps from "./show-first-steps.ts";
import showLog from "./show-log.ts";
import showRule from "./show-rule.ts";

export const commands: readonly Command[] = [
	addDockerFiles,
	chooseHost,
	containerInspect,
	containerLogs,
	containerRemove,
	containerRestart,
	containerShell,
	containerStart,
	containerStop,
	fixAll,
	imageInspect,
	imageRemove,
	refresh,
	restartLanguageServer,
	showFirstSteps,
	showLog,
	showRule,
];
