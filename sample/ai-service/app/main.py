"""Answers questions with a language model behind an HTTP interface."""

import os

import httpx
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI(title="AI service")
model_url = os.environ.get("MODEL_URL", "http://model:9000/complete")


class Question(BaseModel):
    text: str


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}


@app.post("/ask")
async def ask(question: Question) -> dict[str, str]:
    async with httpx.AsyncClient(timeout=30) as client:
        response = await client.post(model_url, json={"prompt": question.text})
    response.raise_for_status()
    return {"answer": response.json()["text"]}
