"""A report for a committee: its content, made once, and the three ways in which it is written."""

from __future__ import annotations

from protocolgraph.present.report.content import Report
from protocolgraph.present.report.html import report_html
from protocolgraph.present.report.make import make_report
from protocolgraph.present.report.markdown import report_markdown
from protocolgraph.present.report.word import report_docx

__all__ = ["Report", "make_report", "report_docx", "report_html", "report_markdown"]
