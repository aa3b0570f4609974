/// The Pythons to ask, best first: the tests' own, which has the judges from elsewhere, and the system's.
public let pythons = ["\(packageFolder)/.venv-test/bin/python", "python3"]
