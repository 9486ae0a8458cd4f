import type { Program } from "./program.ts";

/** https://guides.rubyonrails.org/command_line.html */
export const rails: Program = { letters: "eu", long: ["--environment"], hasSubcommands: true };

/** https://ruby.github.io/rake/doc/command_line_usage_rdoc.html */
export const rake: Program = { letters: "fIjrRTWDC", long: "--rakefile --libdir --jobs --require --rakelibdir --directory".split(" "), hasSubcommands: true };

/** https://github.com/Shopify/bootsnap#precompilation */
export const bootsnap: Program = { letters: "j", long: ["--jobs", "--cache-dir", "--exclude"], hasSubcommands: true };
