from fastapi import FastAPI

app = FastAPI(title="Orders")


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "well"}
