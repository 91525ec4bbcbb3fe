"""Who may do what where: every address of the project, and the status that each role gets.

A new address needs one line in ROWS: its URL name, and the kind of page it is.

    "deadlines": public(),                                  everybody reads it, nobody writes
    "letter": public("letter.slug", shown=RECORD),          404 as a draft, 410 once withdrawn
    "report": public(sent=422),                             everybody reads and sends it; 422 is an empty form
    "admin:x_list": staff(),                                all staff read it
    "admin:x_edit": staff("x", sends=CORRECTORS, sent=422), all staff read it, correctors send it
    "admin:x_undo": act(SECRETARIAT, "x"),                  a button: sent by the secretariat, never read

A registered model brings its pages with model(…). The words after the kind name the arguments of the address in
the world of tests/permissions/world.py. The tests send every form empty, so that nothing but the permission is
asked; a status that depends on the state of the record is given by state.
"""

from __future__ import annotations

from typing import NamedTuple

# the roles, each with its groups; None is nobody, "superuser" is in no group
ROLES: dict[str, tuple[str, ...] | None] = {
    "anonymous": None,
    "viewer": ("Staff viewers",),
    "corrector": ("Correctors",),
    "secretariat": ("Secretariat",),
    "administrator": ("Administrators",),
    "superuser": (),
}
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")

STAFF = frozenset(ROLES) - {"anonymous"}
SECRETARIAT = frozenset({"secretariat"})
CORRECTORS = frozenset({"corrector"})
EDITORS = SECRETARIAT | CORRECTORS
ADMINISTRATORS = frozenset({"administrator", "superuser"})
SUPERUSER = frozenset({"superuser"})
NOBODY: frozenset[str] = frozenset()

Status = int | dict[str, int]
Who = frozenset[str]
ByState = Who | dict[str, Who]

# what the public gets of a record
RECORD = {"draft": 404, "published": 200, "withdrawn": 410}
# what is only in the lists: the letter's own record says why it was withdrawn
LISTED = {"draft": 404, "published": 200, "withdrawn": 404}
# a step of the way to publication: what is no draft any more leads to the page that says so
DRAFT = {"draft": 200, "published": 302, "withdrawn": 302}
DRAFT_FORM = {"draft": 422, "published": 302, "withdrawn": 302}
# what is not public is not corrected; it says so, and what to do
CORRECTABLE = {"draft": 409, "published": 200, "withdrawn": 409}
CORRECTABLE_FORM = {**CORRECTABLE, "published": 422}
ELSEWHERE = {"draft": 302, "published": 302, "withdrawn": 302}
PUBLIC = {"draft": 302, "published": 200, "withdrawn": 200}


class Row(NamedTuple):
    """One address. `sees` may read it, `sends` may send it (None: it takes nothing), the others get 403."""

    area: str
    args: tuple[str, ...] = ()
    sees: Who | None = STAFF
    shown: Status = 200
    sends: ByState | None = None
    sent: Status = 302
    refused_first: bool = False  # asked the wrong way it answers 405 before it asks who is there
    query: str = ""
    headed: Status | None = None  # a HEAD that is answered otherwise than a GET

    def expected(self, role: str, method: str, state: str) -> int:
        """The status for a role, by a method, where the record is in a state."""
        reads = method in {"GET", "HEAD"}
        if self.area == "api" and method == "OPTIONS":
            return 204
        if not reads and (method != "POST" or (self.sends is None and self.refused_first)):
            return 405
        if self.area != "public" and self.area != "api" and role == "anonymous":
            return 302
        allowed, status = (self.sees, self.shown) if reads else (self.sends, self.sent)
        if allowed is None:
            return 405
        if method == "HEAD" and self.headed is not None:
            status = self.headed
        status = status[state] if isinstance(status, dict) else status
        allowed = allowed[state] if isinstance(allowed, dict) else allowed
        # what is not there is not there for anybody on the staff
        return status if role in allowed or status == 404 else 403


def public(*args: str, shown: Status = 200, sent: Status | None = None, query: str = "") -> Row:
    """A page for everybody."""
    everybody = frozenset(ROLES)
    sends = everybody if sent is not None else None
    return Row("public", args, everybody, shown, sends, sent or 0, refused_first=True, query=query)


def api(*args: str, shown: Status = 200, query: str = "") -> Row:
    """An address for programs: it is read, and says what it is."""
    return Row("api", args, frozenset(ROLES), shown, refused_first=True, query=query)


def api_list(name: str, *key: str, shown: Status = 200) -> dict[str, Row]:
    """A list of the API and one record of it."""
    return {f"api_{name}": api(), f"api_{name}_record": api(*key, shown=shown)}


def staff(
    *args: str,
    sees: Who = STAFF,
    shown: Status = 200,
    sends: ByState | None = None,
    sent: Status = 302,
    query: str = "",
) -> Row:
    """A page below /admin/; anonymous visitors are sent to the login."""
    return Row("staff", args, sees, shown, sends, sent, query=query)


def act(sends: Who, *args: str, sent: Status = 302) -> Row:
    """A button on a staff page: it is sent, never read."""
    return Row("staff", args, None, 0, sends, sent)


def shown_only(*args: str, sees: Who = STAFF, shown: Status = 200, query: str = "") -> Row:
    """A staff page of Django's or of the history, which takes nothing."""
    return Row("staff", args, sees, shown, refused_first=True, query=query)


def model(
    name: str,
    key: str,
    *,
    sees: Who = STAFF,
    adds: Who = NOBODY,
    changes: Who = NOBODY,
    history: str = "",
    bare: str = "",
    **other: Row,
) -> dict[str, Row]:
    """The pages that registering a model brings: `history` is the key of an earlier state; nothing is deleted. `bare` is
    an argument for the address of a record without a page, where pages of its own stand before it.

    `other` replaces pages of these: changelist, add, change, delete, history.
    """
    label = name.replace("/", "_")
    pages = {
        # the list takes the form of its actions; without one it shows itself
        "changelist": staff(sees=sees, sends=sees, sent=200),
        "add": staff(sees=adds, sends=adds, sent=200),
        "change": staff(key, sees=sees | changes, sends=changes, sent=200),
        "delete": staff(key, sees=NOBODY, sends=NOBODY),
        "history": shown_only(key, sees=sees),
    }
    if history:
        pages["simple_history"] = shown_only(key, history, sees=sees)
    rows = {f"admin:{label}_{page}": row for page, row in {**pages, **other}.items()}
    # the address of a record without a page leads to the page of its change
    rows[f"admin/{name}/<path:object_id>/"] = staff(bare or key, shown=302, sends=STAFF)
    return rows


def records(name: str, key: str, keepers: Who) -> dict[str, Row]:
    """Records with a history that `keepers` add and change with a reason."""
    change = staff(key, sends=keepers, sent=409)  # an empty form says no version: it comes too late
    return model(f"followup/{name}", key, adds=keepers, history=f"{key}.history", change=change)


def corrected(name: str, key: str, adds: Who = NOBODY) -> dict[str, Row]:
    """Public records: their values change on a page of corrections only, by correctors and by who may add one."""
    label = f"admin:followup_{name}_correct"
    change = staff(key, shown=302, sends=STAFF)
    return {
        **model(f"followup/{name}", key, adds=adds, history=f"{key}.history", change=change),
        label: staff(key, sends=CORRECTORS | adds, sent=422),
    }


def logs(name: str, key: str) -> dict[str, Row]:
    """What django-axes keeps of logins: for a superuser, who unlocks an account by deleting the attempt."""
    delete = staff(key, sees=SUPERUSER, sends=SUPERUSER, sent=200)
    change = staff(key, sees=SUPERUSER, sends=SUPERUSER)
    return model(f"axes/{name}", key, sees=SUPERUSER, change=change, delete=delete)


ROWS: dict[str, Row] = {
    # ---- the public registry ----
    "home": public(),
    "states": public(),
    "state": public("state"),
    "recommendations": public(),
    "recommendations_csv": public(),
    "recommendation": public("state", "observations.slug", "paragraph", shown=RECORD),
    "observations": public("state", "observations.slug", shown=RECORD),
    "recommendation_cite": public(
        "state",
        "observations.slug",
        "paragraph",
        "style",
        shown=LISTED,
    ),
    "download": public("list", "ending"),
    "assessments": public(),
    "letters": public(),
    "letter": public("letter.slug", shown=RECORD),
    "statistics": public(),
    "compare": public(),
    "deadlines": public(),
    "deadlines_ics": public(),
    "changes": public(),
    "changes_feed": public(),
    "feed": public("list"),
    "change": public("change"),
    "report": public(sent=422, query="?record=/letters/cmw-followup-38-x12/"),
    "report_sent": public("thanks"),
    "search": public(),
    "methodology": public(),
    "data": public(),
    "data_changes": public(query="?from=2026-11-20&to=2026-11-21"),
    "dataset": public(),
    "snapshot": public("day"),
    "robots": public(),
    "sitemap": public(),
    "sitemap_section": public("section"),
    "healthz": public(),
    # ---- for programs ----
    "api": api(),
    "api_schema": api(),
    **api_list("states", "state"),
    **api_list("observations", "state", "observations.slug", shown=RECORD),
    **api_list("recommendations", "state", "observations.slug", "paragraph", shown=RECORD),
    **api_list("assessments", "state", "observations.slug", "paragraph", "letter.slug", shown=RECORD),
    **api_list("letters", "letter.slug", shown=RECORD),
    "api_deadlines": api(),
    **api_list("sessions", "session"),
    **api_list("themes", "theme"),
    **api_list("changes", "change"),
    "api/v1/<rest:rest>": api("nowhere", shown=404),
    # ---- coming in ----
    # Django leads who is in already on to the first page, but only by GET
    "admin:login": public(shown={"anonymous": 200, "staff": 302}, sent=200)._replace(headed=200),
    "admin:logout": act(STAFF, sent=200),
    "admin:password_change": staff(sends=STAFF, sent=200),
    "admin:password_change_done": staff(),
    # ---- pages that Django brings ----
    "admin:index": shown_only(),
    "admin:app_list": shown_only("app"),
    "admin:autocomplete": shown_only(
        query="?app_label=followup&model_name=recommendation&field_name=observations&term="
    ),
    "admin:jsi18n": shown_only(),
    "admin:view_on_site": shown_only("type", "letter", shown=302),
    "admin/(?P<url>.*)$": staff("nowhere", shown=404, sends=STAFF, sent=404),
    # ---- letters ----
    **model(
        "followup/letter",
        "letter",
        history="letter.history",
        add=staff(shown=302, sends=STAFF),
        change=staff("letter", shown=302, sends=STAFF),
    ),
    "admin:followup_letter_upload": staff(sees=SECRETARIAT, sends=SECRETARIAT, sent=422),
    "admin:followup_letter_upload_many": staff(sees=SECRETARIAT, sends=SECRETARIAT, sent=422),
    "admin:followup_letter_review": staff(
        "letter", sees=SECRETARIAT, shown=DRAFT, sends=SECRETARIAT, sent=DRAFT_FORM
    ),
    "admin:followup_letter_check": staff("letter", sees=SECRETARIAT, shown=DRAFT, sends=SECRETARIAT),
    "admin:followup_letter_done": staff("letter", shown=PUBLIC),
    "admin:followup_letter_original": staff("letter"),
    "admin:followup_letter_page": staff("letter", "number", shown=404),  # a pasted text has no pages
    "admin:followup_letter_correct": staff(
        "letter", shown=CORRECTABLE, sends=CORRECTORS, sent=CORRECTABLE_FORM
    ),
    "admin:followup_letter_reread": act(SECRETARIAT, "letter"),
    "admin:followup_letter_undo": act(SECRETARIAT, "letter"),
    "admin:followup_letter_withdraw": act(SECRETARIAT, "letter", sent={**ELSEWHERE, "published": 422}),
    "admin:followup_letter_discard": act(SECRETARIAT, "letter"),
    **model(
        "followup/batch",
        "batch",
        sees=SECRETARIAT,
        bare="nowhere",
        add=staff(shown=302, sends=STAFF),
        change=staff("batch", shown=302, sends=STAFF),
    ),
    "admin:followup_batch_page": staff("batch", sees=SECRETARIAT),
    "admin:followup_batch_resume": act(SECRETARIAT, "batch"),
    # ---- what is published ----
    **corrected("assessment", "assessment"),
    **corrected("concludingobservations", "observations", SECRETARIAT),
    **corrected("recommendation", "recommendation", SECRETARIAT),
    **corrected("followupreport", "report", SECRETARIAT),
    **model("followup/correction", "correction", change=staff("correction", sends=CORRECTORS, sent=422)),
    **model("followup/problemreport", "problem", change=staff("problem", sends=EDITORS, sent=422)),
    "admin:followup_recommendation_themes": staff("recommendation", sends=SECRETARIAT),
    **records("gradewording", "wording", SECRETARIAT),
    # ---- letters read again ----
    **model(
        "followup/parserrun",
        "run",
        bare="nowhere",
        add=staff(sees=SECRETARIAT, sends=SECRETARIAT),
        change=staff("run", shown=302, sends=STAFF),
    ),
    "admin:followup_parserrun_page": staff("run"),
    "admin:followup_parserrun_resume": act(SECRETARIAT, "run"),
    "admin:followup_rereading_decide": staff(
        "rereading", sends={"draft": SECRETARIAT, "published": CORRECTORS}, sent=422
    ),
    "quality": shown_only(),
    # ---- reference data ----
    **records("state", "state", ADMINISTRATORS),
    **records("theme", "theme", ADMINISTRATORS),
    **records("session", "session", ADMINISTRATORS | SECRETARIAT),
    # ---- who may come in ----
    **model(
        "followup/user",
        "user",
        sees=ADMINISTRATORS,
        adds=ADMINISTRATORS,
        changes=ADMINISTRATORS,
        history="user.history",
    ),
    "admin:auth_user_password_change": staff("user", sees=ADMINISTRATORS, sends=ADMINISTRATORS, sent=200),
    **model("auth/group", "group"),
    **logs("accessattempt", "attempt"),
    **logs("accesslog", "access"),
    **logs("accessfailurelog", "failure"),
}
