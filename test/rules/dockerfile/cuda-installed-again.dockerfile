#: parts of each flavour
FROM nvidia/cuda:12.4.1-cudnn-devel-ubuntu22.04
RUN apt-get install -y cuda-toolkit-12-4 libcudnn9-dev libcublas-dev-12-4 git
#                      ^^^^^^^^^^^^^^^^^ the base image has what `cuda-toolkit-12-4` brings
#                                        ^^^^^^^^^^^^^ the base image has what `libcudnn9-dev` brings
#                                                      ^^^^^^^^^^^^^^^^^^ the base image has what `libcublas-dev-12-4` brings
RUN apt-get install -y cuda-toolkit-11-8 libnccl2=2.21.5-1+cuda12.4 cuda-nsight-systems-12-4
FROM nvidia/cuda:12.4.1-runtime-rockylinux9
RUN dnf install -y cuda-libraries-12-4 cuda-nvcc-12-4 libcudnn9
FROM nvidia/cuda:12.4.1-base-ubuntu22.04
RUN apt-get install -y cuda-cudart-12-4 libcublas-12-4 nvidia-cuda-toolkit
#                      ^^^^^^^^^^^^^^^^ the base image has what `cuda-cudart-12-4` brings

#: another image, and one whose tag does not tell
FROM ubuntu:24.04
RUN apt-get install -y nvidia-cuda-toolkit
FROM nvidia/cuda
RUN apt-get install -y nvidia-cuda-toolkit
