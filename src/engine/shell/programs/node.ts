import type { Program } from "./program.ts";

/** https://docs.npmjs.com/cli/v11/using-npm/config */
export const npm: Program = {
	letters: "Cw",
	long: (
		"--prefix --registry --loglevel --cache --workspace --tag --omit --include --userconfig --globalconfig --save-prefix --before --fetch-retries " +
		"--fetch-timeout --fetch-retry-mintimeout --fetch-retry-maxtimeout --maxsockets --node-options --install-strategy --cafile --proxy --https-proxy --scope " +
		"--otp --access --auth-type --script-shell --cpu --os --libc --network-concurrency --python"
	).split(" "),
	hasSubcommands: true,
};

/** https://classic.yarnpkg.com/en/docs/cli/install, with what Yarn 2 and later have besides */
export const yarn: Program = {
	letters: "",
	long: (
		"--cwd --cache-folder --modules-folder --preferred-cache-folder --global-folder --link-folder --prefix --registry --network-timeout --network-concurrency " +
		"--mutex --proxy --https-proxy --otp --use-yarnrc --scripts-prepend-node-path --mode"
	).split(" "),
	hasSubcommands: true,
	names: "yarn(?:pkg)?",
};

/** https://pnpm.io/pnpm-cli */
export const pnpm: Program = {
	letters: "CF",
	long: (
		"--dir --filter --store-dir --virtual-store-dir --modules-dir --lockfile-dir --reporter --loglevel --registry --network-concurrency --child-concurrency " +
		"--fetch-retries --fetch-timeout --global-dir --global-bin-dir --config-dir --package-import-method --node-linker --workspace-concurrency --filter-prod --cache-dir"
	).split(" "),
	hasSubcommands: true,
};

/** https://bun.sh/docs/cli/install */
export const bun: Program = {
	letters: "c",
	long: "--config --cwd --cache-dir --registry --backend --filter --concurrent-scripts --network-concurrency --omit --linker --cpu --os".split(" "),
	hasSubcommands: true,
};
