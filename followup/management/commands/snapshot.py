"""Make the snapshot of today: everything public as one file that can be cited."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from followup import snapshots
from followup.documents.originals import Damaged


class Command(BaseCommand):
    help = "Write all public lists to one dated ZIP file for /data/. A day has one: run again, it names the stored file."

    def handle(self, *args: Any, **options: Any) -> None:
        on = timezone.localdate()
        try:
            snapshot, made = snapshots.make(on)
        except (Damaged, FileNotFoundError) as error:
            raise CommandError(
                f"The file of {on.isoformat()} is not what was stored: {error}. Bring it back from a backup."
            ) from error
        except OSError as error:
            raise CommandError(f"The snapshot cannot be stored: {error.strerror or error}.") from error
        rows = ", ".join(f"{name} {number}" for name, number in sorted(snapshot.rows.items()))
        self.stdout.write(f"{snapshot}{'' if made else ' (stored before)'}: {snapshots.path(snapshot)}")
        self.stdout.write(f"{snapshot.size} bytes, SHA-256 {snapshot.sha256}")
        self.stdout.write(f"{sum(snapshot.rows.values())} rows: {rows}")
