#: with a name
FROM debian:12
LABEL maintainer="Jane Doe <jane@example.com>"
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the label `maintainer` holds no email address alone, but `Jane Doe <jane@example.com>`
#?> Write jane@example.com
#+ LABEL maintainer="jane@example.com"
LABEL maintainer=<jane@example.com>
#                ^^^^^^^^^^^^^^^^^^ the label `maintainer` holds no email address alone, but `<jane@example.com>`
#?> Write jane@example.com
#+ LABEL maintainer=jane@example.com

#: none, or two
FROM debian:12
LABEL maintainer="Jane Doe"
#                ^^^^^^^^^^ the label `maintainer` holds no email address alone, but `Jane Doe`
LABEL maintainer="jane@example.com, joe@example.com"
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the label `maintainer` holds no email address alone, but `jane@example.com, joe@example.com`

#: an address
FROM debian:12
LABEL maintainer="jane.doe+docker@example.com"
LABEL maintainer="\"Jane Doe\"@example.com"
