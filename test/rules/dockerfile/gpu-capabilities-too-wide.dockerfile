#: all
FROM ubuntu:24.04
ENV NVIDIA_DRIVER_CAPABILITIES=all
#                              ^^^ `all` brings more of the driver into the container than a program that computes needs
#?> Ask for `compute,utility`
#+ ENV NVIDIA_DRIVER_CAPABILITIES=compute,utility
ENV DEBUG=1 NVIDIA_DRIVER_CAPABILITIES="all"
#                                      ^^^^^ `all` brings more of the driver into the container than a program that computes needs
#?> Ask for `compute,utility`
#+ ENV DEBUG=1 NVIDIA_DRIVER_CAPABILITIES=compute,utility
ENV NVIDIA_DRIVER_CAPABILITIES all
#                              ^^^ `all` brings more of the driver into the container than a program that computes needs
#?> Ask for `compute,utility`
#+ ENV NVIDIA_DRIVER_CAPABILITIES compute,utility
ENV NVIDIA_DRIVER_CAPABILITIES=compute,utility,graphics
ENV NVIDIA_DRIVER_CAPABILITIES=$NVIDIA_DRIVER_CAPABILITIES,video
