// Generated from the commands beside this file by `npm run generate`; do not edit.
import type { Command } from "./command.ts";
import addDockerFiles from "./add-docker-files.ts";
import arrangeClearContainers from "./arrange/clear-containers.ts";
import arrangeClearImages from "./arrange/clear-images.ts";
import arrangeClearNetworks from "./arrange/clear-networks.ts";
import arrangeClearVolumes from "./arrange/clear-volumes.ts";
import arrangeContainers from "./arrange/containers.ts";
import arrangeImages from "./arrange/images.ts";
import arrangeNetworks from "./arrange/networks.ts";
import arrangeVolumes from "./arrange/volumes.ts";
import buildStage from "./build-stage.ts";
import checkWithDockerCompose from "./check-with-docker-compose.ts";
import compareWithResolvedProject from "./compare-with-resolved-project.ts";
import containerAttach from "./container/attach.ts";
import containerChangedFiles from "./container/changed-files.ts";
import containerCopyAddress from "./container/copy-address.ts";
import containerCopyRunLine from "./container/copy-run-line.ts";
import containerDebugShell from "./container/debug-shell.ts";
import containerEnvironment from "./container/environment.ts";
import containerEvents from "./container/events.ts";
import containerExportFiles from "./container/export-files.ts";
import containerForgetEnd from "./container/forget-end.ts";
import containerInspect from "./container/inspect.ts";
import containerKill from "./container/kill.ts";
import containerLimits from "./container/limits.ts";
import containerLiveNumbers from "./container/live-numbers.ts";
import containerLogsInTerminal from "./container/logs-in-terminal.ts";
import containerLogs from "./container/logs.ts";
import containerOpenInBrowser from "./container/open-in-browser.ts";
import containerOpenPort from "./container/open-port.ts";
import containerPause from "./container/pause.ts";
import containerProcesses from "./container/processes.ts";
import containerPrune from "./container/prune.ts";
import containerRecreate from "./container/recreate.ts";
import containerRemove from "./container/remove.ts";
import containerRename from "./container/rename.ts";
import containerRestartPolicy from "./container/restart-policy.ts";
import containerRestart from "./container/restart.ts";
import containerRunCommand from "./container/run-command.ts";
import containerSaveAsImage from "./container/save-as-image.ts";
import containerSaveLogs from "./container/save-logs.ts";
import containerShellAs from "./container/shell-as.ts";
import containerShell from "./container/shell.ts";
import containerShowEnd from "./container/show-end.ts";
import containerStart from "./container/start.ts";
import containerStatistics from "./container/statistics.ts";
import containerStop from "./container/stop.ts";
import containerTellMeWhen from "./container/tell-me-when.ts";
import containerToCompose from "./container/to-compose.ts";
import containerToggleNumbers from "./container/toggle-numbers.ts";
import containerUnpause from "./container/unpause.ts";
import contextInspect from "./context/inspect.ts";
import contextRemove from "./context/remove.ts";
import convertRun from "./convert-run.ts";
import copyConnectionReport from "./copy-connection-report.ts";
import copyId from "./copy-id.ts";
import copyName from "./copy-name.ts";
import copyRunLine from "./copy-run-line.ts";
import copyValuePath from "./copy-value-path.ts";
import createEnvironmentFile from "./create-environment-file.ts";
import diagnoseConnection from "./diagnose-connection.ts";
import diskShow from "./disk/show.ts";
import eventChooseKinds from "./event/choose-kinds.ts";
import filesBrowse from "./files/browse.ts";
import filesCheckEntryPoint from "./files/check-entry-point.ts";
import filesClose from "./files/close.ts";
import filesCompareWithImage from "./files/compare-with-image.ts";
import filesCopyPath from "./files/copy-path.ts";
import filesDownload from "./files/download.ts";
import filesNewFile from "./files/new-file.ts";
import filesNewFolder from "./files/new-folder.ts";
import filesOpenPath from "./files/open-path.ts";
import filesRefresh from "./files/refresh.ts";
import filesRemove from "./files/remove.ts";
import filesRename from "./files/rename.ts";
import filesShowMore from "./files/show-more.ts";
import filesUpload from "./files/upload.ts";
import fixAll from "./fix-all.ts";
import fixWorkspace from "./fix-workspace.ts";
import goToDefinition from "./go-to-definition.ts";
import imageCopyDigest from "./image/copy-digest.ts";
import imageCopyFullTag from "./image/copy-full-tag.ts";
import imageCopyToEngine from "./image/copy-to-engine.ts";
import imageHistory from "./image/history.ts";
import imageImport from "./image/import.ts";
import imageInspect from "./image/inspect.ts";
import imageLoad from "./image/load.ts";
import imagePrune from "./image/prune.ts";
import imagePull from "./image/pull.ts";
import imagePush from "./image/push.ts";
import imageRemove from "./image/remove.ts";
import imageRunDetached from "./image/run-detached.ts";
import imageRunInteractively from "./image/run-interactively.ts";
import imageRun from "./image/run.ts";
import imageSave from "./image/save.ts";
import imageTag from "./image/tag.ts";
import imageToggleUntagged from "./image/toggle-untagged.ts";
import joinDockerGroup from "./join-docker-group.ts";
import logShowAllLines from "./log/show-all-lines.ts";
import logToggleTimestamps from "./log/toggle-timestamps.ts";
import networkConnect from "./network/connect.ts";
import networkCreate from "./network/create.ts";
import networkDisconnect from "./network/disconnect.ts";
import networkInspect from "./network/inspect.ts";
import networkPrune from "./network/prune.ts";
import networkRemove from "./network/remove.ts";
import openSshTerminal from "./open-ssh-terminal.ts";
import pageRefresh from "./page/refresh.ts";
import pageSecrets from "./page/secrets.ts";
import refresh from "./refresh.ts";
import registryLogIn from "./registry/log-in.ts";
import registryLogOut from "./registry/log-out.ts";
import reportProblem from "./report-problem.ts";
import restartLanguageServer from "./restart-language-server.ts";
import selectContext from "./select-context.ts";
import showFirstSteps from "./show-first-steps.ts";
import showLog from "./show-log.ts";
import showNotices from "./show-notices.ts";
import showResolvedProject from "./show-resolved-project.ts";
import showRule from "./show-rule.ts";
import showRules from "./show-rules.ts";
import showServiceGraph from "./show-service-graph.ts";
import showTable from "./show-table.ts";
import startEngine from "./start-engine.ts";
import systemEvents from "./system/events.ts";
import systemMeasure from "./system/measure.ts";
import systemPruneBuildCache from "./system/prune-build-cache.ts";
import systemPrune from "./system/prune.ts";
import useLocalEngine from "./use-local-engine.ts";
import volumeClone from "./volume/clone.ts";
import volumeCreate from "./volume/create.ts";
import volumeInspect from "./volume/inspect.ts";
import volumeMeasure from "./volume/measure.ts";
import volumePrune from "./volume/prune.ts";
import volumeRemove from "./volume/remove.ts";
import volumeRestore from "./volume/restore.ts";
import volumeSave from "./volume/save.ts";

export const commands: readonly Command[] = [
	addDockerFiles,
	arrangeClearContainers,
	arrangeClearImages,
	arrangeClearNetworks,
	arrangeClearVolumes,
	arrangeContainers,
	arrangeImages,
	arrangeNetworks,
	arrangeVolumes,
	buildStage,
	checkWithDockerCompose,
	compareWithResolvedProject,
	containerAttach,
	containerChangedFiles,
	containerCopyAddress,
	containerCopyRunLine,
	containerDebugShell,
	containerEnvironment,
	containerEvents,
	containerExportFiles,
	containerForgetEnd,
	containerInspect,
	containerKill,
	containerLimits,
	containerLiveNumbers,
	containerLogsInTerminal,
	containerLogs,
	containerOpenInBrowser,
	containerOpenPort,
	containerPause,
	containerProcesses,
	containerPrune,
	containerRecreate,
	containerRemove,
	containerRename,
	containerRestartPolicy,
	containerRestart,
	containerRunCommand,
	containerSaveAsImage,
	containerSaveLogs,
	containerShellAs,
	containerShell,
	containerShowEnd,
	containerStart,
	containerStatistics,
	containerStop,
	containerTellMeWhen,
	containerToCompose,
	containerToggleNumbers,
	containerUnpause,
	contextInspect,
	contextRemove,
	convertRun,
	copyConnectionReport,
	copyId,
	copyName,
	copyRunLine,
	copyValuePath,
	createEnvironmentFile,
	diagnoseConnection,
	diskShow,
	eventChooseKinds,
	filesBrowse,
	filesCheckEntryPoint,
	filesClose,
	filesCompareWithImage,
	filesCopyPath,
	filesDownload,
	filesNewFile,
	filesNewFolder,
	filesOpenPath,
	filesRefresh,
	filesRemove,
	filesRename,
	filesShowMore,
	filesUpload,
	fixAll,
	fixWorkspace,
	goToDefinition,
	imageCopyDigest,
	imageCopyFullTag,
	imageCopyToEngine,
	imageHistory,
	imageImport,
	imageInspect,
	imageLoad,
	imagePrune,
	imagePull,
	imagePush,
	imageRemove,
	imageRunDetached,
	imageRunInteractively,
	imageRun,
	imageSave,
	imageTag,
	imageToggleUntagged,
	joinDockerGroup,
	logShowAllLines,
	logToggleTimestamps,
	networkConnect,
	networkCreate,
	networkDisconnect,
	networkInspect,
	networkPrune,
	networkRemove,
	openSshTerminal,
	pageRefresh,
	pageSecrets,
	refresh,
	registryLogIn,
	registryLogOut,
	reportProblem,
	restartLanguageServer,
	selectContext,
	showFirstSteps,
	showLog,
	showNotices,
	showResolvedProject,
	showRule,
	showRules,
	showServiceGraph,
	showTable,
	startEngine,
	systemEvents,
	systemMeasure,
	systemPruneBuildCache,
	systemPrune,
	useLocalEngine,
	volumeClone,
	volumeCreate,
	volumeInspect,
	volumeMeasure,
	volumePrune,
	volumeRemove,
	volumeRestore,
	volumeSave,
];
