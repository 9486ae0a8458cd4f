#: both names, in any case
FROM debian:12 AS context
#                 ^^^^^^^ `context` is Docker's name for the folder that is built, and no name for a stage
#?> Call it context-stage, lines 1 to 3
#+ FROM debian:12 AS context-stage
#+ FROM debian:12 AS Scratch
#+ COPY --from=context-stage /a /a
FROM debian:12 AS Scratch
#                 ^^^^^^^ `Scratch` is Docker's name for the empty image, and no name for a stage
#?> Call it scratch-stage, lines 2 to 4
#+ FROM debian:12 AS scratch-stage
#+ COPY --from=CONTEXT /a /a
#+ FROM scratch-stage
COPY --from=CONTEXT /a /a
FROM Scratch

#: the empty image itself, and names with more in them
FROM scratch
FROM scratch AS context-files

#: the other name is taken
FROM debian:12 AS context-stage
FROM debian:12 AS context
#                 ^^^^^^^ `context` is Docker's name for the folder that is built, and no name for a stage
