"""What Alembic runs: migrates over the connection that `storage.opening` hands in, within its transaction."""

from alembic import context

from storage.models import Base

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Base.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
