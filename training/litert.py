"""Convert a saved Keras network to LiteRT: `python -m training.litert emotion.keras emotion.tflite`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import keras
import tensorflow as tf


def convert(weights: Path) -> bytes:
    """Give the network as LiteRT with 16-bit weights; batch normalisation is folded into the convolutions."""
    network: Any = keras.models.load_model(weights, compile=False)
    with TemporaryDirectory() as folder:
        network.export(folder, format="tf_saved_model", verbose=False)
        converter = tf.lite.TFLiteConverter.from_saved_model(folder)
        converter.optimizations = [tf.lite.Optimize.DEFAULT]
        converter.target_spec.supported_types = [tf.float16]
        return converter.convert()


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(convert(Path(sys.argv[1])))
