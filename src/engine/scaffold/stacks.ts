/** Kinds of projects that there is no template for yet, and the files that give them away: so that we can say what we see, and that we cannot help yet. */
export const stacks: readonly { readonly title: string; readonly detect: readonly string[] }[] = [
	{ title: "Node.js", detect: ["package.json"] },
	{ title: "Deno", detect: ["deno.json", "deno.jsonc"] },
	{ title: "Go", detect: ["go.mod"] },
	{ title: "Java", detect: ["pom.xml", "build.gradle", "build.gradle.kts"] },
	{ title: "Scala", detect: ["build.sbt"] },
	{ title: ".NET", detect: ["*.csproj", "*.fsproj", "*.vbproj", "*.sln", "*.slnx"] },
	{ title: "Rust", detect: ["Cargo.toml"] },
	{ title: "PHP", detect: ["composer.json"] },
	{ title: "Ruby", detect: ["Gemfile", "*.gemspec"] },
	{ title: "Elixir", detect: ["mix.exs"] },
	{ title: "Dart", detect: ["pubspec.yaml"] },
	{ title: "Swift", detect: ["Package.swift"] },
	{ title: "C/C++", detect: ["CMakeLists.txt", "meson.build"] },
	{ title: "Haskell", detect: ["*.cabal", "stack.yaml"] },
	{ title: "Clojure", detect: ["deps.edn", "project.clj"] },
	{ title: "R", detect: ["renv.lock"] },
];
