#: numbers and ids
FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
ENV NVIDIA_VISIBLE_DEVICES=0
#   ^^^^^^^^^^^^^^^^^^^^^^^^ `NVIDIA_VISIBLE_DEVICES` names GPUs of one machine
#?> Remove `NVIDIA_VISIBLE_DEVICES`, lines 2 to 3
#+ ENV CUDA_VISIBLE_DEVICES 0,1
ENV CUDA_VISIBLE_DEVICES 0,1
#   ^^^^^^^^^^^^^^^^^^^^^^^^ `CUDA_VISIBLE_DEVICES` names GPUs of one machine
#?> Remove `CUDA_VISIBLE_DEVICES`, lines 3 to 4
#+ ENV NVIDIA_VISIBLE_DEVICES=GPU-8f3f1a2b-5d6c DEBUG=1
ENV NVIDIA_VISIBLE_DEVICES=GPU-8f3f1a2b-5d6c DEBUG=1
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `NVIDIA_VISIBLE_DEVICES` names GPUs of one machine
#?> Remove `NVIDIA_VISIBLE_DEVICES`
#+ ENV DEBUG=1
ENV DEBUG=1 \
    CUDA_VISIBLE_DEVICES="0"
#   ^^^^^^^^^^^^^^^^^^^^^^^^ `CUDA_VISIBLE_DEVICES` names GPUs of one machine
#?> Remove `CUDA_VISIBLE_DEVICES`, lines 5 to 6
#+ ENV DEBUG=1
ENV DEBUG=1 \
# the first
    CUDA_VISIBLE_DEVICES="0"
#   ^^^^^^^^^^^^^^^^^^^^^^^^ `CUDA_VISIBLE_DEVICES` names GPUs of one machine

#: none, and what a variable says
FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
ENV CUDA_VISIBLE_DEVICES="" CUDA_VISIBLE_DEVICES=-1 NVIDIA_VISIBLE_DEVICES=none NVIDIA_VISIBLE_DEVICES=void
ARG DEVICES
ENV CUDA_VISIBLE_DEVICES=$DEVICES

#: all of them, where the base image says so {"everyRedundant": true}
FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
ENV NVIDIA_VISIBLE_DEVICES=all
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ the base image sets `NVIDIA_VISIBLE_DEVICES` to `all` already
#=> Remove `NVIDIA_VISIBLE_DEVICES`, lines 2 to 3
#+ FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
ENV NVIDIA_VISIBLE_DEVICES=none
ENV NVIDIA_VISIBLE_DEVICES=all
FROM ubuntu:24.04
ENV NVIDIA_VISIBLE_DEVICES=all

#: all of them, by default
FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
ENV NVIDIA_VISIBLE_DEVICES=all
