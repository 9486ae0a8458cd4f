#: conda and its like
FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
RUN conda install -y pytorch && micromamba create -n web python=3.12
#   ^^^^^^^^^^^^^ `conda install` brings a Python and perhaps a CUDA of its own beside those of the base image
#                               ^^^^^^^^^^^^^^^^^ `micromamba create` brings a Python and perhaps a CUDA of its own beside those of the base image
RUN conda clean -a && conda config --set ssl_verify true

#: PyTorch's image has been made with it
FROM pytorch/pytorch:2.4.0-cuda12.4-cudnn9-runtime
RUN mamba install -y scipy
#   ^^^^^^^^^^^^^ `mamba install` brings a Python and perhaps a CUDA of its own beside those of the base image

#: an image without CUDA
FROM continuumio/miniconda3
RUN conda install -y pytorch
