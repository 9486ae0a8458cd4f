// Generated from the rules beside this file by `npm run generate`; do not edit.
import type { Rule } from "../lint/rule.ts";
import addInsteadOfCopy from "./dockerfile/add-instead-of-copy.ts";
import apkLeftoverCache from "./dockerfile/apk-leftover-cache.ts";
import apkUpgrade from "./dockerfile/apk-upgrade.ts";
import aptGetDistUpgrade from "./dockerfile/apt-get-dist-upgrade.ts";
import aptGetMissingYes from "./dockerfile/apt-get-missing-yes.ts";
import aptGetRecommendedPackages from "./dockerfile/apt-get-recommended-packages.ts";
import aptGetUpgrade from "./dockerfile/apt-get-upgrade.ts";
import aptLeftoverLists from "./dockerfile/apt-leftover-lists.ts";
import argumentOutOfScope from "./dockerfile/argument-out-of-scope.ts";
import baseImageWithoutDefault from "./dockerfile/base-image-without-default.ts";
import cdInRun from "./dockerfile/cd-in-run.ts";
import composerLeftoverCache from "./dockerfile/composer-leftover-cache.ts";
import condaLeftoverCache from "./dockerfile/conda-leftover-cache.ts";
import consecutiveRuns from "./dockerfile/consecutive-runs.ts";
import constantPlatform from "./dockerfile/constant-platform.ts";
import directiveInCapitals from "./dockerfile/directive-in-capitals.ts";
import dnfLeftoverCache from "./dockerfile/dnf-leftover-cache.ts";
import dnfMissingYes from "./dockerfile/dnf-missing-yes.ts";
import dnfUpgrade from "./dockerfile/dnf-upgrade.ts";
import duplicateStageName from "./dockerfile/duplicate-stage-name.ts";
import emptyContinuationLine from "./dockerfile/empty-continuation-line.ts";
import forbiddenTrigger from "./dockerfile/forbidden-trigger.ts";
import fromLatestTag from "./dockerfile/from-latest-tag.ts";
import fromMissingTag from "./dockerfile/from-missing-tag.ts";
import heredocLosesVariables from "./dockerfile/heredoc-loses-variables.ts";
import impossibleStageReference from "./dockerfile/impossible-stage-reference.ts";
import inconsistentAsCasing from "./dockerfile/inconsistent-as-casing.ts";
import inconsistentInstructionCasing from "./dockerfile/inconsistent-instruction-casing.ts";
import invalidFlag from "./dockerfile/invalid-flag.ts";
import invalidJsonForm from "./dockerfile/invalid-json-form.ts";
import invalidName from "./dockerfile/invalid-name.ts";
import invalidPort from "./dockerfile/invalid-port.ts";
import invalidSubstitution from "./dockerfile/invalid-substitution.ts";
import invalidYaml from "./compose/invalid-yaml.ts";
import legacyKeyValue from "./dockerfile/legacy-key-value.ts";
import longFile from "./dockerfile/long-file.ts";
import maintainerInstruction from "./dockerfile/maintainer-instruction.ts";
import microdnfLeftoverCache from "./dockerfile/microdnf-leftover-cache.ts";
import missingFrom from "./dockerfile/missing-from.ts";
import missingUser from "./dockerfile/missing-user.ts";
import npmLeftoverCache from "./dockerfile/npm-leftover-cache.ts";
import obsoleteVersion from "./compose/obsolete-version.ts";
import overriddenArgument from "./dockerfile/overridden-argument.ts";
import packageUpdateAlone from "./dockerfile/package-update-alone.ts";
import pacmanLeftoverCache from "./dockerfile/pacman-leftover-cache.ts";
import pacmanMissingYes from "./dockerfile/pacman-missing-yes.ts";
import pipLeftoverCache from "./dockerfile/pip-leftover-cache.ts";
import pipeWithoutPipefail from "./dockerfile/pipe-without-pipefail.ts";
import pointlessCommand from "./dockerfile/pointless-command.ts";
import redundantPlatform from "./dockerfile/redundant-platform.ts";
import refusedValue from "./dockerfile/refused-value.ts";
import relativeWorkdir from "./dockerfile/relative-workdir.ts";
import reservedStageName from "./dockerfile/reserved-stage-name.ts";
import secretInVariable from "./dockerfile/secret-in-variable.ts";
import selfReferringEnv from "./dockerfile/self-referring-env.ts";
import shReplaced from "./dockerfile/sh-replaced.ts";
import shellFormCommand from "./dockerfile/shell-form-command.ts";
import stageNameInCapitals from "./dockerfile/stage-name-in-capitals.ts";
import syntaxError from "./dockerfile/syntax-error.ts";
import trailingComment from "./dockerfile/trailing-comment.ts";
import undefinedArgumentInFrom from "./dockerfile/undefined-argument-in-from.ts";
import undefinedVariable from "./dockerfile/undefined-variable.ts";
import unexpandedSubstitution from "./dockerfile/unexpanded-substitution.ts";
import unknownRuleIgnored from "./any/unknown-rule-ignored.ts";
import unusedArgument from "./dockerfile/unused-argument.ts";
import unusedIgnore from "./any/unused-ignore.ts";
import useraddSparseLog from "./dockerfile/useradd-sparse-log.ts";
import wgetAndCurl from "./dockerfile/wget-and-curl.ts";
import wgetNoisyLog from "./dockerfile/wget-noisy-log.ts";
import wrongArguments from "./dockerfile/wrong-arguments.ts";
import yarnLeftoverCache from "./dockerfile/yarn-leftover-cache.ts";
import yumLeftoverCache from "./dockerfile/yum-leftover-cache.ts";
import yumMissingYes from "./dockerfile/yum-missing-yes.ts";
import yumUpdate from "./dockerfile/yum-update.ts";
import zypperDistUpgrade from "./dockerfile/zypper-dist-upgrade.ts";
import zypperLeftoverCache from "./dockerfile/zypper-leftover-cache.ts";
import zypperMissingYes from "./dockerfile/zypper-missing-yes.ts";
import zypperUpdate from "./dockerfile/zypper-update.ts";

/** In the order of their ids. */
export const rules: readonly Rule[] = [
	addInsteadOfCopy,
	apkLeftoverCache,
	apkUpgrade,
	aptGetDistUpgrade,
	aptGetMissingYes,
	aptGetRecommendedPackages,
	aptGetUpgrade,
	aptLeftoverLists,
	argumentOutOfScope,
	baseImageWithoutDefault,
	cdInRun,
	composerLeftoverCache,
	condaLeftoverCache,
	consecutiveRuns,
	constantPlatform,
	directiveInCapitals,
	dnfLeftoverCache,
	dnfMissingYes,
	dnfUpgrade,
	duplicateStageName,
	emptyContinuationLine,
	forbiddenTrigger,
	fromLatestTag,
	fromMissingTag,
	heredocLosesVariables,
	impossibleStageReference,
	inconsistentAsCasing,
	inconsistentInstructionCasing,
	invalidFlag,
	invalidJsonForm,
	invalidName,
	invalidPort,
	invalidSubstitution,
	invalidYaml,
	legacyKeyValue,
	longFile,
	maintainerInstruction,
	microdnfLeftoverCache,
	missingFrom,
	missingUser,
	npmLeftoverCache,
	obsoleteVersion,
	overriddenArgument,
	packageUpdateAlone,
	pacmanLeftoverCache,
	pacmanMissingYes,
	pipLeftoverCache,
	pipeWithoutPipefail,
	pointlessCommand,
	redundantPlatform,
	refusedValue,
	relativeWorkdir,
	reservedStageName,
	secretInVariable,
	selfReferringEnv,
	shReplaced,
	shellFormCommand,
	stageNameInCapitals,
	syntaxError,
	trailingComment,
	undefinedArgumentInFrom,
	undefinedVariable,
	unexpandedSubstitution,
	unknownRuleIgnored,
	unusedArgument,
	unusedIgnore,
	useraddSparseLog,
	wgetAndCurl,
	wgetNoisyLog,
	wrongArguments,
	yarnLeftoverCache,
	yumLeftoverCache,
	yumMissingYes,
	yumUpdate,
	zypperDistUpgrade,
	zypperLeftoverCache,
	zypperMissingYes,
	zypperUpdate,
];
