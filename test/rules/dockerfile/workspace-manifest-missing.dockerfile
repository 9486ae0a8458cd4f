#: npm: a new member, and one that is gone
FROM node:22
COPY package.json package-lock.json ./
COPY packages/api/package.json packages/api/
#    ^^^^^^^^^^^^^^^^^^^^^^^^^ the workspace has packages/web/package.json, tools/build/package.json as well, which `npm ci` does not find
#?> Copy what is missing
#+ COPY packages/api/package.json packages/api/
#+ COPY packages/web/package.json packages/web/
#+ COPY tools/build/package.json tools/build/
COPY packages/gone/package.json packages/gone/
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^ `packages/gone/package.json` is not there, so that the build fails
#=> Copy it no longer, lines 4 to 5
#+ RUN npm ci
RUN npm ci
COPY . .
#:: package.json
{ "workspaces": ["packages/*", "tools/build"] }
#:: packages/api/package.json
{ "name": "api" }
#:: packages/web/package.json
{ "name": "web" }
#:: packages/README.md
#:: tools/build/package.json
{ "name": "build" }

#: all of them are there
FROM node:22
COPY package.json package-lock.json ./
COPY packages/api/package.json packages/api/
COPY packages/web packages/web
RUN npm ci
FROM node:22
COPY . .
RUN npm ci
FROM node:22
COPY --parents package.json package-lock.json packages/*/package.json ./
RUN npm ci
#:: package.json
{ "workspaces": { "packages": ["packages/*"] } }
#:: packages/api/package.json
{ "name": "api" }
#:: packages/web/package.json
{ "name": "web" }

#: pnpm: only what is needed has to be there, unless the list is nearly whole
FROM node:22
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/shop/package.json apps/shop/
#    ^^^^^^^^^^^^^^^^^^^^^^ the workspace has libs/ui/package.json as well, which `pnpm install` does not find
#?> Copy what is missing
#+ COPY apps/shop/package.json apps/shop/
#+ COPY libs/ui/package.json libs/ui/
RUN pnpm install --frozen-lockfile
#:: pnpm-workspace.yaml
packages:
  - "apps/*"
  - 'libs/*' # shared
  - "!libs/old"
#:: apps/shop/package.json
{ "name": "shop", "dependencies": { "ui": "workspace:*" } }
#:: apps/admin/package.json
{ "name": "admin" }
#:: apps/blog/package.json
{ "name": "blog" }
#:: libs/ui/package.json
{ "name": "ui" }
#:: libs/old/package.json
{ "name": "old" }

#: Cargo, one list with --parents
FROM rust:1.83
COPY --parents Cargo.toml Cargo.lock crates/core/Cargo.toml ./
#                                    ^^^^^^^^^^^^^^^^^^^^^^ the workspace has crates/cli/Cargo.toml as well, which `cargo fetch` does not find
#?> Copy what is missing
#+ COPY --parents Cargo.toml Cargo.lock crates/core/Cargo.toml crates/cli/Cargo.toml ./
RUN cargo fetch
#:: Cargo.toml
[workspace]
members = [
  "crates/*", # all
]
#:: crates/core/Cargo.toml
[package]
name = "core"
#:: crates/cli/Cargo.toml
[package]
name = "cli"

#: Go, with the Dockerfile in a folder, and lines that are not alike
FROM golang:1.23
COPY go.work go.work.sum ./
COPY api/go.mod api/go.sum /src/api/
#    ^^^^^^^^^^ the workspace has tools/go.mod as well, which `go mod` does not find
RUN go mod download
#:: ../go.work
go 1.23
use (
	./api
	./tools
)
#:: ../api/go.mod
module example.com/api
#:: ../tools/go.mod
module example.com/tools

#: uv
FROM python:3.13
COPY pyproject.toml uv.lock ./
COPY packages/core/pyproject.toml packages/core/
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the workspace has packages/cli/pyproject.toml as well, which `uv sync` does not find
#?> Copy what is missing
#+ COPY packages/core/pyproject.toml packages/core/
#+ COPY packages/cli/pyproject.toml packages/cli/
RUN uv sync --frozen
#:: pyproject.toml
[tool.uv.workspace]
members = ["packages/*"]
#:: packages/core/pyproject.toml
[project]
name = "core"
#:: packages/cli/pyproject.toml
[project]
name = "cli"

#: Gradle, by its own script; a project below another
FROM eclipse-temurin:21-jdk
COPY gradlew settings.gradle build.gradle ./
COPY gradle gradle
COPY app/build.gradle app/
#    ^^^^^^^^^^^^^^^^ the workspace has lib/core/build.gradle as well, which `gradle dependencies` does not find
#?> Copy what is missing
#+ COPY app/build.gradle app/
#+ COPY lib/core/build.gradle lib/core/
RUN ./gradlew dependencies --no-daemon
#:: settings.gradle
rootProject.name = 'shop'
// include 'old'
include 'app', 'lib'
include ':lib:core'
#:: build.gradle
#:: app/build.gradle
#:: lib/README.md
#:: lib/core/build.gradle
#:: old/build.gradle

#: Gradle with Kotlin
FROM gradle:8-jdk21
COPY settings.gradle.kts build.gradle.kts ./
COPY app/build.gradle.kts app/
#    ^^^^^^^^^^^^^^^^^^^^ the workspace has lib/build.gradle.kts as well, which `gradle build` does not find
#?> Copy what is missing
#+ COPY app/build.gradle.kts app/
#+ COPY lib/build.gradle.kts lib/
RUN gradle build -x test
FROM gradle:8-jdk21
COPY settings.gradle.kts build.gradle.kts ./
COPY app/build.gradle.kts app/
COPY lib/build.gradle.kts lib/
RUN gradle --version
RUN gradle -x test assemble
#:: settings.gradle.kts
plugins { id("org.gradle.toolchains.foojay-resolver-convention") version "0.8.0" }
include(
	":app",
	":lib",
)
#:: app/build.gradle.kts
#:: lib/build.gradle.kts

#: Gradle's settings that only Gradle can read
FROM gradle:8-jdk21
COPY settings.gradle ./
COPY app/build.gradle app/
RUN gradle build
#:: settings.gradle
include 'app'
file('libs').eachDir { include "libs:${it.name}" }
#:: app/build.gradle
#:: lib/build.gradle

#: what nobody knows is left alone
FROM node:22
COPY packages/api/package.json packages/api/
RUN npm ci
FROM node:22
COPY packages/api/package.json packages/api/
RUN --mount=type=bind,target=. npm ci
FROM node:22
COPY package.json ./
RUN npm ci
