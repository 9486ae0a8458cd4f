import type { imageLabels } from "../../../../dockerfile/labels.ts";
import { type Message, say } from "../../../../text/message.ts";

type LabelKey = (typeof imageLabels)[number];

/** What the keys of the OCI image specification are for. https://github.com/opencontainers/image-spec/blob/main/annotations.md */
export const labelDocumentation: Readonly<Record<LabelKey, Message>> = {
	"org.opencontainers.image.created": say`When the image was built: date and time by RFC 3339, as in \`2026-11-26T09:00:00Z\`.`,
	"org.opencontainers.image.authors": say`Who answers for the image: people or an organization, in any form.`,
	"org.opencontainers.image.url": say`Address of a page with more about the image.`,
	"org.opencontainers.image.documentation": say`Address of the image's documentation.`,
	"org.opencontainers.image.source": say`Address of the source code that the image is built from. GitHub's registry connects the image with its repository by it, and Renovate finds release notes.`,
	"org.opencontainers.image.version": say`Version of the software in the image. It may be the tag of the source code, and may be a semantic version.`,
	"org.opencontainers.image.revision": say`The commit, or another mark of source control, that the software was built from.`,
	"org.opencontainers.image.vendor": say`Who distributes the image.`,
	"org.opencontainers.image.licenses": say`Licences of what is in the image, as an SPDX expression: \`Apache-2.0 OR MIT\`.`,
	"org.opencontainers.image.ref.name": say`Name of the reference for a target, such as a tag; meant for an image's index rather than for its labels.`,
	"org.opencontainers.image.title": say`The image's title, for people.`,
	"org.opencontainers.image.description": say`What the software in the image is, for people. GitHub's registry shows it.`,
	"org.opencontainers.image.base.digest": say`Digest of the image that this one is built on.`,
	"org.opencontainers.image.base.name": say`Name of the image that this one is built on, in full: \`docker.io/library/debian:trixie\`.`,
};
