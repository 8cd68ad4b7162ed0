"""The pages of review: one module a task; each change is a form, answered by going to a page that tells of it."""

from __future__ import annotations

from starlette.routing import Route

from protocolgraph.web.review import add, findings, log, names, queue, statement

REVIEW = (
    Route("/review", queue.show),
    Route("/review/name", queue.sign, methods=["POST"]),
    Route("/review/statement/{id}", statement.Judge),
    Route("/review/correct/{id}", add.Correct),
    Route("/review/add/{name:path}", add.Add),
    Route("/review/names/{key:path}", names.Names),
    Route("/review/finding/{id}", findings.Waive),
    Route("/review/corrections", log.show),
    Route("/review/undo", log.undo, methods=["POST"]),
    Route("/review/figures", log.figures_page),
    Route("/review/gold/{name:path}", log.gold),
)
