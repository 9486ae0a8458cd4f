import type { Program } from "./program.ts";

/** https://pip.pypa.io/en/stable/cli/pip_install */
export const pip: Program = {
	letters: "rcebitC",
	long: (
		"--requirement --constraint --editable --index-url --extra-index-url --find-links --target --prefix --root --src --trusted-host --python " +
		"--platform --python-version --implementation --abi --upgrade-strategy --config-settings --global-option --no-binary --only-binary --progress-bar --report --proxy " +
		"--retries --timeout --exists-action --cert --client-cert --cache-dir --log --use-feature --use-deprecated --root-user-action --keyring-provider --group " +
		"--build-constraint"
	).split(" "),
	hasSubcommands: true,
	names: "pip(?:-?\\d[\\d.]*)?",
	isModule: true,
};
