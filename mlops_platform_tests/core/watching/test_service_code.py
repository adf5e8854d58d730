import pytest

from mlops_platform.core.facts.python.local_modules import LocalModules
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.facts.source_code import index_source
from mlops_platform.core.watching.service_code import (
    checked_forms,
    error_reports,
    feedback,
    health_routes,
    prediction_records,
    typed_apis,
    typed_inputs,
)
from mlops_platform_tests.core.rules.cases import route, server


def index(source):
    return index_source(source, "app.py", Role.SOURCE, LocalModules(("app.py",)))


@pytest.mark.parametrize(
    "source",
    [
        "log_prediction(x, y)",
        "from services import prediction_logger\nprediction_logger.save_to_db(x, y)",
        "from services import PredictionStore\nPredictionStore().insert(x)",
        "store.save_inference_request(x)",
        "import pymongo\ndb = pymongo.MongoClient()\ndb.c.insert_one({})",
        "import boto3\nkinesis.put_record(Data=x)",
        "from kafka import KafkaProducer\nproducer = KafkaProducer()\nproducer.send('t', x)",
        "import whylogs\nwhylogs.log(frame)",
        "import logging\nlogger = logging.getLogger()\nlogger.info('prediction: %s', y)",
        "import csv\nw = csv.writer(file)\nw.writerow([x, y])",
        "from .models import Prediction\nPrediction.objects.create(result=y)",
        "from shop import models\nmodels.RiskScore.objects.bulk_create(rows)",
    ],
)
def test_what_keeps_a_prediction(source):
    assert prediction_records([index(source)])


@pytest.mark.parametrize(
    "source",
    [
        "model.predict(x)",
        "import logging\nlogger = logging.getLogger()\nlogger.info('Predicting ...')",
        "import logging\nlogging.info('model loaded')",
        "session.add(user)",
        "cache.send(x)",
        "insert_one(x)",
        "log_metrics(x)",
        "add_temporal_features(frame)",
        "self.append_features(frame)",
        "items.append(prediction)",
        "from .models import Prediction\nPrediction.objects.filter(user=1)",
        "from .models import Patient\nPatient.objects.create(name=x)",
    ],
)
def test_what_keeps_none(source):
    assert prediction_records([index(source)]) == ()


def test_routes_for_the_truth_for_health_and_with_typed_input():
    app = server(
        route("POST /feedback"),
        route("GET /labels"),
        route("GET /healthz"),
        route("POST /predict", is_typed=True),
    )
    assert [place.name for place in feedback([app])] == ["POST /feedback"]
    assert len(health_routes([app])) == 1
    assert len(typed_inputs([app])) == 1


def test_logged_errors():
    file = index("import logging\nlog = logging.getLogger()\nlog.exception('x')\nlog.info('y')")
    assert [place.line for place in error_reports([file])] == [3]
    assert error_reports([index("parser.error('x')")]) == ()


def test_errors_logged_by_a_logger_that_the_repository_makes():
    file = index("from tools import setup_logging\nlog = setup_logging('a')\nlog.exception('x')")
    assert [place.line for place in error_reports([file])] == [3]
    assert error_reports([index("from tools import logits\np = logits()\np.error('x')")]) == ()


def test_a_bento_types_what_it_is_sent():
    source = (
        "import bentoml\n@bentoml.service\nclass A:\n    @bentoml.api\n"
        "    def predict(self, row: dict): ...\n    @bentoml.api\n    def other(self, row): ...\n"
    )
    assert [place.line for place in typed_apis([index(source)])] == [5]


def test_django_asks_whether_what_was_sent_is_valid():
    view = "from rest_framework.views import APIView\ndef post(form):\n    form.is_valid()\n"
    assert [place.line for place in checked_forms([index(view)])] == [3]
    assert checked_forms([index("def post(token):\n    token.is_valid()\n")]) == ()
