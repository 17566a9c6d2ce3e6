import numpy as np
import pytest

from core.errors import ModelMismatch, ModelMissing
from emotion.detect import FaceDetector, bundled_weights
from emotion.yunet import YuNet


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ModelMissing) as error:
        FaceDetector(bundled_weights(), yunet=tmp_path / "yunet.onnx")
    assert error.value.path == tmp_path / "yunet.onnx"


@pytest.mark.parametrize("content", [b"", b"no network at all", np.arange(5000).tobytes()])
def test_a_file_that_is_no_network_is_refused(tmp_path, content):
    file = tmp_path / "yunet.onnx"
    file.write_bytes(content)
    with pytest.raises(ModelMismatch):
        YuNet(file)
