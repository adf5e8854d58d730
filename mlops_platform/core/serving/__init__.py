"""What the code that serves a model does, and what ships it: the parts of deployment_readiness."""
