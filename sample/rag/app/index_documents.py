"""Puts a few documents into ChromaDB and asks for the nearest one."""

import os

import chromadb

client = chromadb.HttpClient(host=os.environ["CHROMA_HOST"], port=int(os.environ["CHROMA_PORT"]))
documents = client.get_or_create_collection("documents")
documents.upsert(
    ids=["harbour", "hull"],
    documents=["A harbour is where ships are safe.", "The hull is the watertight body of a ship."],
)
print(documents.query(query_texts=["What keeps the water out?"], n_results=1)["documents"][0][0])
