"""Keras text: what lessons write becomes blocks; what is not understood is named; nothing is evaluated."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from densegui.document.keras_text import LONGEST, MOST_BLOCKS, Parsed, from_text, to_text
from densegui.engine import ACTIVATIONS, INITIALIZERS, Activation, Dense, Initializer

LESSON = (
    Dense(8, init="uniform", activation="relu"),
    Dense(6, init="uniform", activation="relu"),
    Dense(1, init="uniform", activation="sigmoid"),
)


def test_a_block_is_written_as_lessons_write_it():
    layer = Dense(8, init="uniform", activation="relu")
    assert to_text([layer]) == "Dense(8, init='uniform', activation='relu')"


def test_a_whole_stack_is_a_sequential():
    assert to_text(LESSON, 4) == (
        "Sequential([\n"
        "    Dense(8, input_dim=4, init='uniform', activation='relu'),\n"
        "    Dense(6, init='uniform', activation='relu'),\n"
        "    Dense(1, init='uniform', activation='sigmoid'),\n"
        "])"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Dense(8, input_dim=4, init='uniform', activation='relu')\n"
        "Dense(6, init='uniform', activation='relu')\nDense(1, init='uniform', activation='sigmoid')",
        "model = Sequential()\n"
        "model.add(Dense(8, input_dim=4, init='uniform', activation='relu'))\n"
        "model.add(Dense(6, init='uniform', activation='relu'))\n"
        "model.add(Dense(1, init='uniform', activation='sigmoid'))\nmodel.summary()",
        "import keras\nfrom keras import layers\nmodel = keras.Sequential([\n"
        "  layers.Dense(8, input_shape=(4,), kernel_initializer='random_uniform', activation='relu'),\n"
        "  keras.layers.Dense(units=6, kernel_initializer=RandomUniform(), activation=tf.nn.relu),\n"
        "  layers.Dense(1, 'sigmoid', kernel_initializer=RandomUniform(-0.05, maxval=0.05)),\n])",
        ">>> model = Sequential()\n>>> model.add(Input(shape=(4,)))\n"
        ">>> model.add(Dense(8, init='uniform'))\n<Sequential>\n>>> model.add(Activation('relu'))\n"
        ">>> model.add(Dense(6, init='uniform'))\n>>> model.add(ReLU())\n"
        ">>> model.add(Dense(1, init='uniform', activation='sigmoid'))",
        "    x = Input(shape=(4,))\n    h = Dense(8, init='uniform', activation='relu')(x)\n"
        "    y = Dense(1, init='uniform', activation='sigmoid')"
        "(Dense(6, init='uniform', activation='relu')(h))\n    model = Model(inputs=x, outputs=y)",
        "def build():\n    hidden = 6\n    model = Sequential(layers=[InputLayer(shape=(4,)),\n"
        "        Dense(8, None, 'uniform', 'relu'), Dense(hidden, init='uniform', activation='relu')])\n"
        "    model.add(Dense(1, init='uniform', activation='sigmoid'))\n    return model",
        "Dense(8, 4, 'uniform', 'relu'),\nDense(6, init='uniform', activation='relu'),\n"
        "Dense(output_dim=1, init='uniform', activation='sigmoid'),",
    ],
    ids=["calls", "add", "keras", "prompt", "functional", "function", "ours"],
)
def test_every_way_of_writing_it_gives_the_lesson_s_stack(text):
    assert from_text(text) == Parsed(LESSON, 4)


@pytest.mark.parametrize(
    ("text", "layer"),
    [
        ("Dense(3, activation=None)", Dense(3)),
        (
            "Dense(3, activation=LeakyReLU(alpha=0.1))",
            Dense(3, activation=Activation("leaky_relu", alpha=0.1)),
        ),
        ("Dense(3)\nLeakyReLU(negative_slope=0.1)", Dense(3, activation=Activation("leaky_relu", alpha=0.1))),
        # FACTS: 0.3 in Keras' layer, 0.2 in Keras' function.
        ("Dense(3)\nLeakyReLU()", Dense(3, activation=Activation("leaky_relu", alpha=0.3))),
        ("Dense(3, activation='leaky_relu')", Dense(3, activation=Activation("leaky_relu", alpha=0.2))),
        ("Dense(3)\nSoftmax()", Dense(3, activation="softmax")),
        ("Dense(3, activation=keras.activations.swish)", Dense(3, activation="silu")),
        (
            "Dense(3, kernel_initializer=RandomUniform(minval=-1, maxval=2.5, seed=1))",
            Dense(3, init=Initializer("uniform", minval=-1, maxval=2.5)),
        ),
        ("Dense(3, kernel_initializer=initializers.HeNormal())", Dense(3, init="he_normal")),
        ("Dense(3, bias_initializer='ones')", Dense(3, bias_init="ones")),
        ("Dense(3, bias_initializer=Constant(0.5))", Dense(3, bias_init=Initializer("constant", value=0.5))),
        # Keras' Constant() is 0.
        ("Dense(3, bias_initializer=Constant())", Dense(3, bias_init=Initializer("constant", value=0.0))),
        ("Dense(3, use_bias=False, name='head')", Dense(3, use_bias=False, name="head")),
    ],
)
def test_arguments_mean_what_keras_means(text, layer):
    assert from_text(text) == Parsed((layer,), None)


@pytest.mark.parametrize(
    ("text", "layers", "note"),
    [
        ("Dense(2)\nDropout(0.5)", 1, "Dropout was left out."),
        ("model.add(Flatten(input_shape=(28, 28)))\nDense(2)", 1, "Flatten was left out."),
        ("Sequential([BatchNormalization(), Dense(2)])", 1, "BatchNormalization was left out."),
        ("Dense(2, activation='mish')", 1, "activation 'mish' is unknown"),
        ("Dense(2, kernel_regularizer='l2')", 1, "kernel_regularizer was left out"),
        ("Dense(2 ** 3)", 0, "a binop is not a plain number"),
        ("Dense(0)", 0, "units must be from 1 to 1,000,000"),
        ("Dense(activation='relu')", 0, "it does not say its units"),
        ("Dense(n)", 0, "n is not a plain number"),
        ("for i in range(3):\n    model.add(Dense(2))", 0, "The 'for' in line 1 was left out."),
        ("Dense(4, input_dim=2)\nDense(3, input_dim=9)", 2, "input size 9 was left out, since 4 come in"),
        ("Dense(4, input_shape=(28, 28))", 1, "(28, 28) was taken as 784 features"),
        ("ReLU()", 0, "no Dense stands before it"),
        ("Dense(3, activation='tanh')\nActivation('relu')", 1, "it has an activation already"),
        ("x = 1", 0, "names no Dense block"),
        ("", 0, "names no Dense block"),
        ("Dense(2,", 0, "line 1 is not Python"),
        ("Dense(2, **options)", 1, "** was left out"),
        ("Dense(*sizes)", 0, "was left out"),
        ("Dense(2, input_dim='four')", 0, "input_dim must be a whole number"),
        ("Dense(2, activation=LeakyReLU(alpha='x'))", 1, "alpha must be a number"),
    ],
)
def test_what_is_not_understood_is_named(text, layers, note):
    parsed = from_text(text)
    assert len(parsed.layers) == layers
    assert note in " ".join(parsed.notes)


def test_nothing_is_evaluated(tmp_path):
    trap = tmp_path / "trap"
    text = (
        f"Dense(__import__('pathlib').Path({str(trap)!r}).touch())\nDense(2, name=open({str(trap)!r}, 'w'))"
    )
    parsed = from_text(text)
    assert not trap.exists()
    assert [layer.units for layer in parsed.layers] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "Dense(2)\n" * 2_000_000,
        "(" * 50_000,
        "-" * 150_000 + "1",
        "a" + ".b" * 90_000,
        "f" + "()" * 90_000,
        "1" + "+1" * 90_000,
        "[" * 150 + "]" * 150,
        "Dense(1)(" * 90 + ")" * 90,
        "not " * 40_000 + "1",
        "lambda: " * 20_000 + "1",
        "Dense(" + "9" * 100_000 + ")",
        "Dense(2)\0",
        "Dense('\ud800')",
        "\\" * 1000,
        "if 1:\n" + "".join(" " * i + "if 1:\n" for i in range(1, 150)),
    ],
    ids=lambda text: f"{text[:8]!r}",
)
def test_hostile_text_is_refused_in_a_sentence(text):
    parsed = from_text(text)
    assert parsed.layers == ()
    assert len(parsed.notes) == 1
    assert parsed.notes[0].endswith(".")
    assert len(parsed.notes[0]) < 300


def test_a_long_list_is_cut_and_says_so():
    parsed = from_text("Dense(2)\n" * (MOST_BLOCKS + 5))
    assert len(parsed.layers) == MOST_BLOCKS
    assert parsed.notes == ("Only the first 1,000 blocks were taken.",)


def test_many_notes_are_few():
    parsed = from_text("\n".join(f"Layer{i}(1)" for i in range(500)))
    assert len(parsed.notes) < 20
    assert "488 more" in parsed.notes[-1]


_finite = st.floats(-100, 100)
_small = st.floats(0, 100)


@st.composite
def choices(draw, make, table):
    name = draw(st.sampled_from(sorted(table)))
    values = {key: draw(_small) for key in table[name].parameters} if draw(st.booleans()) else {}
    try:
        return make(name, **values)
    except ValueError:
        return make(name)


blocks = st.builds(
    Dense,
    st.integers(1, 1_000_000),
    init=choices(Initializer, INITIALIZERS),
    activation=choices(Activation, ACTIVATIONS),
    use_bias=st.booleans(),
    bias_init=choices(Initializer, INITIALIZERS),
    name=st.none() | st.text(st.characters(codec="utf-8"), min_size=1, max_size=20),
)


@given(st.lists(blocks, max_size=8), st.none() | st.integers(1, 1_000_000))
def test_what_is_written_is_read_back(layers, input_dim):
    parsed = from_text(to_text(layers, input_dim))
    assert (parsed.layers, parsed.input_dim) == (tuple(layers), input_dim)
    assert parsed.notes == (() if layers or input_dim else ("The text names no Dense block.",))


@given(st.text(max_size=300) | st.text("Dense(),=[]'1.\n model", max_size=300))
@example("x" * (LONGEST + 1))
def test_any_text_gives_blocks_or_sentences(text):
    parsed = from_text(text)
    assert parsed.layers or parsed.input_dim or parsed.notes
    assert all(note.endswith(".") for note in parsed.notes)
