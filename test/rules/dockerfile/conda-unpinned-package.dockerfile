#: whatever compares is a version
FROM continuumio/miniconda3:24.5.0-0
RUN conda install -y -c conda-forge numpy=2.1 "scipy>=1.14"
RUN conda create -n app --file packages.txt
RUN mamba install -y numpy scipy
#                    ^^^^^ `numpy` and 1 more are installed in whatever version there is on the day of the build
RUN conda env create -f environment.yml
