"""Wheels for `pip`, `pipx` and `uv`: `planc`, which judges plans and makes web pages and texts, and `planc-pdf`, which brings the
libraries and fonts of PDF files (`pipx run 'planc[pdf]'`) where the system has none. Both put their files where the program
looks for them: beside it."""

import base64
import hashlib
import io
import time
import zipfile

import parts

TAG = "py3-none-manylinux_2_36_x86_64"


# What every system has that a wheel of this tag may be put on (PEP 600), Python's own zlib among it.
OF_EVERY_SYSTEM = "libz.so.1"


def planc():
    """Without manual pages and completions: no shell looks for them in an environment of Python. `planc help` and `planc
    completions` have them."""
    held = parts.program() + [
        part for part in parts.libraries(parts.closure(parts.NEEDED_AT_START + parts.OF_CODES_AND_PICTURES))
        if not part.path.endswith(OF_EVERY_SYSTEM)
    ]
    return sorted(held + parts.notices(held))


def planc_pdf():
    here = {part.path for part in planc()}
    held = [part for part in parts.libraries(parts.closure(parts.OF_TYPESETTING)) if part.path not in here]
    held += parts.fonts(parts.PAGE_FONTS + parts.FIXED_FONTS)
    return sorted(held + [renamed(part) for part in parts.notices(held)])


def renamed(part):
    return parts.Part(part.path.replace("share/doc/planc/", "share/doc/planc-pdf/"), part.data)


def metadata(name, summary, more=""):
    return f"""Metadata-Version: 2.1
Name: {name}
Version: {parts.version()}
Summary: {summary}
Requires-Python: >=3.8
{more}"""


def wheel(name, summary, held, more=""):
    stem = f"{name.replace('-', '_')}-{parts.version()}"
    files = []
    for part in held:
        kind = "scripts" if part.path.startswith("bin/") else "data"
        files.append((f"{stem}.data/{kind}/{part.path.removeprefix('bin/')}", part.data, part.mode))
    info = f"{stem}.dist-info"
    files.append((f"{info}/METADATA", metadata(name, summary, more).encode(), 0o644))
    files.append((f"{info}/WHEEL", f"Wheel-Version: 1.0\nGenerator: planc\nRoot-Is-Purelib: false\nTag: {TAG}\n".encode(), 0o644))
    record = "".join(f"{path},sha256={digest(data)},{len(data)}\n" for path, data, _ in files) + f"{info}/RECORD,,\n"
    files.append((f"{info}/RECORD", record.encode(), 0o644))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data, mode in files:
            entry = zipfile.ZipInfo(path, time.gmtime(parts.epoch())[:6])
            entry.external_attr, entry.compress_type, entry.create_system = (0o100000 | mode) << 16, zipfile.ZIP_DEFLATED, 3
            archive.writestr(entry, data)
    path = parts.OUTPUT / f"{stem}-{TAG}.whl"
    parts.OUTPUT.mkdir(parents=True, exist_ok=True)
    path.write_bytes(buffer.getvalue())
    # Pip reads no other way of packing than this one: what libdeflate does with it is 4 % smaller than what zlib does.
    parts.run("advzip", "--recompress", "--shrink-normal", "--quiet", str(path))
    parts.check_size(path)


def digest(data):
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def main():
    parts.ask_program()
    extra = f"Provides-Extra: pdf\nRequires-Dist: planc-pdf=={parts.version()}; extra == \"pdf\"\n"
    wheel("planc", "The compiler of continuity and crisis-communication plans", planc(), extra)
    wheel("planc-pdf", "Libraries and fonts with which planc makes PDF files", planc_pdf())


if __name__ == "__main__":
    main()
