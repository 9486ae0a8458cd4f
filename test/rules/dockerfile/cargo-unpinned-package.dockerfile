#: versions, and sources that have one
FROM rust:1.83
RUN cargo install cargo-chef@0.1.68 && cargo install --version 14.1.1 ripgrep
RUN cargo install --path . && cargo install --git https://example.com/app --tag v1 app
RUN cargo install ripgrep
#                 ^^^^^^^ `ripgrep` is installed in whatever version there is on the day of the build
