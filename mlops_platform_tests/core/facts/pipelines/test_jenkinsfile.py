"""Jenkinsfiles, read as text."""

from mlops_platform_tests.core.facts.reading_automation import only


def test_a_jenkinsfile(tmp_path):
    text = """\
pipeline {
  triggers { cron('H 4 * * *') }
  stages {
    stage('train') {
      steps {
        // sh 'python commented.py'
        sh 'python train.py'
        sh(script: "pytest -q", returnStatus: true)
        sh '''
          make report
        '''
      }
    }
  }
}
"""
    pipeline = only(tmp_path, "ci/Jenkinsfile", text)
    assert (pipeline.system, pipeline.triggers) == ("jenkins", ("schedule",))
    assert pipeline.commands == (("python train.py", 7), ("pytest -q", 8), ("make report", 10))
