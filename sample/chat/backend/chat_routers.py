"""The back end: keeps the conversation and answers."""

import uvicorn
from fastapi import FastAPI

app = FastAPI()
messages: list[str] = []


@app.post("/chat")
def chat(text: str) -> dict[str, str]:
    messages.append(text)
    return {"answer": f"This is message {len(messages)}."}


if __name__ == "__main__":
    uvicorn.run(app, host="0.0.0.0", port=8010)
