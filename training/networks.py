"""The emotion network, as a readable Keras function."""

from typing import Any

import keras
from keras import layers

LOGITS = "fer2013"
"""Name of the output layer; a later head gets a name of its own."""


def _conv(x: keras.KerasTensor, filters: int, *, name: str) -> keras.KerasTensor:
    x = layers.Conv2D(filters, 3, padding="same", use_bias=False, kernel_initializer="he_normal", name=f"{name}_conv")(
        x
    )
    x = layers.BatchNormalization(momentum=0.98, name=f"{name}_norm")(x)
    return layers.ReLU(name=f"{name}_relu")(x)


def emotion_network(*, widths: tuple[int, ...], dropout: float, size_px: int | None = None) -> keras.Model:
    """Build a plain convolutional network for grey faces.

    Input: float32 [n, size_px, size_px, 1] in 0..255; each face is standardised inside the graph.
    Output: float32 logits [n, 7] in the order of `core.emotion.EMOTIONS`.

    Args:
        widths: Filters of each stage; a stage is two 3 x 3 convolutions, and a pooling follows all but the last.
        dropout: Share of pooled features dropped in training.
        size_px: Side of the input; None leaves it free, for training at several sizes.
    """
    face = keras.Input((size_px, size_px, 1), name="face")
    x = layers.Rescaling(1 / 255, name="scale")(face)
    whole_face: Any = (1, 2, 3)
    x = layers.LayerNormalization(axis=whole_face, epsilon=1e-3, center=False, scale=False, name="standardise")(x)
    for stage, filters in enumerate(widths, start=1):
        x = _conv(x, filters, name=f"stage{stage}a")
        x = _conv(x, filters, name=f"stage{stage}b")
        if stage < len(widths):
            x = layers.MaxPooling2D(name=f"stage{stage}_pool")(x)
    x = layers.GlobalAveragePooling2D(name="pool")(x)
    x = layers.Dropout(dropout, name="drop")(x)
    return keras.Model(face, layers.Dense(7, name=LOGITS)(x), name="emotion")
