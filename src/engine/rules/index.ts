// Generated from the rules beside this file by `npm run generate`; do not edit.
import type { Rule } from "../lint/rule.ts";
import addInsteadOfCopy from "./dockerfile/add-instead-of-copy.ts";
import apkLeftoverCache from "./dockerfile/apk-leftover-cache.ts";
import apkRepeatedPackages from "./dockerfile/apk-repeated-packages.ts";
import apkUnpinnedPackage from "./dockerfile/apk-unpinned-package.ts";
import apkUntrustedPackages from "./dockerfile/apk-untrusted-packages.ts";
import apkUpgrade from "./dockerfile/apk-upgrade.ts";
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
import baseImageWithoutDefault from "./dockerfile/base-image-without-default.ts";
import bunUnpinnedPackage from "./dockerfile/bun-unpinned-package.ts";
import cacheMountDefeated from "./dockerfile/cache-mount-defeated.ts";
import cargoUnpinnedPackage from "./dockerfile/cargo-unpinned-package.ts";
import cdInRun from "./dockerfile/cd-in-run.ts";
import composerLeftoverCache from "./dockerfile/composer-leftover-cache.ts";
import composerUnpinnedPackage from "./dockerfile/composer-unpinned-package.ts";
import condaLeftoverCache from "./dockerfile/conda-leftover-cache.ts";
import condaUnpinnedPackage from "./dockerfile/conda-unpinned-package.ts";
import consecutiveRuns from "./dockerfile/consecutive-runs.ts";
import constantPlatform from "./dockerfile/constant-platform.ts";
import curlWithoutCertificateCheck from "./dockerfile/curl-without-certificate-check.ts";
import debianFrontendInEnv from "./dockerfile/debian-frontend-in-env.ts";
import directiveInCapitals from "./dockerfile/directive-in-capitals.ts";
import dnfLeftoverCache from "./dockerfile/dnf-leftover-cache.ts";
import dnfMissingYes from "./dockerfile/dnf-missing-yes.ts";
import dnfUnpinnedPackage from "./dockerfile/dnf-unpinned-package.ts";
import dnfUpgrade from "./dockerfile/dnf-upgrade.ts";
import duplicateStageName from "./dockerfile/duplicate-stage-name.ts";
import emptyContinuationLine from "./dockerfile/empty-continuation-line.ts";
import forbiddenTrigger from "./dockerfile/forbidden-trigger.ts";
import fromLatestTag from "./dockerfile/from-latest-tag.ts";
import fromMissingTag from "./dockerfile/from-missing-tag.ts";
import gemUnpinnedPackage from "./dockerfile/gem-unpinned-package.ts";
import gitWithoutCertificateCheck from "./dockerfile/git-without-certificate-check.ts";
import goModulesUnverified from "./dockerfile/go-modules-unverified.ts";
import goUnpinnedPackage from "./dockerfile/go-unpinned-package.ts";
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
import nodeWithoutCertificateCheck from "./dockerfile/node-without-certificate-check.ts";
import npmLeftoverCache from "./dockerfile/npm-leftover-cache.ts";
import npmStrictSslOff from "./dockerfile/npm-strict-ssl-off.ts";
import npmStrictSslOffVariable from "./dockerfile/npm-strict-ssl-off-variable.ts";
import npmUnpinnedPackage from "./dockerfile/npm-unpinned-package.ts";
import obsoleteVersion from "./compose/obsolete-version.ts";
import overriddenArgument from "./dockerfile/overridden-argument.ts";
import packageDownloadUncached from "./dockerfile/package-download-uncached.ts";
import packageSourceUnverified from "./dockerfile/package-source-unverified.ts";
import packageUpdateAlone from "./dockerfile/package-update-alone.ts";
import pacmanLeftoverCache from "./dockerfile/pacman-leftover-cache.ts";
import pacmanMissingYes from "./dockerfile/pacman-missing-yes.ts";
import pacmanUnsignedPackages from "./dockerfile/pacman-unsigned-packages.ts";
import pipLeftoverCache from "./dockerfile/pip-leftover-cache.ts";
import pipTrustedHost from "./dockerfile/pip-trusted-host.ts";
import pipTrustedHostVariable from "./dockerfile/pip-trusted-host-variable.ts";
import pipUnpinnedPackage from "./dockerfile/pip-unpinned-package.ts";
import pipeWithoutPipefail from "./dockerfile/pipe-without-pipefail.ts";
import pnpmUnpinnedPackage from "./dockerfile/pnpm-unpinned-package.ts";
import pointlessCommand from "./dockerfile/pointless-command.ts";
import pythonWithoutCertificateCheck from "./dockerfile/python-without-certificate-check.ts";
import redundantPlatform from "./dockerfile/redundant-platform.ts";
import refusedValue from "./dockerfile/refused-value.ts";
import relativeWorkdir from "./dockerfile/relative-workdir.ts";
import reservedStageName from "./dockerfile/reserved-stage-name.ts";
import rpmWithoutSignatureCheck from "./dockerfile/rpm-without-signature-check.ts";
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
import unsortedPackages from "./dockerfile/unsorted-packages.ts";
import unusedArgument from "./dockerfile/unused-argument.ts";
import unusedIgnore from "./any/unused-ignore.ts";
import useraddSparseLog from "./dockerfile/useradd-sparse-log.ts";
import wgetAndCurl from "./dockerfile/wget-and-curl.ts";
import wgetNoisyLog from "./dockerfile/wget-noisy-log.ts";
import wgetWithoutCertificateCheck from "./dockerfile/wget-without-certificate-check.ts";
import workspaceManifestMissing from "./dockerfile/workspace-manifest-missing.ts";
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
	apkLeftoverCache,
	apkRepeatedPackages,
	apkUnpinnedPackage,
	apkUntrustedPackages,
	apkUpgrade,
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
	baseImageWithoutDefault,
	bunUnpinnedPackage,
	cacheMountDefeated,
	cargoUnpinnedPackage,
	cdInRun,
	composerLeftoverCache,
	composerUnpinnedPackage,
	condaLeftoverCache,
	condaUnpinnedPackage,
	consecutiveRuns,
	constantPlatform,
	curlWithoutCertificateCheck,
	debianFrontendInEnv,
	directiveInCapitals,
	dnfLeftoverCache,
	dnfMissingYes,
	dnfUnpinnedPackage,
	dnfUpgrade,
	duplicateStageName,
	emptyContinuationLine,
	forbiddenTrigger,
	fromLatestTag,
	fromMissingTag,
	gemUnpinnedPackage,
	gitWithoutCertificateCheck,
	goModulesUnverified,
	goUnpinnedPackage,
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
	nodeWithoutCertificateCheck,
	npmLeftoverCache,
	npmStrictSslOff,
	npmStrictSslOffVariable,
	npmUnpinnedPackage,
	obsoleteVersion,
	overriddenArgument,
	packageDownloadUncached,
	packageSourceUnverified,
	packageUpdateAlone,
	pacmanLeftoverCache,
	pacmanMissingYes,
	pacmanUnsignedPackages,
	pipLeftoverCache,
	pipTrustedHost,
	pipTrustedHostVariable,
	pipUnpinnedPackage,
	pipeWithoutPipefail,
	pnpmUnpinnedPackage,
	pointlessCommand,
	pythonWithoutCertificateCheck,
	redundantPlatform,
	refusedValue,
	relativeWorkdir,
	reservedStageName,
	rpmWithoutSignatureCheck,
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
	unsortedPackages,
	unusedArgument,
	unusedIgnore,
	useraddSparseLog,
	wgetAndCurl,
	wgetNoisyLog,
	wgetWithoutCertificateCheck,
	workspaceManifestMissing,
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
