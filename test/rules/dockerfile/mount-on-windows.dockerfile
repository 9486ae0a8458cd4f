#: types that Windows does not have
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN --mount=type=ssh git fetch
#   ^^^^^^^^^^^^^^^^ a Windows container cannot have a mount of type `ssh`
RUN --mount=type=tmpfs,target=C:/temp dir
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a Windows container cannot have a mount of type `tmpfs`
RUN --mount=type=secret,id=token fetch.cmd
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a Windows container can have a secret only at a `target` that is named
RUN --mount=type=cache,target=C:/cache --mount=type=ssh git fetch
#                                      ^^^^^^^^^^^^^^^^ a Windows container cannot have a mount of type `ssh`

#: those that it has
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN --mount=target=C:/src dir C:\src
RUN --mount=type=cache,target=C:/cache dir
RUN --mount=type=secret,id=token,target=C:/token fetch.cmd
RUN --mount=type=secret,id=token,env=TOKEN fetch.cmd
ARG TYPE
RUN --mount=type=$TYPE,id=token dir

#: Linux
FROM debian:12
RUN --mount=type=ssh git fetch
