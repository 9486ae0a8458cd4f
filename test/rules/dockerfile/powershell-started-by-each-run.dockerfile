#: more than one
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN dir
RUN powershell -Command Remove-Item a
#   ^^^^^^^^^^ 2 `RUN`s of this stage start PowerShell, each for itself
RUN powershell -NoProfile -Command Remove-Item b

#: one, an array, and another stage
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN powershell -Command Remove-Item a
RUN ["powershell", "-Command", "Remove-Item b"]
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN powershell -Command Remove-Item a
