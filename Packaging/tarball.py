"""`planc-VERSION-linux-x86_64.tar.xz`: a folder that works wherever it is unpacked, PDF files included; its symbols apart."""

import io
import lzma
import tarfile

import parts


def contents():
    held = (
        parts.program()
        + parts.libraries(parts.closure(
            parts.NEEDED_AT_START + parts.OF_CODES_AND_PICTURES + parts.OF_TYPESETTING))
        + parts.fonts(parts.PAGE_FONTS + parts.FIXED_FONTS)
        + parts.pages()
    )
    return sorted(held + parts.notices(held))


def archive(name, held, preset=9 | lzma.PRESET_EXTREME):
    """A folder of files as an archive; owners, times and order are always the same."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as tar:
        folders = set()
        for part in held:
            path = f"{name}/{part.path}"
            for end in (place for place, letter in enumerate(path) if letter == "/"):
                if path[:end] not in folders:
                    folders.add(path[:end])
                    add(tar, path[:end], tarfile.DIRTYPE, 0o755)
            add(tar, path, tarfile.REGTYPE, part.mode, part.data)
    # Most of it is code for x86: with jumps as places, not as distances, it is a tenth smaller. Every xz reads that.
    return lzma.compress(buffer.getvalue(), filters=[
        {"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": preset}])


def add(tar, path, kind, mode, data=b""):
    entry = tarfile.TarInfo(path)
    entry.type, entry.mode, entry.mtime, entry.size = kind, mode, parts.epoch(), len(data)
    tar.addfile(entry, io.BytesIO(data))


def main():
    parts.ask_program()
    name = f"planc-{parts.version()}-linux-x86_64"
    parts.OUTPUT.mkdir(parents=True, exist_ok=True)
    path = parts.OUTPUT / f"{name}.tar.xz"
    path.write_bytes(archive(name, contents()))
    symbols = parts.OUTPUT / f"{name}-symbols.tar.xz"
    # Three times as large as the program, and seldom fetched: not worth minutes of each build.
    symbols.write_bytes(archive(f"{name}-symbols", [parts.Part("planc.debug", parts.stripped()[1])], preset=6))
    parts.check_size(path)
    print(f"{symbols.relative_to(parts.ROOT)}: the symbols of it")


if __name__ == "__main__":
    main()
