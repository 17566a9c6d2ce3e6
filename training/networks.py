"""The emotion network, as a readable Keras function."""

from typing import Any

import keras
from keras import layers

from emotion.classifier import FER2013, PERCEIVED

HEADS = (FER2013, PERCEIVED)
"""Names of the output layers: what FER-2013's label says, and what people see."""


def _conv(x: keras.KerasTensor, filters: int, *, name: str, dtype: str) -> keras.KerasTensor:
    convolution = layers.Conv2D(
        filters, 3, padding="same", use_bias=False, kernel_initializer="he_normal", dtype=dtype, name=f"{name}_conv"
    )
    x = layers.BatchNormalization(momentum=0.98, dtype=dtype, name=f"{name}_norm")(convolution(x))
    return layers.ReLU(dtype=dtype, name=f"{name}_relu")(x)


def emotion_network(
    *,
    widths: tuple[int, ...],
    dropout: float,
    size_px: int | None = None,
    dtype: str = "float32",
) -> keras.Model:
    """Build a plain convolutional network with two heads for grey faces.

    Input: float32 [n, size_px, size_px, 1] in 0..255; each face is standardised inside the graph.
    Output: float32 logits [n, 7] per name in `HEADS`, in the order of `core.emotion.EMOTIONS`.

    Args:
        widths: Filters of each stage; a stage is two 3 x 3 convolutions, and a pooling follows all but the last.
        dropout: Share of pooled features dropped in training.
        size_px: Side of the input; None leaves it free, for training at several sizes.
        dtype: Keras's dtype policy of the convolutions; what comes before and after them is float32.
    """
    face = keras.Input((size_px, size_px, 1), name="face")
    x = layers.Rescaling(1 / 255, name="scale")(face)
    whole_face: Any = (1, 2, 3)
    x = layers.LayerNormalization(axis=whole_face, epsilon=1e-3, center=False, scale=False, name="standardise")(x)
    for stage, filters in enumerate(widths, start=1):
        x = _conv(x, filters, name=f"stage{stage}a", dtype=dtype)
        x = _conv(x, filters, name=f"stage{stage}b", dtype=dtype)
        if stage < len(widths):
            x = layers.MaxPooling2D(dtype=dtype, name=f"stage{stage}_pool")(x)
    x = layers.GlobalAveragePooling2D(dtype="float32", name="pool")(x)
    x = layers.Dropout(dropout, name="drop")(x)
    return keras.Model(face, {head: layers.Dense(7, name=head)(x) for head in HEADS}, name="emotion")
