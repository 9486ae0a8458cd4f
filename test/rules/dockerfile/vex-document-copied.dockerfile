#: by its names
FROM debian:12
COPY app.vex.json docs/openvex.json vex.json /app/
#    ^^^^^^^^^^^^ `app.vex.json` tells in the image what was known when it was made
#                 ^^^^^^^^^^^^^^^^^ `docs/openvex.json` tells in the image what was known when it was made
#                                   ^^^^^^^^ `vex.json` tells in the image what was known when it was made

#: others
FROM debian:12
COPY vex.txt index.json /app/
