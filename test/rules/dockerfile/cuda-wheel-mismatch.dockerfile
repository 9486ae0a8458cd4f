#: another major version, and a newer minor one
FROM nvidia/cuda:11.8.0-devel-ubuntu22.04
RUN pip install torch --index-url https://download.pytorch.org/whl/cu121
#                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is built for CUDA 12.1, and the base image has 11.8
#?> Take what is built for `cu118`
#+ RUN pip install torch --index-url https://download.pytorch.org/whl/cu118
RUN pip3 install torch==2.4.0+cu121 -f https://download.pytorch.org/whl/cu121/torch_stable.html
#                ^^^^^^^^^^^^^^^^^^ this is built for CUDA 12.1, and the base image has 11.8
#                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is built for CUDA 12.1, and the base image has 11.8
RUN uv pip install --extra-index-url=https://download.pytorch.org/whl/nightly/cu126 torch
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is built for CUDA 12.6, and the base image has 11.8
#?> Take what is built for `cu118`
#+ RUN uv pip install --extra-index-url=https://download.pytorch.org/whl/nightly/cu118 torch
RUN pip install torch --index-url https://download.pytorch.org/whl/cu118
RUN pip install torch --index-url https://download.pytorch.org/whl/cu117
RUN pip install torch --index-url https://download.pytorch.org/whl/cpu

#: conda
FROM nvidia/cuda:12.1.1-runtime-ubuntu22.04
RUN conda install -y pytorch pytorch-cuda=11.8 -c pytorch
#                            ^^^^^^^^^^^^^^^^^ this is built for CUDA 11.8, and the base image has 12.1
RUN conda install -y cudatoolkit=11.3 && mamba install cuda-version=12.0
#                    ^^^^^^^^^^^^^^^^ this is built for CUDA 11.3, and the base image has 12.1

#: a version that no wheel is for
FROM nvidia/cuda:12.2.2-runtime-ubuntu22.04
RUN pip install torch --index-url https://download.pytorch.org/whl/cu124
#                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is built for CUDA 12.4, and the base image has 12.2

#: nobody knows the version
ARG CUDA
FROM nvidia/cuda:$CUDA
RUN pip install torch --index-url https://download.pytorch.org/whl/cu121
FROM ubuntu:24.04
RUN pip install torch --index-url https://download.pytorch.org/whl/cu121
