#: wherever it stands
FROM debian:12
ARG KEY=AKIA2EQAHFJBZ44CQTWK
#       ^^^^^^^^^^^^^^^^^^^^ a secret of `AWS` stands here, for everyone who has the file or the image
ENV GITHUB=ghp_Zb3kQ8xTn5LmW2cVr7YpD1sHgJ4fKa6UeX09
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a secret of `GitHub` stands here, for everyone who has the file or the image
LABEL hook="https://hooks.slack.com/services/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"
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a secret of `Slack` stands here, for everyone who has the file or the image
RUN npm config set //registry.npmjs.org/:_authToken npm_Zb3kQ8xTn5LmW2cVr7YpD1sHgJ4fKa6UeX09
#                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a secret of `npm` stands here, for everyone who has the file or the image
RUN <<EOF
echo "-----BEGIN RSA PRIVATE KEY-----
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a private key stands here, for everyone who has the file or the image
MIIEpAIBAAKCAQEA04up8hoqzS1q8z1Yq" > key
EOF
COPY <<EOF /app/.env
STRIPE=sk_live_Zb3kQ8xTn5LmW2cVr7YpD1sH
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a secret of `Stripe` stands here, for everyone who has the file or the image
EOF

#: placeholders, examples, and what a variable brings
FROM debian:12
ENV KEY=AKIAIOSFODNN7EXAMPLE TOKEN=ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
RUN printf -- "-----BEGIN RSA PRIVATE KEY-----\n$KEY" > key && grep -q "BEGIN PRIVATE KEY-----" key
ENV PREFIX=ghp_ PATTERN=AKIA[A-Z0-9]+
