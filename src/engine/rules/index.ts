// Generated from the rules beside this file by `npm run generate`; do not edit.
import type { Rule } from "../lint/rule.ts";
import addInsteadOfCopy from "./dockerfile/add-instead-of-copy.ts";
import andOrAsCondition from "./dockerfile/and-or-as-condition.ts";
import ansiQuoteInSh from "./dockerfile/ansi-quote-in-sh.ts";
import apkLeftoverCache from "./dockerfile/apk-leftover-cache.ts";
import apkRepeatedPackages from "./dockerfile/apk-repeated-packages.ts";
import apkUnpinnedPackage from "./dockerfile/apk-unpinned-package.ts";
import apkUntrustedPackages from "./dockerfile/apk-untrusted-packages.ts";
import apkUpgrade from "./dockerfile/apk-upgrade.ts";
import appendAssignmentInSh from "./dockerfile/append-assignment-in-sh.ts";
import aptForceYes from "./dockerfile/apt-force-yes.ts";
import aptGetDistUpgrade from "./dockerfile/apt-get-dist-upgrade.ts";
import aptGetMissingYes from "./dockerfile/apt-get-missing-yes.ts";
import aptGetNeedlessClean from "./dockerfile/apt-get-needless-clean.ts";
import aptGetRecommendedPackages from "./dockerfile/apt-get-recommended-packages.ts";
import aptGetUnpinnedPackage from "./dockerfile/apt-get-unpinned-package.ts";
import aptGetUpgrade from "./dockerfile/apt-get-upgrade.ts";
import aptInsteadOfAptGet from "./dockerfile/apt-instead-of-apt-get.ts";
import aptLeftoverLists from "./dockerfile/apt-leftover-lists.ts";
import aptUnauthenticatedPackages from "./dockerfile/apt-unauthenticated-packages.ts";
import argumentOutOfScope from "./dockerfile/argument-out-of-scope.ts";
import arithmeticCommandInSh from "./dockerfile/arithmetic-command-in-sh.ts";
import arrayInSh from "./dockerfile/array-in-sh.ts";
import backtickSubstitution from "./dockerfile/backtick-substitution.ts";
import baseImageWithoutDefault from "./dockerfile/base-image-without-default.ts";
import bashBuiltinInSh from "./dockerfile/bash-builtin-in-sh.ts";
import bashExpansionInSh from "./dockerfile/bash-expansion-in-sh.ts";
import bashOptionInSh from "./dockerfile/bash-option-in-sh.ts";
import bashVariableInSh from "./dockerfile/bash-variable-in-sh.ts";
import bothStreamsInSh from "./dockerfile/both-streams-in-sh.ts";
import braceExpansionInSh from "./dockerfile/brace-expansion-in-sh.ts";
import bunUnpinnedPackage from "./dockerfile/bun-unpinned-package.ts";
import cacheMountDefeated from "./dockerfile/cache-mount-defeated.ts";
import cargoUnpinnedPackage from "./dockerfile/cargo-unpinned-package.ts";
import catInPipe from "./dockerfile/cat-in-pipe.ts";
import cdFailureIgnored from "./dockerfile/cd-failure-ignored.ts";
import cdInRun from "./dockerfile/cd-in-run.ts";
import composerLeftoverCache from "./dockerfile/composer-leftover-cache.ts";
import composerUnpinnedPackage from "./dockerfile/composer-unpinned-package.ts";
import condaLeftoverCache from "./dockerfile/conda-leftover-cache.ts";
import condaUnpinnedPackage from "./dockerfile/conda-unpinned-package.ts";
import consecutiveRuns from "./dockerfile/consecutive-runs.ts";
import constantPlatform from "./dockerfile/constant-platform.ts";
import copyFromEmptyStage from "./dockerfile/copy-from-empty-stage.ts";
import createdUserUnused from "./dockerfile/created-user-unused.ts";
import curlWithoutCertificateCheck from "./dockerfile/curl-without-certificate-check.ts";
import curlWithoutRedirects from "./dockerfile/curl-without-redirects.ts";
import curlWithoutRetries from "./dockerfile/curl-without-retries.ts";
import debianFrontendInEnv from "./dockerfile/debian-frontend-in-env.ts";
import descriptionWithoutName from "./dockerfile/description-without-name.ts";
import directiveInCapitals from "./dockerfile/directive-in-capitals.ts";
import dnfLeftoverCache from "./dockerfile/dnf-leftover-cache.ts";
import dnfMissingYes from "./dockerfile/dnf-missing-yes.ts";
import dnfUnpinnedPackage from "./dockerfile/dnf-unpinned-package.ts";
import dnfUpgrade from "./dockerfile/dnf-upgrade.ts";
import doubleBracketInSh from "./dockerfile/double-bracket-in-sh.ts";
import doubleEqualsInSh from "./dockerfile/double-equals-in-sh.ts";
import downloadThenUnpack from "./dockerfile/download-then-unpack.ts";
import duplicateStageName from "./dockerfile/duplicate-stage-name.ts";
import duplicateUid from "./dockerfile/duplicate-uid.ts";
import echoOptionInSh from "./dockerfile/echo-option-in-sh.ts";
import emptyContinuationLine from "./dockerfile/empty-continuation-line.ts";
import emptyPassword from "./dockerfile/empty-password.ts";
import endOfLifeBaseImage from "./dockerfile/end-of-life-base-image.ts";
import featureNewerThanSyntax from "./dockerfile/feature-newer-than-syntax.ts";
import fileReadAndWritten from "./dockerfile/file-read-and-written.ts";
import fileWrittenByRun from "./dockerfile/file-written-by-run.ts";
import forbiddenTrigger from "./dockerfile/forbidden-trigger.ts";
import fromLatestTag from "./dockerfile/from-latest-tag.ts";
import fromMissingDigest from "./dockerfile/from-missing-digest.ts";
import fromMissingTag from "./dockerfile/from-missing-tag.ts";
import functionKeywordInSh from "./dockerfile/function-keyword-in-sh.ts";
import gemUnpinnedPackage from "./dockerfile/gem-unpinned-package.ts";
import gitCloneInRun from "./dockerfile/git-clone-in-run.ts";
import gitWithoutCertificateCheck from "./dockerfile/git-without-certificate-check.ts";
import globAsOption from "./dockerfile/glob-as-option.ts";
import goModulesUnverified from "./dockerfile/go-modules-unverified.ts";
import goUnpinnedPackage from "./dockerfile/go-unpinned-package.ts";
import hereStringInSh from "./dockerfile/here-string-in-sh.ts";
import heredocLosesVariables from "./dockerfile/heredoc-loses-variables.ts";
import heredocWithoutErrexit from "./dockerfile/heredoc-without-errexit.ts";
import impossiblePlatform from "./dockerfile/impossible-platform.ts";
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
import linkWithoutDestination from "./dockerfile/link-without-destination.ts";
import loginWithoutSecretMount from "./dockerfile/login-without-secret-mount.ts";
import longCommandChain from "./dockerfile/long-command-chain.ts";
import longFile from "./dockerfile/long-file.ts";
import lsInPipe from "./dockerfile/ls-in-pipe.ts";
import maintainerInstruction from "./dockerfile/maintainer-instruction.ts";
import maskedExitStatus from "./dockerfile/masked-exit-status.ts";
import microdnfLeftoverCache from "./dockerfile/microdnf-leftover-cache.ts";
import missingFrom from "./dockerfile/missing-from.ts";
import missingUser from "./dockerfile/missing-user.ts";
import misspeltSyntaxDirective from "./dockerfile/misspelt-syntax-directive.ts";
import modeOfLastDirectory from "./dockerfile/mode-of-last-directory.ts";
import namedUserInScratch from "./dockerfile/named-user-in-scratch.ts";
import namesSplitByXargs from "./dockerfile/names-split-by-xargs.ts";
import needlessEcho from "./dockerfile/needless-echo.ts";
import negationWithoutEffect from "./dockerfile/negation-without-effect.ts";
import nodeWithoutCertificateCheck from "./dockerfile/node-without-certificate-check.ts";
import npmLeftoverCache from "./dockerfile/npm-leftover-cache.ts";
import npmStrictSslOff from "./dockerfile/npm-strict-ssl-off.ts";
import npmStrictSslOffVariable from "./dockerfile/npm-strict-ssl-off-variable.ts";
import npmUnpinnedPackage from "./dockerfile/npm-unpinned-package.ts";
import obsoleteGrep from "./dockerfile/obsolete-grep.ts";
import obsoleteVersion from "./compose/obsolete-version.ts";
import overriddenArgument from "./dockerfile/overridden-argument.ts";
import packageDownloadUncached from "./dockerfile/package-download-uncached.ts";
import packageSourceUnverified from "./dockerfile/package-source-unverified.ts";
import packageUpdateAlone from "./dockerfile/package-update-alone.ts";
import pacmanLeftoverCache from "./dockerfile/pacman-leftover-cache.ts";
import pacmanMissingYes from "./dockerfile/pacman-missing-yes.ts";
import pacmanUnsignedPackages from "./dockerfile/pacman-unsigned-packages.ts";
import passwordInImage from "./dockerfile/password-in-image.ts";
import pipLeftoverCache from "./dockerfile/pip-leftover-cache.ts";
import pipTrustedHost from "./dockerfile/pip-trusted-host.ts";
import pipTrustedHostVariable from "./dockerfile/pip-trusted-host-variable.ts";
import pipUnpinnedPackage from "./dockerfile/pip-unpinned-package.ts";
import pipeWithoutPipefail from "./dockerfile/pipe-without-pipefail.ts";
import pipefailInSh from "./dockerfile/pipefail-in-sh.ts";
import pnpmUnpinnedPackage from "./dockerfile/pnpm-unpinned-package.ts";
import pointlessCommand from "./dockerfile/pointless-command.ts";
import printfFormatFromVariable from "./dockerfile/printf-format-from-variable.ts";
import processSubstitutionInSh from "./dockerfile/process-substitution-in-sh.ts";
import pythonWithoutCertificateCheck from "./dockerfile/python-without-certificate-check.ts";
import readManglesBackslashes from "./dockerfile/read-mangles-backslashes.ts";
import redundantPlatform from "./dockerfile/redundant-platform.ts";
import refusedValue from "./dockerfile/refused-value.ts";
import relativeWorkdir from "./dockerfile/relative-workdir.ts";
import reservedStageName from "./dockerfile/reserved-stage-name.ts";
import rootRemovedByEmptyVariable from "./dockerfile/root-removed-by-empty-variable.ts";
import rpmWithoutSignatureCheck from "./dockerfile/rpm-without-signature-check.ts";
import runInScratch from "./dockerfile/run-in-scratch.ts";
import runStateLost from "./dockerfile/run-state-lost.ts";
import secretInVariable from "./dockerfile/secret-in-variable.ts";
import selfReferringEnv from "./dockerfile/self-referring-env.ts";
import setAsAssignment from "./dockerfile/set-as-assignment.ts";
import setuidBit from "./dockerfile/setuid-bit.ts";
import shReplaced from "./dockerfile/sh-replaced.ts";
import shellFormCommand from "./dockerfile/shell-form-command.ts";
import singleStageBuild from "./dockerfile/single-stage-build.ts";
import sourceInSh from "./dockerfile/source-in-sh.ts";
import stageNameInCapitals from "./dockerfile/stage-name-in-capitals.ts";
import suWithoutCommand from "./dockerfile/su-without-command.ts";
import sudoInRun from "./dockerfile/sudo-in-run.ts";
import sudoRedirect from "./dockerfile/sudo-redirect.ts";
import syntaxError from "./dockerfile/syntax-error.ts";
import systemDirectoryRemoved from "./dockerfile/system-directory-removed.ts";
import telemetryLeftOn from "./dockerfile/telemetry-left-on.ts";
import testWithAndOr from "./dockerfile/test-with-and-or.ts";
import testWithoutBlanks from "./dockerfile/test-without-blanks.ts";
import trailingComment from "./dockerfile/trailing-comment.ts";
import undefinedArgumentInFrom from "./dockerfile/undefined-argument-in-from.ts";
import undefinedVariable from "./dockerfile/undefined-variable.ts";
import unexpandedEscape from "./dockerfile/unexpanded-escape.ts";
import unexpandedSubstitution from "./dockerfile/unexpanded-substitution.ts";
import unformattedHeredoc from "./dockerfile/unformatted-heredoc.ts";
import unknownRuleIgnored from "./any/unknown-rule-ignored.ts";
import unknownStageInCopy from "./dockerfile/unknown-stage-in-copy.ts";
import unquotedPath from "./dockerfile/unquoted-path.ts";
import unquotedSubstitution from "./dockerfile/unquoted-substitution.ts";
import unreachableStage from "./dockerfile/unreachable-stage.ts";
import unsortedPackages from "./dockerfile/unsorted-packages.ts";
import untrustedBaseImage from "./dockerfile/untrusted-base-image.ts";
import unusedArgument from "./dockerfile/unused-argument.ts";
import unusedIgnore from "./any/unused-ignore.ts";
import userByName from "./dockerfile/user-by-name.ts";
import useraddSparseLog from "./dockerfile/useradd-sparse-log.ts";
import variableInSingleQuotes from "./dockerfile/variable-in-single-quotes.ts";
import volumeOfRoot from "./dockerfile/volume-of-root.ts";
import vulnerableOpensslDownload from "./dockerfile/vulnerable-openssl-download.ts";
import wgetAndCurl from "./dockerfile/wget-and-curl.ts";
import wgetNoisyLog from "./dockerfile/wget-noisy-log.ts";
import wgetWithoutCertificateCheck from "./dockerfile/wget-without-certificate-check.ts";
import wgetWithoutRetries from "./dockerfile/wget-without-retries.ts";
import whichCommand from "./dockerfile/which-command.ts";
import wholeFilesystemCopied from "./dockerfile/whole-filesystem-copied.ts";
import workdirWithBlank from "./dockerfile/workdir-with-blank.ts";
import workspaceManifestMissing from "./dockerfile/workspace-manifest-missing.ts";
import worldWritablePath from "./dockerfile/world-writable-path.ts";
import wrongArguments from "./dockerfile/wrong-arguments.ts";
import yarnLeftoverCache from "./dockerfile/yarn-leftover-cache.ts";
import yarnUnpinnedPackage from "./dockerfile/yarn-unpinned-package.ts";
import yumLeftoverCache from "./dockerfile/yum-leftover-cache.ts";
import yumMissingYes from "./dockerfile/yum-missing-yes.ts";
import yumSslverifyOff from "./dockerfile/yum-sslverify-off.ts";
import yumUnpinnedPackage from "./dockerfile/yum-unpinned-package.ts";
import yumUnsignedPackages from "./dockerfile/yum-unsigned-packages.ts";
import yumUpdate from "./dockerfile/yum-update.ts";
import zypperDistUpgrade from "./dockerfile/zypper-dist-upgrade.ts";
import zypperLeftoverCache from "./dockerfile/zypper-leftover-cache.ts";
import zypperMissingYes from "./dockerfile/zypper-missing-yes.ts";
import zypperUnpinnedPackage from "./dockerfile/zypper-unpinned-package.ts";
import zypperUnsignedPackages from "./dockerfile/zypper-unsigned-packages.ts";
import zypperUpdate from "./dockerfile/zypper-update.ts";

/** In the order of their ids. */
export const rules: readonly Rule[] = [
	addInsteadOfCopy,
	andOrAsCondition,
	ansiQuoteInSh,
	apkLeftoverCache,
	apkRepeatedPackages,
	apkUnpinnedPackage,
	apkUntrustedPackages,
	apkUpgrade,
	appendAssignmentInSh,
	aptForceYes,
	aptGetDistUpgrade,
	aptGetMissingYes,
	aptGetNeedlessClean,
	aptGetRecommendedPackages,
	aptGetUnpinnedPackage,
	aptGetUpgrade,
	aptInsteadOfAptGet,
	aptLeftoverLists,
	aptUnauthenticatedPackages,
	argumentOutOfScope,
	arithmeticCommandInSh,
	arrayInSh,
	backtickSubstitution,
	baseImageWithoutDefault,
	bashBuiltinInSh,
	bashExpansionInSh,
	bashOptionInSh,
	bashVariableInSh,
	bothStreamsInSh,
	braceExpansionInSh,
	bunUnpinnedPackage,
	cacheMountDefeated,
	cargoUnpinnedPackage,
	catInPipe,
	cdFailureIgnored,
	cdInRun,
	composerLeftoverCache,
	composerUnpinnedPackage,
	condaLeftoverCache,
	condaUnpinnedPackage,
	consecutiveRuns,
	constantPlatform,
	copyFromEmptyStage,
	createdUserUnused,
	curlWithoutCertificateCheck,
	curlWithoutRedirects,
	curlWithoutRetries,
	debianFrontendInEnv,
	descriptionWithoutName,
	directiveInCapitals,
	dnfLeftoverCache,
	dnfMissingYes,
	dnfUnpinnedPackage,
	dnfUpgrade,
	doubleBracketInSh,
	doubleEqualsInSh,
	downloadThenUnpack,
	duplicateStageName,
	duplicateUid,
	echoOptionInSh,
	emptyContinuationLine,
	emptyPassword,
	endOfLifeBaseImage,
	featureNewerThanSyntax,
	fileReadAndWritten,
	fileWrittenByRun,
	forbiddenTrigger,
	fromLatestTag,
	fromMissingDigest,
	fromMissingTag,
	functionKeywordInSh,
	gemUnpinnedPackage,
	gitCloneInRun,
	gitWithoutCertificateCheck,
	globAsOption,
	goModulesUnverified,
	goUnpinnedPackage,
	hereStringInSh,
	heredocLosesVariables,
	heredocWithoutErrexit,
	impossiblePlatform,
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
	linkWithoutDestination,
	loginWithoutSecretMount,
	longCommandChain,
	longFile,
	lsInPipe,
	maintainerInstruction,
	maskedExitStatus,
	microdnfLeftoverCache,
	missingFrom,
	missingUser,
	misspeltSyntaxDirective,
	modeOfLastDirectory,
	namedUserInScratch,
	namesSplitByXargs,
	needlessEcho,
	negationWithoutEffect,
	nodeWithoutCertificateCheck,
	npmLeftoverCache,
	npmStrictSslOff,
	npmStrictSslOffVariable,
	npmUnpinnedPackage,
	obsoleteGrep,
	obsoleteVersion,
	overriddenArgument,
	packageDownloadUncached,
	packageSourceUnverified,
	packageUpdateAlone,
	pacmanLeftoverCache,
	pacmanMissingYes,
	pacmanUnsignedPackages,
	passwordInImage,
	pipLeftoverCache,
	pipTrustedHost,
	pipTrustedHostVariable,
	pipUnpinnedPackage,
	pipeWithoutPipefail,
	pipefailInSh,
	pnpmUnpinnedPackage,
	pointlessCommand,
	printfFormatFromVariable,
	processSubstitutionInSh,
	pythonWithoutCertificateCheck,
	readManglesBackslashes,
	redundantPlatform,
	refusedValue,
	relativeWorkdir,
	reservedStageName,
	rootRemovedByEmptyVariable,
	rpmWithoutSignatureCheck,
	runInScratch,
	runStateLost,
	secretInVariable,
	selfReferringEnv,
	setAsAssignment,
	setuidBit,
	shReplaced,
	shellFormCommand,
	singleStageBuild,
	sourceInSh,
	stageNameInCapitals,
	suWithoutCommand,
	sudoInRun,
	sudoRedirect,
	syntaxError,
	systemDirectoryRemoved,
	telemetryLeftOn,
	testWithAndOr,
	testWithoutBlanks,
	trailingComment,
	undefinedArgumentInFrom,
	undefinedVariable,
	unexpandedEscape,
	unexpandedSubstitution,
	unformattedHeredoc,
	unknownRuleIgnored,
	unknownStageInCopy,
	unquotedPath,
	unquotedSubstitution,
	unreachableStage,
	unsortedPackages,
	untrustedBaseImage,
	unusedArgument,
	unusedIgnore,
	userByName,
	useraddSparseLog,
	variableInSingleQuotes,
	volumeOfRoot,
	vulnerableOpensslDownload,
	wgetAndCurl,
	wgetNoisyLog,
	wgetWithoutCertificateCheck,
	wgetWithoutRetries,
	whichCommand,
	wholeFilesystemCopied,
	workdirWithBlank,
	workspaceManifestMissing,
	worldWritablePath,
	wrongArguments,
	yarnLeftoverCache,
	yarnUnpinnedPackage,
	yumLeftoverCache,
	yumMissingYes,
	yumSslverifyOff,
	yumUnpinnedPackage,
	yumUnsignedPackages,
	yumUpdate,
	zypperDistUpgrade,
	zypperLeftoverCache,
	zypperMissingYes,
	zypperUnpinnedPackage,
	zypperUnsignedPackages,
	zypperUpdate,
];
