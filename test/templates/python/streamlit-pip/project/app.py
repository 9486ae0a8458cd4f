import streamlit as st

st.title("Weather")
