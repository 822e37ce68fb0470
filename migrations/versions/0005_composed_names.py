"""Names that are searched are kept composed (NFC), as everything is that comes in from now on.

Those that were typed on a Mac can hold «å» as «a» and a ring, and would not be found. Going down leaves them as they are.
"""

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

SEARCHED = (("organisation", "name"), ("workplace", "name"), ("user_account", "name"), ("opening", "search_text"))


def upgrade() -> None:
    database = op.get_bind()
    for table, column in SEARCHED:
        rows = sa.table(table, sa.column("id", sa.Uuid()), sa.column(column, sa.Text()))
        named = rows.c[column]
        for row in database.execute(sa.select(rows.c.id, named.label("kept"))).all():
            composed = unicodedata.normalize("NFC", row.kept or "")
            if row.kept and composed != row.kept:
                database.execute(sa.update(rows).where(rows.c.id == row.id).values({column: composed}))


def downgrade() -> None:
    pass
