#: once a stage and variable
FROM node:22
RUN next build && next export
#   ^^^^ `next` reports to its maker unless `NEXT_TELEMETRY_DISABLED` is set
#?> Set `NEXT_TELEMETRY_DISABLED`, line 1
#+ FROM node:22
#+ ENV NEXT_TELEMETRY_DISABLED=1
RUN turbo run build
#   ^^^^^ `turbo` reports to its maker unless `TURBO_TELEMETRY_DISABLED` is set
#?> Set `TURBO_TELEMETRY_DISABLED`, line 1
#+ FROM node:22
#+ ENV TURBO_TELEMETRY_DISABLED=1
FROM node:22
RUN next build
#   ^^^^ `next` reports to its maker unless `NEXT_TELEMETRY_DISABLED` is set
#?> Set `NEXT_TELEMETRY_DISABLED`, line 4
#+ FROM node:22
#+ ENV NEXT_TELEMETRY_DISABLED=1

#: it is off
FROM node:22
ENV NEXT_TELEMETRY_DISABLED=1
RUN next build
RUN TURBO_TELEMETRY_DISABLED=1 turbo run build
RUN export DO_NOT_TRACK=1 && astro build
