#: each of its packages
FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
RUN apt-get update && apt-get install -y curl nvidia-container-toolkit=1.16.0-1 libnvidia-container1
#                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `nvidia-container-toolkit=1.16.0-1` belongs to the host that starts the container, and does nothing in it
#                                                                               ^^^^^^^^^^^^^^^^^^^^ `libnvidia-container1` belongs to the host that starts the container, and does nothing in it
RUN yum install -y nvidia-docker2
#                  ^^^^^^^^^^^^^^ `nvidia-docker2` belongs to the host that starts the container, and does nothing in it
RUN apt-get install -y nvidia-utils-550 libgomp1

#: an image that starts containers
FROM ubuntu:24.04
RUN apt-get update && apt-get install -y docker-ce nvidia-container-toolkit
FROM docker:27-dind
RUN apt-get install -y nvidia-container-toolkit

#: a node of a cluster
FROM kindest/node:v1.30.0
RUN apt-get update && apt-get install -y nvidia-container-toolkit
