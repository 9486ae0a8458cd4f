#: numbers, code names, and what stands behind them
FROM node:16
#    ^^^^^^^ Node.js 16 gets no security updates since 2023-09-11
#?> Take version 24
#+ FROM node:24
FROM node:18.20.4-alpine
#    ^^^^^^^^^^^^^^^^^^^ Node.js 18.20.4 gets no security updates since 2025-04-30
#?> Take version 24
#+ FROM node:24-alpine
FROM debian:buster
#    ^^^^^^^^^^^^^ Debian 10 (buster) gets no security updates since 2024-06-30
#?> Take version bookworm
#+ FROM debian:bookworm
FROM debian:10-slim
#    ^^^^^^^^^^^^^^ Debian 10 (buster) gets no security updates since 2024-06-30
#?> Take version 12
#+ FROM debian:12-slim
FROM ubuntu:20.04
#    ^^^^^^^^^^^^ Ubuntu 20.04 (focal) gets no security updates since 2025-05-31
#?> Take version 24.04
#+ FROM ubuntu:24.04
FROM python:3.8.1
#    ^^^^^^^^^^^^ Python 3.8.1 gets no security updates since 2024-10-07
#?> Take version 3.12
#+ FROM python:3.12
FROM php:7.4-fpm-alpine
#    ^^^^^^^^^^^^^^^^^^ PHP 7.4 gets no security updates since 2022-11-28
#?> Take version 8.3
#+ FROM php:8.3-fpm-alpine
FROM postgres:9.6
#    ^^^^^^^^^^^^ PostgreSQL 9.6 gets no security updates since 2021-11-11
#?> Take version 15
#+ FROM postgres:15
FROM mcr.microsoft.com/dotnet/aspnet:6.0
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ .NET 6.0 gets no security updates since 2024-11-12
#?> Take version 10.0
#+ FROM mcr.microsoft.com/dotnet/aspnet:10.0
FROM docker.io/library/alpine:3.12
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Alpine Linux 3.12 gets no security updates since 2022-05-01
#?> Take version 3.23
#+ FROM docker.io/library/alpine:3.23

#: older than all that are listed
FROM node:0.12
#    ^^^^^^^^^ Node.js 0.12 gets no security updates any more
#?> Take version 24
#+ FROM node:24
FROM alpine:2.7
#    ^^^^^^^^^^ Alpine Linux 2.7 gets no security updates any more
#?> Take version 3.23
#+ FROM alpine:3.23

#: repositories that are given up
FROM centos:7
#    ^^^^^^^^ CentOS is given up since 2024-06-30, and gets no updates
FROM openjdk:17
#    ^^^^^^^^^^ the image openjdk is given up since 2022-07-31, and gets no updates
FROM microsoft/dotnet:2.1-sdk
#    ^^^^^^^^^^^^^^^^^^^^^^^^ the image microsoft/dotnet is given up since 2021-08-21, and gets no updates

#: the distribution below
FROM node:24-buster
#    ^^^^^^^^^^^^^^ Debian 10 (buster) gets no security updates since 2024-06-30
FROM python:3.13-alpine3.16
#    ^^^^^^^^^^^^^^^^^^^^^^ Alpine Linux 3.16 gets no security updates since 2024-05-23
FROM ruby:3.4-slim-bullseye
#    ^^^^^^^^^^^^^^^^^^^^^^ Debian 11 (bullseye) gets no security updates since 2026-08-31

#: a default, and a digest
ARG VERSION=16
FROM node:${VERSION}
#    ^^^^^^^^^^^^^^^ Node.js 16 gets no security updates since 2023-09-11
FROM node:16@sha256:0123456789012345678901234567890123456789012345678901234567890123
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Node.js 16 gets no security updates since 2023-09-11

#: supported, floating, unknown, and of somebody else
FROM node:24
FROM node:lts-slim
FROM python:3
FROM debian:stable
FROM debian:12
FROM openjdk:26-ea-jdk
FROM example.com/node:8
FROM bitnami/node:8
FROM node
FROM node:next
FROM mysql:8

#: another day {"date": "2027-06-01"}
FROM node:22
#    ^^^^^^^ Node.js 22 gets no security updates since 2027-04-30
#?> Take version 26
#+ FROM node:26
