"""The database's versions, oldest first; `storage.opening` brings a database to the newest at each start.

A new one: change `storage/models.py`, add `versions/NNNN_what.py` by hand and name it in `NEWEST`; the tests compare
the two on both kinds of database.
"""

NEWEST = "0003"
