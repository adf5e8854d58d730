"""Rules of training_assessment, and the code that they are tried on."""
