import os

from fastapi import FastAPI
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    database_url: str
    debug: bool = False


settings = Settings()
app = FastAPI(debug=settings.debug)
sentry = os.getenv("SENTRY_DSN")


@app.get("/health")
def health():
    return {"region": os.environ["REGION"]}
