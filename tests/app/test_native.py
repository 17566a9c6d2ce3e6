import gc

from app.native import settle_objects


def test_what_is_loaded_leaves_the_collectors_rounds():
    settle_objects()
    settled = gc.get_freeze_count()
    gc.unfreeze()
    assert settled > 0
