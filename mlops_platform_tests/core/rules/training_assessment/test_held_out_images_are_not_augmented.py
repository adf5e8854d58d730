from mlops_platform.core.rules.training_assessment import held_out_images_are_not_augmented
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_with_a_plain_generator(tmp_path):
    files = {
        "train.py": """from keras.preprocessing.image import ImageDataGenerator

images = ImageDataGenerator(rescale=1 / 255, rotation_range=20)
plain = ImageDataGenerator(rescale=1 / 255)
train = images.flow_from_directory("train")
val = plain.flow_from_directory("val")
model.compile(loss="mse")
model.fit(train, validation_data=held_out)
"""
    }
    answer = judged(tmp_path, held_out_images_are_not_augmented, files)
    is_met(answer, "train.py:6")


def test_unmet_with_the_augmenting_one(tmp_path):
    files = {
        "train.py": """from keras.preprocessing.image import ImageDataGenerator

images = ImageDataGenerator(rescale=1 / 255, rotation_range=20)
plain = ImageDataGenerator(rescale=1 / 255)
train = images.flow_from_directory("train")
val = images.flow_from_directory("val")
model.compile(loss="mse")
model.fit(train, validation_data=held_out)
"""
    }
    answer = judged(tmp_path, held_out_images_are_not_augmented, files)
    is_unmet(answer, "1 of 1 flow", at=["train.py:6"])


def test_unmet_for_the_validation_subset_of_it(tmp_path):
    files = {
        "train.py": """from keras.preprocessing.image import ImageDataGenerator

images = ImageDataGenerator(rescale=1 / 255, rotation_range=20)
plain = ImageDataGenerator(rescale=1 / 255)
train = images.flow_from_directory("train")
held_out = images.flow_from_directory("all", subset="validation")
model.compile(loss="mse")
model.fit(train, validation_data=held_out)
"""
    }
    answer = judged(tmp_path, held_out_images_are_not_augmented, files)
    is_unmet(answer)


def test_not_applicable_to_training_images(tmp_path):
    files = {
        "train.py": """from keras.preprocessing.image import ImageDataGenerator

images = ImageDataGenerator(rescale=1 / 255, rotation_range=20)
plain = ImageDataGenerator(rescale=1 / 255)
train = images.flow_from_directory("train")

model.compile(loss="mse")
model.fit(train, validation_data=held_out)
"""
    }
    answer = judged(tmp_path, held_out_images_are_not_augmented, files)
    is_not_applicable(answer)
