"""The front end: a box to type in and the answers."""

import requests
import streamlit as st

st.title("Chat")
if text := st.chat_input("Say something"):
    answer = requests.post("http://backend:8010/chat", params={"text": text}, timeout=30)
    st.write(answer.json()["answer"])
