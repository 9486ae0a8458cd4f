#: other spellings
FROM debian:12
LABEL org.opencontainers.image.licenses="Apache 2.0"
#                                       ^^^^^^^^^^^^ the label `org.opencontainers.image.licenses` holds no licence as SPDX writes it, but `Apache 2.0`
#?> Write Apache-2.0
#+ LABEL org.opencontainers.image.licenses="Apache-2.0"
LABEL org.opencontainers.image.licenses=mit
#                                       ^^^ the label `org.opencontainers.image.licenses` holds no licence as SPDX writes it, but `mit`
#?> Write MIT
#+ LABEL org.opencontainers.image.licenses=MIT
LABEL org.opencontainers.image.licenses='BSD 3-Clause'
#                                       ^^^^^^^^^^^^^^ the label `org.opencontainers.image.licenses` holds no licence as SPDX writes it, but `BSD 3-Clause`
#?> Write BSD-3-Clause
#+ LABEL org.opencontainers.image.licenses='BSD-3-Clause'

#: nobody knows which
FROM debian:12
LABEL org.opencontainers.image.licenses="BSD"
#                                       ^^^^^ the label `org.opencontainers.image.licenses` holds no licence as SPDX writes it, but `BSD`
LABEL org.opencontainers.image.licenses="MIT/Apache-2.0"
#                                       ^^^^^^^^^^^^^^^^ the label `org.opencontainers.image.licenses` holds no licence as SPDX writes it, but `MIT/Apache-2.0`
LABEL org.opencontainers.image.licenses="MIT OR"
#                                       ^^^^^^^^ the label `org.opencontainers.image.licenses` holds no licence as SPDX writes it, but `MIT OR`
LABEL org.opencontainers.image.licenses="(MIT"
#                                       ^^^^^^ the label `org.opencontainers.image.licenses` holds no licence as SPDX writes it, but `(MIT`

#: expressions
FROM debian:12
LABEL org.opencontainers.image.licenses="MIT OR (Apache-2.0 AND BSD-3-Clause)"
LABEL org.opencontainers.image.licenses="GPL-2.0-or-later WITH Classpath-exception-2.0"
LABEL org.opencontainers.image.licenses="GPL-2.0+"
LABEL org.opencontainers.image.licenses="LicenseRef-Example"
LABEL org.opencontainers.image.licenses="$LICENCE"

#: as hadolint has it {"expressions": false}
FROM debian:12
LABEL org.opencontainers.image.licenses="MIT OR Apache-2.0"
#                                       ^^^^^^^^^^^^^^^^^^^ the label `org.opencontainers.image.licenses` holds no licence as SPDX writes it, but `MIT OR Apache-2.0`
LABEL org.opencontainers.image.licenses="GPL-2.0"
#                                       ^^^^^^^^^ the label `org.opencontainers.image.licenses` holds no licence as SPDX writes it, but `GPL-2.0`
LABEL org.opencontainers.image.licenses="MIT"
