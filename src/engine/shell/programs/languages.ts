import type { Program } from "./program.ts";

/** https://guides.rubygems.org/command-reference */
export const gem: Program = {
	letters: "vinPgs",
	long: "--version --install-dir --bindir --document --build-root --trust-policy --file --without --source --http-proxy --platform --bulk-threshold --target-rbconfig --config-file".split(
		" ",
	),
	hasSubcommands: true,
};

/** https://bundler.io/man/bundle-install.1.html */
export const bundle: Program = {
	letters: "jPr",
	long: "--jobs --gemfile --path --retry --without --with --binstubs --shebang --trust-policy --system --target-rbconfig".split(" "),
	hasSubcommands: true,
	names: "bundler?",
};

/** https://pkg.go.dev/cmd/go: its options have one dash, whatever their length. */
export const go: Program = { letters: "", long: [], hasSubcommands: true };

/** https://doc.rust-lang.org/cargo/commands */
export const cargo: Program = {
	letters: "CFjpZ",
	long: (
		"--version --vers --git --branch --tag --rev --path --root --registry --index --features --target --target-dir --profile --jobs --config --color --package " +
		"--exclude --bin --example --test --bench --manifest-path --message-format --lockfile-path"
	).split(" "),
	hasSubcommands: true,
};

/** https://getcomposer.org/doc/03-cli.md */
export const composer: Program = {
	letters: "d",
	long: "--working-dir --ignore-platform-req --apcu-autoloader-prefix --prefer-install --repository --stability --audit-format".split(" "),
	hasSubcommands: true,
};

/** https://docs.conda.io/projects/conda/en/stable/commands, with mamba and micromamba */
export const conda: Program = {
	letters: "ncpfr",
	long: "--name --channel --prefix --file --root-prefix --revision --solver --subdir --platform --repodata-fn --rc-file --category".split(" "),
	hasSubcommands: true,
};

/** https://docs.astral.sh/uv/reference/cli */
export const uv: Program = {
	letters: "pirfecotCPwn",
	long: (
		"--python --index --default-index --index-url --extra-index-url --find-links --requirement --requirements --constraint --constraints --override --overrides " +
		"--build-constraints --editable --extra --group --only-group --no-group --target --prefix --cache-dir --directory --project --config-file --link-mode " +
		"--config-setting --upgrade-package --reinstall-package --refresh-package --python-version --python-platform --exclude-newer --resolution --prerelease " +
		"--index-strategy --keyring-provider --with --with-requirements --with-editable --from --package --no-install-package --no-binary --only-binary --color " +
		"--no-build-package --no-binary-package --torch-backend --env-file --allow-insecure-host --fork-strategy --no-extra"
	).split(" "),
	hasSubcommands: true,
};

/** https://python-poetry.org/docs/cli */
export const poetry: Program = {
	letters: "CPEG",
	long: "--directory --project --extras --with --without --only --group --source --python --platform --markers".split(" "),
	hasSubcommands: true,
};

/** https://pipx.pypa.io/stable/docs */
export const pipx: Program = {
	letters: "i",
	long: "--python --index-url --pip-args --suffix --spec --fetch-missing-python --backend".split(" "),
	hasSubcommands: true,
	isModule: true,
};
