"""Searches a few sentences."""

from fastapi import FastAPI

app = FastAPI(title="Search")
sentences = ["A harbour is where ships are safe.", "The hull is the watertight body of a ship."]


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}


@app.get("/search")
def search(word: str) -> list[str]:
    return [sentence for sentence in sentences if word.lower() in sentence.lower()]
