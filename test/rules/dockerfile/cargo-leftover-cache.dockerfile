#: odd cases
FROM rust:1
RUN cargo build --release && strip target/release/app
#   ^^^^^^^^^^^ `cargo build` leaves what it has downloaded in the image
#?> Remove it in the same `RUN`
#+ RUN cargo build --release && rm -rf /usr/local/cargo/registry && strip target/release/app
RUN sudo cargo install a
#        ^^^^^^^^^^^^^ `cargo install` leaves what it has downloaded in the image
RUN cargo install a && rm -rf /usr/local/cargo/registry
RUN --mount=type=cache,target=/usr/local/cargo/registry cargo build
RUN cargo build --offline && cargo --version && cargo fmt
#: a stage that nobody ships
FROM rust:1 AS build
RUN cargo build
FROM debian:12
