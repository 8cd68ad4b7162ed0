"""The commands: what they print, where, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from fake_extractor import FakeExtractor
from sparql_server import running_server

from protocolgraph.cli import app
from protocolgraph.cli.export import FORMATS
from protocolgraph.graph import EXPORTERS
from protocolgraph.pipeline import build
from protocolgraph.pipeline.cache import Reading
from protocolgraph.pipeline.pool import iter_readings
from protocolgraph.pipeline.reading import Failure, MakeExtractor
from protocolgraph.pipeline.sources import Source

BOARD = """TERMS OF REFERENCE

1. Reporting

1.1 The Safety Board reports to the Scrutiny Panel.

1.2 The Safety Board must publish a plan for all of its members.
"""
PANEL = "The Scrutiny Panel reports to the County Council. It is what the members of the panel said they want.\n"


@dataclass
class Outcome:
    """What a command left: exit code and the two streams."""

    code: int
    out: str
    err: str

    @property
    def one_line(self) -> str:
        """The error, if it is one line and no traceback."""
        assert self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err
        return self.err


Run = Callable[..., Outcome]


def read_here(
    sources: Sequence[Source], make: MakeExtractor, **_: object
) -> Iterator[tuple[Source, Reading | Failure]]:
    """Read in this process, where the extractor that stands in for the real one is known."""
    return iter_readings(sources, make, workers=0)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr("protocolgraph.extract.Extractor", lambda model: FakeExtractor())
    monkeypatch.setattr(sys.modules[build.__module__], "iter_readings", read_here)

    def run_command(*arguments: str, stdin: str = "") -> Outcome:
        monkeypatch.setattr(sys, "argv", ["protocolgraph", *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        code = app.run()
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = capfdbinary.readouterr()
        return Outcome(code, out.decode(errors="surrogateescape"), err.decode())

    return run_command


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "board.txt").write_text(BOARD)
    (docs / "panel.txt").write_text(PANEL)
    build([docs], graph=tmp_path / ".protocolgraph", area="Westshire", extractor=FakeExtractor())
    return tmp_path / ".protocolgraph"


class TestBuild:
    def test_the_summary_names_each_document_and_what_the_graph_holds(self, run: Run, graph: Path) -> None:
        result = run("build", "docs")
        assert result.code == 0
        assert "board.txt" in result.out
        assert "read" in result.out
        assert "2 documents" in result.err
        assert "3 bodies" not in result.out

    def test_json_stands_alone_on_standard_output(self, run: Run, graph: Path) -> None:
        report = json.loads(run("build", "docs", "--area", "Westshire", "--json").out)
        assert [document["name"] for document in report["documents"]] == ["board.txt", "panel.txt"]
        assert report["totals"]["bodies"] == 3

    def test_a_document_that_cannot_be_read_gives_code_1_and_its_reason(self, run: Run, graph: Path) -> None:
        Path("docs/empty.txt").touch()
        result = run("build", "docs")
        assert result.code == 1
        assert "empty.txt:" in result.err

    def test_a_document_in_another_language_gives_a_warning(self, run: Run, graph: Path) -> None:
        Path("docs/conseil.txt").write_text("Le conseil rend compte au comité et doit publier un rapport. " * 30)
        result = run("build", "docs")
        assert result.code == 0
        assert "conseil.txt: does not look like English" in result.err

    def test_the_graph_option_stands_before_or_after_the_command(self, run: Run, graph: Path) -> None:
        assert run("-g", "one", "build", "docs").code == 0
        assert run("build", "docs", "--graph", "two").code == 0
        assert Path("one").is_dir()
        assert Path("two").is_dir()

    def test_the_environment_names_the_graph(self, run: Run, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PROTOCOLGRAPH_GRAPH", "three")
        assert run("build", "docs").code == 0
        assert Path("three").is_dir()

    def test_of_many_unchanged_documents_only_the_number_is_told(
        self, run: Run, graph: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("protocolgraph.cli.build._LISTED", 1)
        run("build", "docs", "--area", "Westshire")
        again = run("build", "docs", "--area", "Westshire")
        assert "2 documents are unchanged" in again.err
        assert "panel.txt" not in again.out


class TestShow:
    def test_a_document_tells_what_it_says_of_itself(self, run: Run, graph: Path) -> None:
        result = run("show", "board.txt")
        assert "TERMS OF REFERENCE" in result.out
        assert "its title and its layout" in result.out
        told = json.loads(run("show", "board.txt", "--json").out)
        assert (told["document"], told["area"]) == ("board.txt", "Westshire")
        assert {one["aspect"] for one in told["particulars"]} >= {"area", "kind", "title"}

    def test_every_line_has_its_source(self, run: Run, graph: Path) -> None:
        result = run("show", "safety board")
        assert result.code == 0
        lines = result.out.splitlines()
        [reports] = [line for line in lines if "Reports to" in line]
        assert "Scrutiny Panel" in reports
        assert "section 1.1" in reports
        assert "board.txt" in reports
        assert any("publish a plan" in line and "section 1.2" in line for line in lines)

    def test_evidence_is_printed_when_asked_for(self, run: Run, graph: Path) -> None:
        words = "“The Safety Board reports to the Scrutiny Panel.”"
        assert words not in run("show", "Safety Board").out
        assert words in run("show", "Safety Board", "--evidence").out

    def test_json_says_the_same(self, run: Run, graph: Path) -> None:
        profile = json.loads(run("show", "Safety Board", "--json").out)
        assert profile["name"] == "Safety Board"
        assert [group["key"] for group in profile["groups"]] == ["reports_to", "duties"]

    def test_an_unknown_name_is_answered_with_the_nearest(self, run: Run, graph: Path) -> None:
        result = run("show", "Safty Bord")
        assert result.code == 2
        assert "Did you mean: Safety Board?" in result.one_line

    def test_markup_in_a_name_is_text(self, run: Run, graph: Path) -> None:
        assert "'[red]x[/red]'" in run("show", "[red]x[/red]").one_line


class TestAsk:
    QUESTION = "To whom does the Safety Board report?"

    def test_the_answer_has_its_reading_its_words_and_its_source(self, run: Run, graph: Path) -> None:
        result = run("ask", self.QUESTION)
        assert result.code == 0
        assert "Read as: to whom Safety Board reports" in result.out
        [line] = [line for line in result.out.splitlines() if line.startswith("Scrutiny Panel")]
        assert "“The Safety Board reports to the Scrutiny Panel.”" in line
        assert "section 1.1, board.txt" in line

    def test_a_question_needs_no_quotation_marks(self, run: Run, graph: Path) -> None:
        assert run("ask", *self.QUESTION.split()).out == run("ask", self.QUESTION).out

    def test_the_query_is_printed_and_can_be_run(self, run: Run, graph: Path) -> None:
        shown = run("ask", self.QUESTION, "--sparql").out
        query = "SELECT" + shown.partition("SELECT")[2]
        [row] = json.loads(run("sparql", query, "--json").out)
        assert row["answer"].endswith("scrutiny-panel")

    def test_json_says_the_same(self, run: Run, graph: Path) -> None:
        answer = json.loads(run("ask", self.QUESTION, "--json").out)
        assert answer["reading"] == "to whom Safety Board reports"
        assert [(item["text"], item["sources"][0]["section"]) for item in answer["answers"]] == [
            ("Scrutiny Panel", "1.1")
        ]

    def test_what_is_not_stated_is_said_so(self, run: Run, graph: Path) -> None:
        result = run("ask", "Who chairs the Safety Board?")
        assert result.code == 0
        assert "The documents do not say." in result.out

    def test_a_question_that_cannot_be_read_offers_others(self, run: Run, graph: Path) -> None:
        result = run("ask", "Is it raining in Westshire?")
        assert result.code == 2
        assert "cannot be read" in result.one_line
        assert "You can ask" in result.one_line

    def test_a_year_that_is_none(self, run: Run, graph: Path) -> None:
        result = run("ask", self.QUESTION, "--as-of", "soon")
        assert result.code == 2
        assert "--as-of soon" in result.one_line


class TestNarrowing:
    """--document, --area and --as-of, on each command that prints what documents state."""

    def test_only_the_document_counts(self, run: Run, graph: Path) -> None:
        assert "board.txt" not in run("show", "Scrutiny Panel", "--document", "panel.txt").out
        assert "Nothing" not in run("ask", "Who reports to the Scrutiny Panel?", "--document", "board.txt").out
        assert run("path", "Safety Board", "County Council", "--document", "board.txt").code == 2
        rows = run("export", "--format", "jsonl", "--document", "panel.txt").out.splitlines()
        assert {json.loads(row)["document"] for row in rows} == {"panel.txt"}

    def test_an_area_without_documents_is_one_line(self, run: Run, graph: Path) -> None:
        result = run("show", "Safety Board", "--area", "Eastshire")
        assert result.code == 2
        assert "the areas are Westshire" in result.one_line

    def test_documents_without_a_date_are_of_no_year(self, run: Run, graph: Path) -> None:
        result = run("export", "--format", "csv", "--as-of", "2014")
        assert result.code == 2
        assert "as of 2014" in result.one_line


class TestPath:
    def test_the_chain_is_told_link_by_link(self, run: Run, graph: Path) -> None:
        result = run("path", "Safety Board", "County Council")
        assert result.code == 0
        assert "Safety Board → Scrutiny Panel → County Council" in result.out
        assert "“The Scrutiny Panel reports to the County Council.”" in result.out
        assert "panel.txt" in result.out

    def test_json_says_the_same(self, run: Run, graph: Path) -> None:
        [chain] = json.loads(run("path", "Safety Board", "County Council", "--json").out)
        assert [(link["from"], link["relation"], link["to"]) for link in chain] == [
            ("Safety Board", "reports to", "Scrutiny Panel"),
            ("Scrutiny Panel", "reports to", "County Council"),
        ]

    def test_no_chain_is_said_so(self, run: Run, graph: Path) -> None:
        result = run("path", "County Council", "Safety Board")
        assert (result.code, result.out) == (0, "")
        assert "no chain of accountability" in result.err
        assert json.loads(run("path", "County Council", "Safety Board", "--json").out) == []


class TestExport:
    def test_the_formats_in_the_help_are_those_there_are(self) -> None:
        assert set(FORMATS) == set(EXPORTERS)

    @pytest.mark.parametrize("name", FORMATS)
    def test_a_file_and_standard_output_get_the_same_bytes(self, run: Run, graph: Path, name: str) -> None:
        printed = run("export", "--format", name)
        written = run("export", "--format", name, "-o", "out")
        assert (printed.code, written.code) == (0, 0)
        assert written.out == ""
        assert Path("out").read_bytes() == printed.out.encode(errors="surrogateescape")

    def test_json_lines_are_as_documented(self, run: Run, graph: Path) -> None:
        rows = [json.loads(line) for line in run("export", "--format", "jsonl").out.splitlines()]
        assert {row["kind"] for row in rows} == {"entity", "fact", "duty"}
        text = Path("docs/board.txt").read_text()
        for row in rows:
            if row["document"] == "board.txt" and row["kind"] != "entity":
                assert row["quote"] == " […] ".join(text[start:end] for start, end in row["spans"])

    def test_csv_opens_as_a_table(self, run: Run, graph: Path) -> None:
        rows = list(csv.DictReader(io.StringIO(run("export", "--format", "csv").out)))
        assert {"subject", "predicate", "object", "quote"} <= set(rows[0])

    def test_an_unknown_format_is_one_line(self, run: Run, graph: Path) -> None:
        result = run("export", "--format", "docx")
        assert result.code == 2
        assert "turtle" in result.one_line


class TestSparql:
    QUERY = "SELECT ?name WHERE { ?body a pg:Body ; skos:prefLabel ?name }"

    def test_a_query_prints_a_table(self, run: Run, graph: Path) -> None:
        result = run("sparql", self.QUERY)
        assert result.code == 0
        assert "Safety Board" in result.out

    def test_a_query_may_come_from_a_file_or_standard_input(self, run: Run, graph: Path) -> None:
        Path("q.rq").write_text(self.QUERY)
        asked = run("sparql", self.QUERY, "--json")
        assert json.loads(asked.out)
        assert run("sparql", "q.rq", "--json").out == asked.out
        assert run("sparql", "-", "--json", stdin=self.QUERY).out == asked.out

    def test_ask_is_answered(self, run: Run, graph: Path) -> None:
        assert json.loads(run("sparql", "ASK { ?s a pg:Body }", "--json").out) == [{"answer": True}]

    def test_iris_are_shortened_for_people_and_whole_for_programs(self, run: Run, graph: Path) -> None:
        query = "SELECT DISTINCT ?kind WHERE { ?x a ?kind FILTER(?kind = pg:Body) }"
        assert "pg:Body" in run("sparql", query).out
        assert run("sparql", query, "--format", "csv").out == "kind\nhttps://w3id.org/protocolgraph/ns#Body\n"
        assert run("sparql", query, "--format", "json").out == run("sparql", query, "--json").out

    def test_a_limit_of_rows_is_said_and_can_be_raised(self, run: Run, graph: Path) -> None:
        cut = run("sparql", "SELECT * WHERE { ?s ?p ?o }", "--limit", "2", "--json")
        assert len(json.loads(cut.out)) == 2
        assert "--limit prints more" in cut.err
        assert len(json.loads(run("sparql", "SELECT * WHERE { ?s ?p ?o }", "--limit", "0", "--json").out)) > 100

    def test_a_limit_of_time_is_one_line(self, run: Run, graph: Path) -> None:
        slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
        result = run("sparql", slow, "--timeout", "0.05")
        assert result.code == 2
        assert "raise the limit" in result.one_line

    def test_it_changes_the_graph_only_when_asked(self, run: Run, graph: Path) -> None:
        label = "{ GRAPH ?g { ?s skos:prefLabel 'Safety Board' } }"
        rename = f"DELETE {label} INSERT {label.replace('Safety', 'Big')} WHERE {label}"
        assert run("sparql", rename).code == 2
        assert "Changed" in run("sparql", rename, "--update").err
        assert run("show", "Big Board").code == 0
        assert run("sparql", rename, "--update", "--area", "Westshire").code == 2

    @pytest.mark.parametrize("query", ["SELECT ?s WHER { ?s ?p ?o }", "SELECT ?s WHERE { ?s ?p", "no such file.rq"])
    def test_a_slip_is_one_line(self, run: Run, graph: Path, query: str) -> None:
        result = run("sparql", query)
        assert result.code == 2
        assert result.out == ""
        assert result.one_line


class TestValidate:
    def test_a_graph_that_was_built_conforms(self, run: Run, graph: Path) -> None:
        result = run("validate")
        assert (result.code, result.out) == (0, "")
        assert "conforms" in result.one_line
        assert json.loads(run("validate", "--json").out) == []

    def test_what_another_program_broke_is_told_in_words(self, run: Run, graph: Path) -> None:
        run("export", "--format", "turtle", "-o", "graph.ttl")
        text = Path("graph.ttl").read_text()
        Path("graph.ttl").write_text(text.replace("pg:modality pg:modality-must", "pg:modality pg:modality-perhaps"))
        result = run("validate", "graph.ttl")
        assert result.code == 1
        [line] = [line for line in result.out.splitlines() if "pg:modality-perhaps" in line]
        assert "a duty: has a modality that the vocabulary knows" in line
        assert "board.txt" in line
        assert "1 violation" in result.one_line
        [row] = json.loads(run("validate", "graph.ttl", "--json").out)
        assert (row["shape"], row["path"], row["document"]) == ("DutyParts", "pg:modality", "board.txt")

    def test_a_date_that_is_none_is_told_without_a_traceback(self, run: Run, graph: Path) -> None:
        words = (
            '<urn:d> a <https://w3id.org/protocolgraph/ns#Document> ; <http://purl.org/dc/terms/date> "2012-13-01"^^'
        )
        Path("graph.ttl").write_text(f"{words}<http://www.w3.org/2001/XMLSchema#date> .")
        result = run("validate", "graph.ttl")
        assert result.code == 1
        assert "a day, a month or a year of the calendar" in " ".join(result.out.split())
        assert result.one_line

    def test_a_file_that_is_no_graph_is_one_line(self, run: Run, graph: Path) -> None:
        result = run("validate", "docs/board.txt")
        assert result.code == 2
        assert "names no RDF format" in result.one_line


class TestServer:
    """The graph on a server: the same commands, with a URL."""

    def test_a_build_and_a_question(self, run: Run, graph: Path) -> None:
        with running_server() as url:
            assert run("-g", url, "build", "docs", "--area", "Westshire").code == 0
            assert run("-g", url, "show", "Safety Board").out == run("show", "Safety Board").out
            question = ("ask", "To whom does the Safety Board report?")
            assert run("-g", url, *question).out == run(*question).out
            again = json.loads(run("-g", url, "build", "docs", "--area", "Westshire", "--json").out)
            assert {document["status"] for document in again["documents"]} == {"unchanged"}
            assert run("-g", url, "sparql", "ASK { ?s a pg:Body }", "--json").out

    def test_a_server_that_is_not_there_is_one_line(self, run: Run, graph: Path) -> None:
        result = run("-g", "http://127.0.0.1:9/query", "show", "Safety Board")
        assert result.code == 2
        assert "cannot be reached" in result.one_line


class TestText:
    def test_the_text_is_that_of_the_file(self, run: Run, graph: Path) -> None:
        assert run("text", "docs/board.txt").out == BOARD

    def test_a_document_of_the_graph_is_known_by_its_name(self, run: Run, graph: Path) -> None:
        assert run("text", "board.txt").out == BOARD
        assert "no document of this name" in run("text", "nothing.txt").one_line

    def test_clauses_are_shown_with_their_sections(self, run: Run, graph: Path) -> None:
        out = run("text", "docs/board.txt", "--clauses").out
        assert "1.1" in out
        assert "The Safety Board must publish a plan" in out

    def test_a_document_that_cannot_be_read_is_one_line(self, run: Run, graph: Path) -> None:
        Path("empty.txt").touch()
        result = run("text", "empty.txt")
        assert result.code == 1
        assert "empty.txt" in result.one_line


class TestEvaluate:
    @pytest.fixture
    def gold(self, graph: Path, tmp_path: Path) -> Path:
        entity = {"id": "e1", "type": "body", "name": "Safety Board", "aliases": []}
        gold = {"document": "board.txt", "entities": [entity], "facts": [], "duties": []}
        (tmp_path / "docs" / "board.json").write_text(json.dumps(gold))
        return tmp_path / "docs"

    def test_the_figures_are_printed(self, run: Run, gold: Path) -> None:
        result = run("evaluate", "docs", "--misses")
        assert result.code == 0
        bodies = next(line.split() for line in result.out.splitlines() if line.split()[:1] == ["body"])
        assert bodies[1:4] == ["1", "2", "1"]
        assert "Scrutiny Panel" in result.out

    def test_json_says_the_same(self, run: Run, gold: Path) -> None:
        figures = json.loads(run("evaluate", "docs", "--json").out)
        assert figures["lenient"]["body"]["precision"] == 0.5

    def test_a_folder_without_gold_is_one_line(self, run: Run, graph: Path) -> None:
        result = run("evaluate", "docs")
        assert result.code == 2
        assert "gold" in result.one_line


class TestBadInput:
    """One clear line, the right exit code, and what was built before is intact."""

    def test_a_missing_path(self, run: Run, graph: Path) -> None:
        before = run("export", "--format", "nquads").out
        result = run("build", "nowhere")
        assert result.code == 2
        assert "nowhere" in result.one_line
        assert run("export", "--format", "nquads").out == before

    @pytest.mark.parametrize("content", [b"", b"  \n\n ", bytes(range(256)) * 100])
    def test_a_single_document_that_cannot_be_read(self, run: Run, graph: Path, content: bytes) -> None:
        before = run("export", "--format", "nquads").out
        Path("bad.txt").write_bytes(content)
        result = run("build", "bad.txt")
        assert result.code == 1
        assert "bad.txt" in result.err
        assert "Traceback" not in result.err
        assert run("export", "--format", "nquads").out == before

    def test_a_text_as_long_as_a_library(self, run: Run, graph: Path) -> None:
        before = run("export", "--format", "nquads").out
        Path("long.txt").write_text(PANEL * (50_000_000 // len(PANEL)))
        result = run("build", "long.txt")
        assert result.code == 1
        assert "long.txt: holds 49 million characters" in result.err
        assert run("export", "--format", "nquads").out == before

    def test_a_workspace_file_with_a_slip(self, run: Run, graph: Path) -> None:
        Path("docs/protocolgraph.toml").write_text("[[documents]]\n")
        result = run("build", "docs")
        assert result.code == 2
        assert "protocolgraph.toml" in result.one_line

    def test_no_graph(self, run: Run) -> None:
        result = run("show", "Safety Board")
        assert result.code == 2
        assert "protocolgraph build" in result.one_line

    @pytest.mark.parametrize("damage", [b"", b"{", b'{"format": 99, "generation": "x"}'])
    def test_a_damaged_store(self, run: Run, graph: Path, damage: bytes) -> None:
        (graph / "current").write_bytes(damage)
        result = run("show", "Safety Board")
        assert result.code == 2
        assert ".protocolgraph" in result.one_line

    def test_a_graph_that_cannot_be_written(self, run: Run, graph: Path) -> None:
        Path("file").write_text("not a folder")
        result = run("build", "docs", "-g", "file")
        assert result.code == 2
        assert "file" in result.one_line

    @pytest.mark.parametrize(
        "arguments", [["show"], ["frobnicate"], ["build", "docs", "--workers", "many"], ["show", "--x"]]
    )
    def test_wrong_use(self, run: Run, graph: Path, arguments: list[str]) -> None:
        result = run(*arguments)
        assert result.code == 2
        assert "Traceback" not in result.err
        assert result.out == ""

    def test_a_person_who_stops_it(self, run: Run, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def stop(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("protocolgraph.pipeline.build", stop)
        result = run("build", "docs")
        assert result.code == 130
        assert result.one_line


def test_colour_is_left_out_when_asked(run: Run, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in run("show", "Safety Board").out + run("show", "nobody").err


def test_a_reader_who_has_enough_is_no_error(graph: Path) -> None:
    command = [sys.executable, "-c", "from protocolgraph.cli.app import main; main()", "-g", str(graph)]
    ended = subprocess.run(
        f"{' '.join(map(repr, [*command, 'export', '--format', 'jsonl']))} | head -c 1",
        shell=True, capture_output=True, check=True,
    )  # fmt: skip
    assert ended.stderr == b""
